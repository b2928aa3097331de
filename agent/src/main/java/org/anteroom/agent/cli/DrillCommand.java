package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom drill}. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = {
            "Rehearses emergencies: a second extension calls Anteroom through the PBX and plays recorded callers; a phone"
                    + " rings, is told that it is a drill, takes the call, and both are connected. The section [drill] of"
                    + " the configuration says which extension calls and which phones ring."
        },
        subcommands = {DrillRunCommand.class, DrillScheduleCommand.class, DrillReportCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom drill run",
            "  anteroom drill run --outage",
            "  anteroom drill report",
            "",
            "Exit codes: 0 done, and it passed; 1 it failed or could not be made; 2 wrong command line; 78 wrong configuration."
        })
final class DrillCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say: drill run, drill schedule, or drill report");
    }
}
