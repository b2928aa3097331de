package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom alarms [list | ack N | test | log]}. */
@Command(
        name = "alarms",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what needs a person. 'list' the open alarms, with where each was sent and who has it in hand; 'ack N'"
                    + " takes one: it is not sent any further, stays listed, and who took it is written to the audit"
                    + " trail; 'test' sends a test on every channel and says what each made of it; 'log' the newest 100"
                    + " lines of what happened to alarms, also before the last restart.",
            "",
            "The running service does it; 'log' also works without one, from the records."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom alarms",
            "  anteroom alarms ack 17",
            "  anteroom alarms test",
            "",
            "Exit codes: 0 done; 1 no such alarm, a channel did not carry the test, or the service is not running; 2"
                    + " wrong command line; 78 wrong configuration."
        })
final class AlarmsCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|ack|test|log",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "N",
            description = "Number of the alarm to acknowledge.")
    private long number;

    @Override
    ControlRequest request() {
        if (verb.equals("ack") && number > 0) {
            return new ControlRequest(Verb.ACK_ALARM, number);
        }
        if (number == 0) {
            switch (verb) {
                case "list" -> {
                    return ControlRequest.of(Verb.LIST_ALARMS);
                }
                case "test" -> {
                    return ControlRequest.of(Verb.TEST_ALARMS);
                }
                case "log" -> {
                    return ControlRequest.of(Verb.LOG_ALARMS);
                }
                default -> {}
            }
        }
        throw wrong("Say: alarms list, alarms ack N, alarms test, or: alarms log");
    }
}
