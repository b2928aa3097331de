package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom callbacks [list | done N]}. */
@Command(
        name = "callbacks",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the call-backs that callers were promised: by when, who must call, how far it has come, and the number"
                    + " of the message that says what it is about. 'done N' says that the caller was called back: nobody is"
                    + " rung about it any more. Who looked, and who said so, is written to the audit trail.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs"
                    + " the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom callbacks",
            "  anteroom callbacks done 12",
            "",
            "Exit codes: 0 done; 1 no such call-back, done before, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class CallBacksCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|done",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "N",
            description = "Number of the call-back that was made.")
    private long number;

    @Override
    ControlRequest request() {
        if (verb.equals("list") && number == 0) {
            return ControlRequest.of(Verb.LIST_CALL_BACKS);
        }
        if (verb.equals("done") && number > 0) {
            return new ControlRequest(Verb.DONE_CALL_BACK, number);
        }
        throw wrong("Say: callbacks list, or: callbacks done N");
    }
}
