package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom patients proxy COMMAND}. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        subcommands = {ProxyAddCommand.class, ProxyListCommand.class, ProxyRemoveCommand.class},
        description = {
            "Who may act for a patient on the phone: parents, guardians, carers, facilities. A proxy has a PIN of their own,"
                    + " may do what is listed until a day, and hears of no confidential visit. Whoever isn't listed may"
                    + " leave messages and hears nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients proxy add 12 --relation mother --tasks book,cancel --until 2027-06-30",
            "  anteroom patients proxy list 12",
            "  anteroom patients proxy remove 3",
            "",
            "Exit codes: 0 done; 1 it could not be done; 2 wrong command line or PIN; 78 wrong configuration."
        })
final class PatientsProxyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say: patients proxy add, patients proxy list, or: patients proxy remove");
    }
}
