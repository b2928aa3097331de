package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anteroom oncall now}. */
@Command(
        name = "now",
        mixinStandardHelpOptions = true,
        description = {
            "Shows whose phones an emergency rings at this moment, in which order and for how long; kinds of emergency"
                    + " that ring others are shown apart.",
            "",
            "The running service is asked; without one, configuration and overrides are read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  anteroom oncall now", "", "Exit codes: 0 shown; 2 wrong command line or configuration."})
final class OncallNowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws Failure {
        Asking.ask(
                config,
                ControlRequest.of(ControlRequest.Verb.SHOW_ON_CALL),
                spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }
}
