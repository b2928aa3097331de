package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom catalogue}. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Every sentence that can be spoken, and whether a wording of your own could be.",
        subcommands = {CatalogueShowCommand.class, CatalogueCheckCommand.class})
final class CatalogueCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? There are: catalogue show, catalogue check FILE");
    }
}
