package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.anteroom.agent.cli.doctor.Examination;
import org.anteroom.agent.cli.doctor.Examination.Look;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.anteroom.agent.cli.doctor.Machine;
import org.anteroom.agent.cli.doctor.MachineChecks;
import org.anteroom.agent.cli.doctor.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks everything that answering calls and reaching a clinician depends on, within ten seconds: what is wrong, why it"
                    + " matters, and the command or step that mends it. It changes nothing and rings nobody.",
            "",
            "Run it as root to see everything; another user is told what can't be looked at. With the service running it is"
                    + " asked; without it the extension is registered and un-registered once. With [drill] set up, one short"
                    + " call through the PBX shows whether sound goes both ways; it stands among the calls."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo anteroom doctor",
            "  anteroom doctor --only pbx,registration,codecs",
            "  anteroom doctor --json --skip-calls        (for monitoring, every few minutes)",
            "  anteroom doctor --list                     (names of the checks)",
            "",
            "Exit codes: 0 no fault (with --strict: no warning either); 1 at least one; 2 wrong command line. What was"
                    + " skipped counts as neither."
        })
final class DoctorCommand implements Callable<Integer> {

    /** For completions. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Subject.values()).map(Subject::word).iterator();
        }
    }

    /** What is left for the checks however long the configuration and the service took to look at. */
    private static final Duration FEWEST = Duration.ofSeconds(2);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "One line of JSON at the end, and nothing else.")
    private boolean json;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = Names.class,
            description = "These checks only, by the names that --list shows.")
    private List<String> only = List.of();

    @Option(names = "--skip-calls", description = "Places no call.")
    private boolean skipCalls;

    @Option(names = "--strict", description = "Warnings count as faults in the exit code.")
    private boolean strict;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description =
                    "After so many seconds it stops waiting (default: ${DEFAULT-VALUE}); more for a busy machine.")
    private int within = 8;

    @Option(names = "--list", description = "Shows the checks, makes none.")
    private boolean list;

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Arrays.stream(Subject.values())
                    .forEach(subject ->
                            out.printf("%-14s %-16s %s%n", subject.topic().word(), subject.word(), subject.holds()));
            out.flush();
            return ExitCode.DONE.status();
        }
        Set<Subject> wanted = wanted();
        Map<Subject, Look> looks = looks(DoctorScene.look(config.file(), Instant.now()), wanted);
        Examination examination = new Examination();
        wanted.forEach(subject -> examination.add(subject, told(looks, subject)));
        Duration left = Duration.ofSeconds(within).minusNanos(System.nanoTime() - begun);
        DoctorLines lines = new DoctorLines(
                examination.run(left.compareTo(FEWEST) < 0 ? FEWEST : left),
                Duration.ofNanos(System.nanoTime() - begun),
                !json && Machine.terminal());
        if (json) {
            out.println(lines.json());
        } else {
            lines.text().forEach(out::println);
        }
        out.flush();
        boolean bad = lines.count(State.FAULT) > 0 || (strict && lines.count(State.WARNING) > 0);
        return (bad ? ExitCode.FAILED : ExitCode.DONE).status();
    }

    private Set<Subject> wanted() {
        if (only.isEmpty()) {
            return EnumSet.allOf(Subject.class);
        }
        Set<Subject> wanted = EnumSet.noneOf(Subject.class);
        for (String name : only) {
            wanted.add(Subject.of(name)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no check named " + name + "; there are "
                                    + Arrays.stream(Subject.values())
                                            .map(Subject::word)
                                            .collect(Collectors.joining(", ")))));
        }
        return wanted;
    }

    /** Says so where the configuration or this user's rights stand in the way. */
    private static Look told(Map<Subject, Look> looks, Subject subject) {
        return () -> {
            try {
                Look look = looks.get(subject);
                if (look == null) {
                    throw new IllegalStateException("nothing looks at " + subject);
                }
                return look.look();
            } catch (DoctorScene.Untold e) {
                return Finding.skipped(e.what(), e.mend());
            }
        };
    }

    /** A look for every subject. */
    private Map<Subject, Look> looks(DoctorScene scene, Set<Subject> wanted) {
        DoctorMachine machine = new DoctorMachine(scene);
        DoctorPhone phone = new DoctorPhone(scene);
        DoctorPbx pbx = new DoctorPbx(scene);
        DoctorEcho echo = new DoctorEcho(scene);
        DoctorRecords records = new DoctorRecords(scene);
        DoctorPeople people = new DoctorPeople(scene);
        Map<Subject, Look> looks = new EnumMap<>(Subject.class);
        looks.put(Subject.JAVA, () -> MachineChecks.java(MachineChecks.Java.running()));
        looks.put(Subject.NATIVES, machine::natives);
        looks.put(Subject.CLOCK, machine::clock);
        looks.put(Subject.TIME_ZONE, machine::zone);
        looks.put(Subject.DISK, machine::disk);
        looks.put(Subject.LOCAL_DISK, machine::localDisk);
        looks.put(Subject.ENTROPY, () -> MachineChecks.entropy(Machine.randomAtOnce()));
        looks.put(Subject.MEMORY, machine::memory);
        looks.put(Subject.CAPACITY, machine::capacity);
        looks.put(Subject.FILE_LIMIT, machine::fileLimit);
        looks.put(Subject.VERSION, machine::version);
        looks.put(Subject.UNIT, machine::unit);
        looks.put(Subject.KEY, machine::key);
        looks.put(Subject.FILE_MODES, machine::modes);
        looks.put(Subject.LEFTOVERS, machine::leftovers);
        looks.put(Subject.CONFIGURATION, people::configuration);
        looks.put(Subject.DOUBTS, people::doubts);
        looks.put(Subject.CALENDARS, people::calendars);
        looks.put(Subject.KEPT_PLAN, people::keptPlan);
        looks.put(Subject.ADDRESS, phone::address);
        looks.put(Subject.PORTS, phone::ports);
        looks.put(Subject.DNS, pbx::dns);
        looks.put(Subject.FIREWALL, phone::firewall);
        looks.put(Subject.PBX, pbx::pbx);
        looks.put(Subject.REGISTRATION, phone::registration);
        boolean call = wanted.contains(Subject.ECHO) && !skipCalls;
        CompletableFuture<Optional<Instant>> placed =
                call ? echo.placed() : CompletableFuture.completedFuture(Optional.empty());
        looks.put(Subject.CODECS, () -> pbx.codecs(placed, wanted.contains(Subject.PBX)));
        looks.put(Subject.ECHO, call ? echo::look : () -> Finding.skipped("No call was wanted.", ""));
        looks.put(Subject.TRUNK, phone::trunk);
        looks.put(Subject.TEXTS, phone::texts);
        looks.put(Subject.ON_CALL_PLAN, people::onCallPlan);
        looks.put(Subject.NUMBERS, people::numbers);
        looks.put(Subject.ON_CALL_TEST, records::onCallTest);
        looks.put(Subject.HOLIDAYS, people::holidays);
        looks.put(Subject.VOCABULARY, people::vocabulary);
        looks.put(Subject.DRILL, records::drill);
        looks.put(Subject.FALL_BACK, records::fallBack);
        looks.put(Subject.RECORDS, records::whole);
        looks.put(Subject.RECORDS_WRITTEN, records::written);
        looks.put(Subject.DISK_LATENCY, machine::latency);
        looks.put(Subject.AUDIT, records::audit);
        looks.put(Subject.ALARMS, records::alarms);
        looks.put(Subject.ALARM_TEST, records::alarmTest);
        looks.put(Subject.CONDITIONS, people::conditions);
        return looks;
    }
}
