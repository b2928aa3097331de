package org.anteroom.agent.cli;

import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anteroom book out [PROVIDER --until TIME]}. */
@Command(
        name = "out",
        mixinStandardHelpOptions = true,
        description = {
            "Takes that a provider sees nobody from now, or a later time, until a time: nothing of theirs is offered to"
                    + " callers any more, at once, and the appointments of that time are listed. None is cancelled: staff"
                    + " call the patients. It is over by itself; 'book in' ends it before. Who did it is written to the"
                    + " audit trail.",
            "",
            "Without PROVIDER it shows who is out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book out ortiz --until '2026-06-03 17:00'",
            "  anteroom book out ortiz --from '2026-06-04 12:00' --until '2026-06-05 17:00'",
            "  anteroom book out",
            "",
            "Exit codes: 0 done; 1 no such provider, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class BookOutCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "PROVIDER",
            description = "By the id in the configuration.")
    private String provider = "";

    @Option(
            names = "--until",
            defaultValue = "",
            paramLabel = "TIME",
            description = "When they are back, such as '2026-06-03 17:00', by the practice's clock.")
    private String until = "";

    @Option(names = "--from", defaultValue = "", paramLabel = "TIME", description = "When they leave (default: now).")
    private String from = "";

    @Override
    ControlRequest request() {
        if (provider.isEmpty() && until.isEmpty() && from.isEmpty()) {
            return ControlRequest.of(Verb.LIST_PROVIDERS_OUT);
        }
        if (provider.isEmpty() || until.isEmpty()) {
            throw wrong("Say: book out PROVIDER --until 'DATE TIME', or: book out");
        }
        return new ControlRequest(Verb.PROVIDER_OUT, 0, Map.of("provider", provider, "until", until, "from", from));
    }
}
