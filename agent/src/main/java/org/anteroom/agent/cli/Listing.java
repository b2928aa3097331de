package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that lists what the records hold, or shows one of it: {@code [list | show N]}. */
abstract class Listing implements Callable<Integer> {

    private final Verb list;
    private final Verb show;

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
            description = "Number of the one to show.")
    private long number;

    Listing(Verb list, Verb show) {
        this.list = list;
        this.show = show;
    }

    @Override
    public final Integer call() throws Failure {
        Asking.ask(config, request(), spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }

    private ControlRequest request() {
        if (verb.equals("list") && number == 0) {
            return ControlRequest.of(list);
        }
        if (verb.equals("show") && number > 0) {
            return new ControlRequest(show, number);
        }
        throw new ParameterException(
                spec.commandLine(), "Say: " + spec.name() + " list, or: " + spec.name() + " show N");
    }
}
