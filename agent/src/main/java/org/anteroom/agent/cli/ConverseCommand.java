package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextScene;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anteroom converse}. */
@Command(
        name = "converse",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a conversation in text: you are the caller, the answers are those of a call. Emergencies are detected"
                    + " as on a call; nobody is rung. The appointment book is real, and made for the conversation: what is booked"
                    + " or saved in it is gone when it ends.",
            "",
            "Type what the caller says, as it is heard: words. A line that begins with K: presses keys (K: 0), one with *"
                    + " is something that happens: * silent, * nobody (the phone that is rung is not taken), * not saved,"
                    + " * resumed (the person gives the caller back), * hangs up.",
            "",
            "The practice is that of the configuration where there is one, else a small example. On file in an example are"
                    + " Helen Parker, born 1984-03-03, 614 555 0192, PIN 4711, who has an appointment in a week or two; George"
                    + " Miller, 1961-07-19, 614 555 0143, PIN 2468; and Maria Lopez, 1992-10-30, 614 555 0127, PIN 5566. In a"
                    + " veterinary one they own Rex, Bella and Luna. With a configuration nobody is. --on-file and --appointment add"
                    + " patients and appointments.",
            "",
            "--script holds"
                    + " conversations again that were written down with both sides, and shows every line that is not as"
                    + " written; a folder stands for the .txt files in it. A code that comes as a text is always 314159."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom converse --practice dental",
            "  anteroom converse --at 2026-11-28T23:10",
            "  anteroom converse --on-file \"Nora Whitfield, 1979-05-06, 6145550155, 1357\" \\",
            "      --appointment \"Nora Whitfield, cleaning, 2026-12-08T10:00, ortiz\"",
            "  anteroom converse --script conversations/",
            "",
            "Exit codes: 0 the conversation is over, or all went as written; 1 one did not, or the sentence model can't be"
                    + " used; 2 an option or a script is wrong; 78 the configuration is wrong."
        })
final class ConverseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private PracticeOption practice = new PracticeOption();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            defaultValue = "",
            description = "The practice's local time, as 2026-11-28T23:10 (default: now).")
    private String at = "";

    @Option(
            names = "--caller",
            paramLabel = "NUMBER",
            defaultValue = "",
            description = "The number the call comes from.")
    private String caller = "";

    @Option(
            names = "--on-file",
            paramLabel = "PATIENT",
            description =
                    "A further patient on file: NAME, BORN, NUMBER, PIN; for an animal its name for BORN. May be repeated.")
    private List<String> patients = List.of();

    @Option(
            names = "--appointment",
            paramLabel = "VISIT",
            description = "An appointment of a patient on file: NAME, VISIT, TIME, PROVIDER. May be repeated.")
    private List<String> visits = List.of();

    @Option(
            names = "--script",
            paramLabel = "FILE",
            arity = "1..*",
            description = "A conversation that was written down, or a folder of them.")
    private List<Path> scripts = List.of();

    @Option(
            names = "--trace",
            description = "Show after each turn what it was taken for, where it led, and what is known by then.")
    private boolean trace;

    @Option(
            names = "--write",
            description = "With --script: write the agent's side of each as it is now into its file.")
    private boolean write;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        TextPractice practised = practice();
        try (ScratchRecords records = ScratchRecords.open();
                Meaning meaning = Meaning.load()) {
            TextScene scene = new TextScene(
                    practised, Optional.of(meaning), Optional.of(RequestReader.beside(meaning::vector)), records);
            if (write) {
                new ConverseScripts(scene, out).write(files());
                return ExitCode.DONE.status();
            }
            if (!scripts.isEmpty()) {
                return new ConverseScripts(scene, out).hold(files()) ? 0 : ExitCode.FAILED.status();
            }
            BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            boolean sits = Terminal.isStandardInput();
            Instant now = time(practised);
            new ConverseTalk(scene, out, new ConverseTalk.Showing(sits && Terminal.isStandardOutput(), !sits, trace))
                    .hold(typed, onFile(practised, now), Optional.of(caller).filter(number -> !number.isBlank()), now);
            return ExitCode.DONE.status();
        } catch (IOException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }

    private TextPractice practice() throws Failure {
        Optional<PracticeType> type = practice.type();
        TextPractice example = TextPractice.example(type.orElse(PracticeType.DENTAL));
        if (!config.given()) {
            return example;
        }
        try {
            Config loaded = config.load();
            TextPractice own = TextPractice.of(loaded).worded(OwnSentences.catalogue(loaded.practice()));
            return type.map(own::as).orElse(own);
        } catch (Failure e) {
            if (!config.file().equals(Path.of(ConfigOption.DEFAULT))) {
                throw e;
            }
            spec.commandLine()
                    .getErr()
                    .println(config.file() + " can't be used yet: this is a conversation with an example practice.");
            return example;
        }
    }

    private List<OnFile> onFile(TextPractice practised, Instant now) throws Failure {
        List<OnFile> all = new ArrayList<>(practised.onFile(now));
        for (String patient : patients) {
            all.add(read("--on-file", patient, OnFile::person, OnFile.PERSON_FORM));
        }
        List<String> names = all.stream()
                .flatMap(each -> each instanceof OnFile.Person person ? Stream.of(person.name()) : Stream.empty())
                .distinct()
                .toList();
        PracticeConfig book = practised.practice();
        for (String text : visits) {
            OnFile each = read("--appointment", text, OnFile::visit, OnFile.VISIT_FORM);
            if (each instanceof OnFile.Visit visit) {
                known("patient on file", visit.name(), names);
                known(
                        "visit",
                        visit.visitType(),
                        book.visitTypes().stream().map(VisitType::name).toList());
                known(
                        "provider",
                        visit.provider(),
                        book.providers().stream().map(PracticeProvider::id).toList());
            }
            all.add(each);
        }
        return all;
    }

    private static OnFile read(String option, String text, Function<String, OnFile> reading, String form)
            throws Failure {
        try {
            return reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.usage(option + " takes " + form + "; not \"" + text + "\".");
        }
    }

    private static void known(String what, String name, List<String> there) throws Failure {
        if (!there.contains(name)) {
            throw Failure.usage("--appointment: there is no " + what + " \"" + name + "\"; there are: "
                    + (there.isEmpty() ? "none" : String.join(", ", there)) + ".");
        }
    }

    private Instant time(TextPractice practised) throws Failure {
        ZoneId zone = practised.office().hours().zone();
        try {
            return at.isEmpty()
                    ? Clock.systemUTC().instant()
                    : LocalDateTime.parse(at).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Failure.usage("--at takes a local time as 2026-11-28T23:10, not " + at + ".");
        }
    }

    private List<Path> files() throws Failure {
        List<Path> files = scripts.stream().flatMap(ConverseCommand::within).toList();
        if (files.isEmpty()) {
            throw Failure.usage("There is no conversation (.txt) in what --script names.");
        }
        return files;
    }

    private static Stream<Path> within(Path given) {
        if (!Files.isDirectory(given)) {
            return Stream.of(given);
        }
        try (Stream<Path> found = Files.list(given)) {
            return found.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of(given);
        }
    }
}
