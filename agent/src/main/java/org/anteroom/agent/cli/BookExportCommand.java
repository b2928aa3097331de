package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom book export patients|appointments|providers FILE}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all patients, all appointments (cancelled ones too), or the providers with their hours to FILE as"
                    + " comma-separated values. Patients and appointments are health data in the clear: the file is yours"
                    + " alone (mode 0600) and is never written over; delete it when it has served. Who exported is written"
                    + " to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book export patients patients.csv",
            "",
            "Exit codes: 0 written; 1 FILE is there already or can't be written, or the records can't be opened; 2 wrong"
                    + " command line; 78 wrong configuration."
        })
final class BookExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "patients|appointments|providers", description = "What to write.")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write it; must not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws Failure {
        ControlRequest request = ControlRequest.of(verb());
        OwnFile.refuseExisting(file);
        StringWriter lines = new StringWriter();
        Asking.ask(config, request, new PrintWriter(lines));
        OwnFile.write(file, lines.toString());
        PrintWriter out = spec.commandLine().getOut();
        out.println(what + " written to " + file + ", which you alone may read.");
        out.flush();
        return ExitCode.DONE.status();
    }

    private Verb verb() {
        return switch (what) {
            case "patients" -> Verb.EXPORT_PATIENTS;
            case "appointments" -> Verb.EXPORT_APPOINTMENTS;
            case "providers" -> Verb.EXPORT_PROVIDERS;
            default -> throw new ParameterException(
                    spec.commandLine(), "Say: book export patients|appointments|providers FILE");
        };
    }
}
