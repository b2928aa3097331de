package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.config.FileTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom book import patients|appointments FILE}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes patients or appointments of another system into the book from FILE, comma-separated values in UTF-8 whose"
                    + " first line names the columns. All rows are taken or none: what is wrong is told line by line, with"
                    + " what to write instead. Rows are known again by external-id, so that the same file may be imported"
                    + " again and again. An appointment outside the hours of its provider is taken as it is, and told with its"
                    + " line at the end.",
            "",
            "Columns of patients: external-id, name; birth, phone, confidential (yes or no); for an animal also animal (its"
                    + " name) and species, where name is its owner's.",
            "Columns of appointments: external-id, patient (the patient's external-id), provider, visit-type, start"
                    + " (2026-06-03 10:00, the practice's clock); minutes, room, state, reason, confidential.",
            "What 'book export' writes can be imported as it is. FILE is read by you, not by the service."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book import patients patients.csv --dry-run",
            "  anteroom book import appointments appointments.csv",
            "",
            "Exit codes: 0 imported; 1 the records can't be opened; 2 something is wrong with FILE or the command line; 78"
                    + " wrong configuration."
        })
final class BookImportCommand implements Callable<Integer> {
    private static final Pattern LINE = Pattern.compile("(?m)^(line [0-9]+: )");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "patients|appointments", description = "What the rows are.")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--dry-run", description = "Tell what would happen, and change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws Failure {
        ControlRequest request = new ControlRequest(verb(), 0, Map.of("dry-run", Boolean.toString(dryRun)));
        StringWriter answer = new StringWriter();
        try {
            Asking.ask(config, request.with(text()), new PrintWriter(answer));
        } catch (Failure wrong) {
            throw Failure.of(wrong.code(), named(wrong.sentence()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(named(answer.toString()));
        out.flush();
        return ExitCode.DONE.status();
    }

    /** The same with the file before each of its lines: whoever answers sees only what stands in it. */
    private String named(String lines) {
        return LINE.matcher(lines).replaceAll(Matcher.quoteReplacement(file + ": ") + "$1");
    }

    private String text() throws Failure {
        try {
            String text = Files.readString(file);
            if (text.length() > Attachment.LONGEST) {
                throw Failure.usage(file + " is longer than 16 million characters: import it in parts.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Failure.usage(file + " is not UTF-8 text: save it as CSV UTF-8.");
        } catch (IOException e) {
            throw Failure.usage(file + " can't be read (" + FileTrouble.why(e) + ").");
        }
    }

    private Verb verb() {
        return switch (what) {
            case "patients" -> Verb.IMPORT_PATIENTS;
            case "appointments" -> Verb.IMPORT_APPOINTMENTS;
            default -> throw new ParameterException(spec.commandLine(), "Say: book import patients|appointments FILE");
        };
    }
}
