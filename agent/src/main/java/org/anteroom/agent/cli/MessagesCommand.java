package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom messages [list | show N]}. */
@Command(
        name = "messages",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the messages that callers left: 'list' the newest 100, 'show N' one in full. Who looked is"
                    + " written to the audit trail.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs"
                    + " the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom messages",
            "  anteroom messages show 12",
            "",
            "Exit codes: 0 shown; 1 no such message, or the records can't be opened; 2 wrong command line or"
                    + " configuration."
        })
final class MessagesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|show",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "N",
            description = "Number of the message to show.")
    private long number;

    @Override
    public Integer call() throws Failure {
        ControlRequest request = Listing.request(
                        verb, number, ControlRequest.Verb.LIST_MESSAGES, ControlRequest.Verb.SHOW_MESSAGE)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "Say: messages list, or: messages show N"));
        Asking.ask(config, request, spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }
}
