package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom patients proxy remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Takes somebody off the list of those who may act for a patient, or may not. Who did it is written to the audit"
                    + " trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients proxy remove 3",
            "",
            "Exit codes: 0 done; 1 no such proxy, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class ProxyRemoveCommand extends Question {

    @Parameters(paramLabel = "N", description = "The proxy's number, as 'patients proxy list' shows it.")
    private long number;

    @Override
    ControlRequest request() {
        if (number <= 0) {
            throw wrong("Say: patients proxy remove N");
        }
        return new ControlRequest(Verb.REMOVE_PROXY, number);
    }
}
