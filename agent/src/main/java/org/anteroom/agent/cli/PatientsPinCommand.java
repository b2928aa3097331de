package org.anteroom.agent.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom patients pin}. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = {
            "Makes or changes the PIN with which a patient is known on the phone, where [identity] asks for one. It is asked"
                    + " for twice and not shown, or read from standard input; best the patient types it.",
            "",
            "Only a hash is kept, sealed. A forgotten PIN can't be read back: make a new one. Who made it is written to the"
                    + " audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients pin 12",
            "  anteroom patients pin 12 --remove",
            "",
            "Exit codes: 0 done; 1 no such patient, or the records can't be opened; 2 wrong command line or PIN; 78 wrong"
                    + " configuration."
        })
final class PatientsPinCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "NUMBER", description = "The patient's number, as 'patients list' shows it.")
    private long number;

    @Option(names = "--remove", description = "Removes the PIN.")
    private boolean remove;

    @Override
    public Integer call() throws Failure {
        if (number <= 0) {
            throw new ParameterException(spec.commandLine(), "Say: patients pin NUMBER");
        }
        if (remove) {
            Asking.ask(
                    config,
                    new ControlRequest(Verb.REMOVE_PATIENT_PIN, number),
                    spec.commandLine().getOut());
            return ExitCode.DONE.status();
        }
        char[] pin = new PinEntry().pin(List.of());
        try {
            Asking.ask(
                    config,
                    new ControlRequest(Verb.SET_PATIENT_PIN, number).with(String.valueOf(pin)),
                    spec.commandLine().getOut());
        } finally {
            Arrays.fill(pin, '0');
        }
        return ExitCode.DONE.status();
    }
}
