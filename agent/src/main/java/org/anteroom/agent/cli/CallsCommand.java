package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom calls [list | show N]}. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the calls that were answered: 'list' the newest 100, 'show N' one in full, with every decision and"
                    + " the rule behind it. Who looked is written to the audit trail.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs"
                    + " the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom calls",
            "  anteroom calls show 12",
            "",
            "Exit codes: 0 shown; 1 no such call, or the records can't be opened; 2 wrong command line or"
                    + " configuration."
        })
final class CallsCommand implements Callable<Integer> {

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
            description = "Number of the call to show.")
    private long number;

    @Override
    public Integer call() throws Failure {
        ControlRequest request = Listing.request(
                        verb, number, ControlRequest.Verb.LIST_CALLS, ControlRequest.Verb.SHOW_CALL)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "Say: calls list, or: calls show N"));
        Asking.ask(config, request, spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }
}
