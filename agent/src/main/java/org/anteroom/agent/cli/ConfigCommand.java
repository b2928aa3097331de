package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom config}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Makes a configuration to fill in, checks one, explains keys, shows what differs.",
        subcommands = {
            ConfigInitCommand.class,
            ConfigCheckCommand.class,
            ConfigExplainCommand.class,
            ConfigDiffCommand.class
        })
final class ConfigCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? There are: config init, config check, config explain, config diff");
    }
}
