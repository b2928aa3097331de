package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom book export patients|appointments|providers|calendar FILE}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all patients, all appointments (cancelled ones too), or the providers with their hours to FILE as"
                    + " comma-separated values; with 'calendar', the appointments from today on as iCalendar (.ics), which other"
                    + " calendars take in. There each has the kind of visit, its room and its provider's id, and no name unless"
                    + " --names is given: such files travel. A visit that is marked confidential has neither name nor kind. Who"
                    + " takes the file in again sees what was moved or cancelled since.",
            "",
            "Patients, appointments and a calendar are health data in the clear: the file is yours"
                    + " alone (mode 0600) and is never written over; delete it when it has served. Who exported is written"
                    + " to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book export patients patients.csv",
            "  anteroom book export calendar ortiz.ics --provider ortiz",
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

    @Parameters(index = "0", paramLabel = "patients|appointments|providers|calendar", description = "What to write.")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write it; must not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--provider",
            defaultValue = "",
            paramLabel = "ID",
            description = "With 'calendar': of one provider, by the id in the configuration (default: all).")
    private String provider = "";

    @Option(names = "--names", description = "With 'calendar': with the patients' names.")
    private boolean names;

    @Override
    public Integer call() throws Failure {
        Verb verb = verb();
        if (verb != Verb.EXPORT_CALENDAR && (names || !provider.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "--provider and --names go with: book export calendar FILE");
        }
        ControlRequest request =
                new ControlRequest(verb, 0, Map.of("provider", provider, "names", Boolean.toString(names)));
        OwnFile.refuseExisting(file);
        StringWriter lines = new StringWriter();
        Asking.ask(config, request, new PrintWriter(lines));
        String text = lines.toString();
        // RFC 5545 wants both signs at the end of a line, whatever this system has.
        OwnFile.write(
                file,
                verb == Verb.EXPORT_CALENDAR
                        ? text.lines().map(line -> line + "\r\n").collect(Collectors.joining())
                        : text);
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
            case "calendar" -> Verb.EXPORT_CALENDAR;
            default -> throw new ParameterException(
                    spec.commandLine(), "Say: book export patients|appointments|providers|calendar FILE");
        };
    }
}
