package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anteroom oncall next}. */
@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the next ten hand-overs of the rotas within 60 days: when, from whom, to whom.",
            "",
            "The running service is asked; without one, configuration and overrides are read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  anteroom oncall next", "", "Exit codes: 0 shown; 2 wrong command line or configuration."})
final class OncallNextCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws Failure {
        Asking.ask(
                config,
                ControlRequest.of(ControlRequest.Verb.LIST_HAND_OVERS),
                spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }
}
