package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that asks the running service, or what it left on the disk, and prints the answer. */
abstract class Question implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    /** @throws ParameterException when the command line makes no sense */
    abstract ControlRequest request();

    @Override
    public final Integer call() throws Failure {
        Asking.ask(config, request(), spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }

    /** What to throw where the command line makes no sense; says how it would. */
    final ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    final String name() {
        return spec.name();
    }
}
