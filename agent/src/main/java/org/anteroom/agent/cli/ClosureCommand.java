package org.anteroom.agent.cli;

import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anteroom closure [until TIME | list | end]}. */
@Command(
        name = "closure",
        mixinStandardHelpOptions = true,
        description = {
            "Closes the practice to callers from now until a time, without touching the configuration: after a power cut,"
                    + " for a funeral, in a storm. 'until TIME' closes (TIME by the practice's clock; it replaces a closure"
                    + " that runs); 'list' shows what is in force; 'end' opens again before the time. It counts from the"
                    + " next call on and ends by itself. Emergencies go on ringing the people on call.",
            "",
            "It is kept beside the configuration (closures.toml). The running service writes who did it to the audit trail;"
                    + " while none runs, the file alone is changed, and that needs a user who may write there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom closure until '2026-12-24 17:00' --reason 'power cut'",
            "  anteroom closure list",
            "  anteroom closure end",
            "",
            "Exit codes: 0 done; 1 nothing to end, or it can't be kept; 2 wrong command line; 78 wrong configuration."
        })
final class ClosureCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "until|list|end",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "TIME",
            description = "The end, such as '2026-12-24 17:00'.")
    private String time = "";

    @Option(
            names = "--reason",
            defaultValue = "",
            paramLabel = "TEXT",
            description = "Why, for staff: never spoken. No patient's name.")
    private String reason = "";

    @Override
    ControlRequest request() {
        ControlRequest request =
                switch (verb) {
                    case "until" -> until();
                    case "list" -> plain(Verb.LIST_CLOSURES);
                    case "end" -> plain(Verb.END_CLOSURE);
                    default -> throw say();
                };
        if (request.line().length() >= ControlRequest.LONGEST) {
            throw wrong("That is too long for a time or a reason.");
        }
        return request;
    }

    private ControlRequest until() {
        if (time.isEmpty()) {
            throw say();
        }
        return new ControlRequest(Verb.ADD_CLOSURE, 0, Map.of("until", time, "reason", reason));
    }

    private ControlRequest plain(Verb asked) {
        if (!time.isEmpty() || !reason.isEmpty()) {
            throw say();
        }
        return ControlRequest.of(asked);
    }

    private RuntimeException say() {
        return wrong("Say: closure until 'DATE TIME', closure list, or: closure end");
    }
}
