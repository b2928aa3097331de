package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anteroom.agent.cli.doctor.ConfigurationChecks;
import org.anteroom.agent.cli.doctor.ConfigurationChecks.Kept;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.PeopleChecks;
import org.anteroom.agent.cli.doctor.Sight;
import org.anteroom.agent.cli.doctor.WatchingChecks;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.Doubt;
import org.anteroom.agent.config.Doubts;
import org.anteroom.agent.config.Keeper;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeHoliday;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.OnCallCheck;
import org.anteroom.agent.practice.calendar.CalendarFile;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.speech.Vocabulary;

/** Looks at the configuration, and whom it rings, for {@code anteroom doctor}. */
record DoctorPeople(DoctorScene scene) {
    private static final Duration AHEAD = Duration.ofDays(30);
    private static final int ALIKE = 2;
    /** Titles that are not said as they are written, and single letters. */
    private static final Set<String> NO_NAMES =
            Set.of("dr", "mr", "mrs", "ms", "prof", "dds", "dmd", "md", "do", "dvm");

    Finding configuration() {
        if (!scene.readable()) {
            return ConfigurationChecks.unreadable(scene.file(), Sight.of(scene.file()));
        }
        return ConfigurationChecks.valid(scene.file(), scene.problems(), Files.exists(PlanFile.beside(scene.file())));
    }

    /** What config check notices, all of it: those of names that can't be heard are those of the vocabulary. */
    Finding doubts() throws DoctorScene.Untold {
        return ConfigurationChecks.doubts(
                Doubts.of(scene.configured()).stream().map(Doubt::toString).toList());
    }

    Finding calendars() throws DoctorScene.Untold {
        PracticeConfig practice = scene.configured().practice();
        Keeper keeper = Keeper.of(scene.file());
        long named = practice.providers().stream()
                .filter(provider -> provider.calendar().isPresent())
                .count();
        return ConfigurationChecks.calendars(
                named,
                CalendarFile.check(practice, scene.now(), path -> !keeper.hides(path)).stream()
                        .map(Problem::toString)
                        .toList());
    }

    Finding keptPlan() throws DoctorScene.Untold {
        Path file = PlanFile.beside(scene.file());
        return ConfigurationChecks.keptPlan(
                kept(file), file, PlanFile.exposure(file).orElse(""), scene.running());
    }

    private Kept kept(Path file) throws DoctorScene.Untold {
        if (Sight.of(file) == Sight.ABSENT) {
            return Kept.MISSING;
        }
        if (!Files.isReadable(file)) {
            return Kept.UNREADABLE;
        }
        try {
            return PlanFile.read(file, List.of()).equals(scene.plan()) ? Kept.CURRENT : Kept.OLD;
        } catch (ConfigException broken) {
            return Kept.BROKEN;
        }
    }

    Finding onCallPlan() throws DoctorScene.Untold {
        Config config = scene.configured();
        ZoneId zone = config.practice().timezone();
        return PeopleChecks.plan(OnCall.of(config.oncall(), scene.overrides(), zone).holes(scene.now(), AHEAD).stream()
                .map(hole -> OnCallCheck.time(hole, scene.now(), zone))
                .toList());
    }

    Finding numbers() throws DoctorScene.Untold {
        Config config = scene.configured();
        return PeopleChecks.numbers(numbers(config.oncall()), config.sip().user());
    }

    private static Map<String, String> numbers(OncallConfig oncall) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (int group = 0; group < oncall.groups().size(); group++) {
            var targets = oncall.groups().get(group).targets();
            for (int target = 0; target < targets.size(); target++) {
                String key = "oncall.group[" + (group + 1) + "].target[" + (target + 1) + "].number";
                targets.get(target).number().ifPresent(number -> byKey.put(key, number));
            }
        }
        oncall.people().forEach(person -> {
            for (int i = 0; i < person.numbers().size(); i++) {
                byKey.put(
                        oncall.keyOf(person.name()) + ".numbers[" + (i + 1) + "]",
                        person.numbers().get(i));
            }
        });
        return byKey;
    }

    Finding holidays() throws DoctorScene.Untold {
        PracticeConfig practice = scene.configured().practice();
        Set<LocalDate> named = new HashSet<>(practice.closed());
        practice.holidays().stream().map(PracticeHoliday::date).forEach(named::add);
        return PeopleChecks.holidays(named, LocalDate.ofInstant(scene.now(), practice.timezone()));
    }

    Finding vocabulary() throws DoctorScene.Untold, IOException {
        Config config = scene.configured();
        Vocabulary vocabulary = Vocabulary.of(config.speech().model().orElseGet(Home::model));
        List<String> names = Stream.of(
                        Stream.of(config.practice().spokenName()),
                        config.oncall().people().stream().map(person -> person.name()),
                        config.practice().holidays().stream().map(PracticeHoliday::name))
                .flatMap(each -> each)
                .toList();
        Map<String, List<String>> unknown = new TreeMap<>();
        for (String word : vocabulary.unknown(names)) {
            String letters = word.replace("'s", "");
            if (letters.length() > 1 && !NO_NAMES.contains(letters) && !vocabulary.knows(letters)) {
                unknown.put(letters, vocabulary.nearest(letters, ALIKE));
            }
        }
        List<String> aliases = HeardNames.doubts(config.practice(), vocabulary).stream()
                .map(Doubt::toString)
                .toList();
        return PeopleChecks.vocabulary(unknown, aliases, names.size() + HeardNames.count(config.practice()));
    }

    /** What other checks look at more closely is left to them. */
    Finding conditions() {
        List<String> unwell = scene.status().stream()
                .flatMap(status -> status.conditions().stream())
                .filter(report -> !report.ok())
                .filter(report ->
                        report.condition() != Condition.DRILL_DUE && report.condition() != Condition.DRILL_PASSED)
                .map(Health.Report::sentence)
                .toList();
        boolean well = scene.status().filter(ServiceStatus::well).isPresent();
        int grave = scene.status().stream()
                .flatMap(status -> status.alarms().stream())
                .filter(ServiceStatus.OpenAlarms::grave)
                .mapToInt(ServiceStatus.OpenAlarms::count)
                .sum();
        return WatchingChecks.conditions(scene.running(), unwell, grave, well);
    }
}
