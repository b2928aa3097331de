package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom patients COMMAND}. */
@Command(
        name = "patients",
        mixinStandardHelpOptions = true,
        subcommands = {PatientsListCommand.class, PatientsPinCommand.class, PatientsProxyCommand.class},
        description = {
            "By what callers are known: PINs of patients, and who may act for a patient. What each task takes stands in the"
                    + " section [identity] of the configuration.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs the"
                    + " key. Who asked is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients list",
            "  anteroom patients pin 12",
            "  anteroom patients proxy list 12",
            "",
            "Exit codes: 0 done; 1 it could not be done; 2 wrong command line or PIN; 78 wrong configuration."
        })
final class PatientsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say: patients list, patients pin NUMBER, or: patients proxy COMMAND");
    }
}
