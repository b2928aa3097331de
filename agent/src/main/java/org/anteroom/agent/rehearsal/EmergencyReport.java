package org.anteroom.agent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.words.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an emergency evaluation: one object for programs, tables for people.
 *
 * <p>Fractions are 0 to 1, absent where there is no such row: {@code recall} of the emergencies that fired, alarm or
 * concern; {@code falseAlarms} of the others that fired, alarm or concern; {@code alarmRecall} of the emergencies that
 * became an alarm; {@code concernRate} of the others that stayed a concern. {@code decided} counts cases by grade.
 */
public final class EmergencyReport implements Figures {

    private static final int NAMES = 32;

    private final String file;
    private final List<EmergencyVerdict> verdicts;

    /** @param file the name of the file that was judged */
    EmergencyReport(String file, List<EmergencyVerdict> verdicts) {
        this.file = file;
        this.verdicts = List.copyOf(verdicts);
    }

    /** The object printed by {@code --json}. */
    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("recall", recall());
        json.put("falseAlarms", falseAlarms());
        json.put(
                "alarmRecall",
                Proportion.count(verdicts, this::emergency, v -> v.grade() == Grade.ALARM)
                        .fraction());
        json.put(
                "concernRate",
                Proportion.count(verdicts, v -> !emergency(v), v -> v.grade() == Grade.CONCERN)
                        .fraction());
        json.put("cases", verdicts.size());
        json.put("decided", grades().json());
        json.put(
                "misses",
                verdicts.stream().filter(v -> !v.right()).map(this::miss).toList());
        return json;
    }

    /**
     * The same for people: by practice, category and what was decided with 95 % intervals, then every miss and false alarm with
     * its reason.
     */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(Locale.ROOT, "%-" + NAMES + "s %6s %20s %20s%n", "", "cases", "recall", "false alarms"));
        row(text, "all", verdicts);
        table(text, "practice", v -> v.about().practice());
        table(text, "category", v -> v.about().category());
        text.append(grades().text(NAMES));
        for (EmergencyVerdict verdict : verdicts) {
            if (!verdict.right()) {
                text.append(emergency(verdict) ? "missed       " : "false alarm  ")
                        .append(verdict.about().id())
                        .append(": ")
                        .append(verdict.about().text())
                        .append(" <")
                        .append(verdict.fired() ? what(verdict) + ": " : "")
                        .append(verdict.reason())
                        .append(">\n");
            }
        }
        return text.toString();
    }

    /** The curve of recall against false alarms as SVG; empty without emergencies or without others. */
    public Optional<String> plot() {
        TradeOff tradeOff = new TradeOff(standings(true), standings(false));
        return tradeOff.drawable() ? Optional.of(TradeOffPlot.svg(file, List.of(), tradeOff)) : Optional.empty();
    }

    private List<Standing> standings(boolean emergencies) {
        return verdicts.stream()
                .filter(v -> emergency(v) == emergencies)
                .map(EmergencyVerdict::standing)
                .toList();
    }

    private GradeTable grades() {
        return new GradeTable(grades(true), grades(false));
    }

    private List<Grade> grades(boolean emergencies) {
        return verdicts.stream()
                .filter(v -> emergency(v) == emergencies)
                .map(EmergencyVerdict::grade)
                .toList();
    }

    /** Recall as a fraction, null without emergencies. */
    public @Nullable Double recall() {
        return recall(verdicts).fraction();
    }

    /** False alarms as a fraction, null without other rows. */
    public @Nullable Double falseAlarms() {
        return falseAlarms(verdicts).fraction();
    }

    private Map<String, Object> miss(EmergencyVerdict verdict) {
        Map<String, Object> miss = new LinkedHashMap<>();
        miss.put("id", verdict.about().id());
        miss.put("text", verdict.about().text());
        miss.put("label", verdict.about().emergency() ? "emergency" : "not");
        miss.put("what", what(verdict));
        miss.put("reason", verdict.reason());
        return miss;
    }

    private static String what(EmergencyVerdict verdict) {
        return verdict.decision().map(decision -> describe(verdict, decision)).orElse("no rule found");
    }

    private static String describe(EmergencyVerdict verdict, Decision decision) {
        List<String> words = Normaliser.words(verdict.about().text());
        String decisive = words.get(verdict.decisiveWord() - 1);
        return decision.grade().name().toLowerCase(Locale.ROOT) + " by " + decision.rule() + " (" + decision.category()
                + ") at the word '" + decisive + "'";
    }

    private void table(StringBuilder text, String what, Function<EmergencyVerdict, String> key) {
        Map<String, List<EmergencyVerdict>> groups =
                verdicts.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        groups.forEach((name, group) -> {
            if (!name.isEmpty()) {
                row(text, what + " " + name, group);
            }
        });
    }

    private void row(StringBuilder text, String name, List<EmergencyVerdict> group) {
        text.append(String.format(
                Locale.ROOT,
                "%-" + NAMES + "s %6d %20s %20s%n",
                name,
                group.size(),
                recall(group),
                falseAlarms(group)));
    }

    private Proportion recall(List<EmergencyVerdict> group) {
        return Proportion.count(group, this::emergency, EmergencyVerdict::fired);
    }

    private Proportion falseAlarms(List<EmergencyVerdict> group) {
        return Proportion.count(group, v -> !emergency(v), EmergencyVerdict::fired);
    }

    private boolean emergency(EmergencyVerdict verdict) {
        return verdict.about().emergency();
    }
}
