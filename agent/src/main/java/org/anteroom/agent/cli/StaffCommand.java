package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom staff}. */
@Command(
        name = "staff",
        mixinStandardHelpOptions = true,
        description = "Who may change by phone what callers get: the section [staff] of the configuration.",
        subcommands = {StaffPinCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom staff pin Ana",
            "",
            "Exit codes: 0 done; 1 it could not be done; 2 wrong command line; 78 wrong configuration."
        })
final class StaffCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say: staff pin NAME");
    }
}
