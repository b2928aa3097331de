package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom oncall}. */
@Command(
        name = "oncall",
        mixinStandardHelpOptions = true,
        description = "Shows, changes and tests who takes emergencies.",
        subcommands = {
            OncallNowCommand.class,
            OncallNextCommand.class,
            OncallOverrideCommand.class,
            OncallPinCommand.class,
            OncallTestCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom oncall now",
            "  anteroom oncall override --rota dentists --who 'Dr. Yu' --from '2026-12-24 17:00' \\",
            "      --to '2026-12-27 08:00'",
            "  anteroom oncall test",
            "",
            "Exit codes: 0 done; 1 it could not be done; 2 wrong command line; 78 wrong configuration."
        })
final class OncallCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say: oncall now, oncall next, oncall override, oncall pin, or oncall test");
    }
}
