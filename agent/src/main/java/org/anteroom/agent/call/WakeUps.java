package org.anteroom.agent.call;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How often people on call were rung, and how often for nothing: by month, by rule and by person. An emergency counts once
 * for each person whose phones it rang, whatever they did then, and once in its month and for its rule. Pure.
 */
public record WakeUps(List<Count> months, List<Count> rules, List<Count> people) {
    /** A second phone of the same person, as the plan names it. */
    private static final Pattern SECOND_PHONE = Pattern.compile(" \\(\\d+\\)$");

    /** Rung in opening hours, and no clinician. */
    private static final String DESK = "front desk";

    /**
     * What one row counts.
     *
     * @param name month as {@code 2026-11}, rule, or person
     * @param rung emergencies that rang somebody on call
     * @param real those that people judged real
     * @param needless those that people judged false alarms
     */
    public record Count(String name, int rung, int real, int needless) {
        /** Those about which nobody has said anything. */
        public int open() {
            return rung - real - needless;
        }

        private Count plus(Emergency emergency) {
            boolean wasReal =
                    emergency.verdict().filter(Judgement.Verdict.REAL::equals).isPresent();
            boolean wasFalse = emergency
                    .verdict()
                    .filter(Judgement.Verdict.FALSE_ALARM::equals)
                    .isPresent();
            return new Count(name, rung + 1, real + (wasReal ? 1 : 0), needless + (wasFalse ? 1 : 0));
        }
    }

    public WakeUps {
        months = List.copyOf(months);
        rules = List.copyOf(rules);
        people = List.copyOf(people);
    }

    /** @param zone the practice's, which says where a month begins */
    public static WakeUps of(Collection<Emergency> emergencies, ZoneId zone) {
        List<Emergency> rang = emergencies.stream()
                .filter(each -> people(each).findAny().isPresent())
                .toList();
        return new WakeUps(
                counted(
                        rang,
                        each -> Stream.of(
                                YearMonth.from(each.when().atZone(zone)).toString())),
                counted(rang, each -> Stream.of(each.flight().reason().rule())),
                counted(rang, WakeUps::people));
    }

    private static Stream<String> people(Emergency emergency) {
        return emergency.flight().rung().stream()
                .map(target -> SECOND_PHONE.matcher(target).replaceFirst(""))
                .filter(person -> !person.equals(DESK))
                .distinct();
    }

    private static List<Count> counted(List<Emergency> emergencies, Function<Emergency, Stream<String>> rows) {
        Map<String, Count> counts = new TreeMap<>();
        for (Emergency each : emergencies) {
            rows.apply(each)
                    .forEach(name -> counts.put(
                            name,
                            counts.getOrDefault(name, new Count(name, 0, 0, 0)).plus(each)));
        }
        return new ArrayList<>(counts.values());
    }
}
