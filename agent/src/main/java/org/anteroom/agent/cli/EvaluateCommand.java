package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures what is detected and understood of your own cases, written or spoken.",
        subcommands = {
            EvaluateEmergencyCommand.class,
            EvaluateAudioCommand.class,
            EvaluateNightsCommand.class,
            EvaluateNumbersCommand.class,
            EvaluateWhenCommand.class,
            EvaluateRequestsCommand.class,
            EvaluateCallsCommand.class
        })
final class EvaluateCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? There are: evaluate emergency, evaluate audio, evaluate nights, evaluate numbers,"
                        + " evaluate when, evaluate requests, evaluate calls");
    }
}
