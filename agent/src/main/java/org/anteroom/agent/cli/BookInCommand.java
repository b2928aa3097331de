package org.anteroom.agent.cli;

import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom book in PROVIDER}. */
@Command(
        name = "in",
        mixinStandardHelpOptions = true,
        description = {
            "Takes that a provider who was out is back: nothing of 'book out' counts for them any more, later times neither."
                    + " Who did it is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book in ortiz",
            "",
            "Exit codes: 0 done; 1 they are not out, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class BookInCommand extends Question {

    @Parameters(index = "0", paramLabel = "PROVIDER", description = "By the id in the configuration.")
    private String provider = "";

    @Override
    ControlRequest request() {
        return new ControlRequest(Verb.PROVIDER_IN, 0, Map.of("provider", provider));
    }
}
