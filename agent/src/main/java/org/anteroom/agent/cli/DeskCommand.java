package org.anteroom.agent.cli;

import java.util.Map;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom desk [all TIME | list | end]}. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = {
            "Puts all calls to the front desk first from now until a time, without touching the configuration: while enough"
                    + " people sit there, or while something must be asked of every caller. 'all TIME' begins it (TIME by the"
                    + " practice's clock; it replaces one that runs); 'list' shows what is in force; 'end' ends it before"
                    + " the time. It counts from the next call on, in opening hours, and ends by itself. A caller whom the"
                    + " desk does not take is answered as ever; emergencies are recognised also while it rings, and go on"
                    + " ringing the people on call.",
            "",
            "It is kept beside the configuration (desk-first.toml). The running service writes who did it to the audit trail;"
                    + " while none runs, the file alone is changed, and that needs a user who may write there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom desk all '2026-12-24 12:00'",
            "  anteroom desk list",
            "  anteroom desk end",
            "",
            "Exit codes: 0 done; 1 nothing to end, no desk, or it can't be kept; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class DeskCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "all|list|end",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "TIME",
            description = "The end, such as '2026-12-24 12:00'.")
    private String time = "";

    @Override
    ControlRequest request() {
        ControlRequest request =
                switch (verb) {
                    case "all" -> all();
                    case "list" -> plain(Verb.SHOW_TO_DESK);
                    case "end" -> plain(Verb.END_TO_DESK);
                    default -> throw say();
                };
        if (request.line().length() >= ControlRequest.LONGEST) {
            throw wrong("That is too long for a time.");
        }
        return request;
    }

    private ControlRequest all() {
        if (time.isEmpty()) {
            throw say();
        }
        return new ControlRequest(Verb.PUT_TO_DESK, 0, Map.of("until", time));
    }

    private ControlRequest plain(Verb asked) {
        if (!time.isEmpty()) {
            throw say();
        }
        return ControlRequest.of(asked);
    }

    private RuntimeException say() {
        return wrong("Say: desk all 'DATE TIME', desk list, or: desk end");
    }
}
