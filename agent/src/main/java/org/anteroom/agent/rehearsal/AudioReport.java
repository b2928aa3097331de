package org.anteroom.agent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.emergency.Grade;
import org.jspecify.annotations.Nullable;

/** The figures of an audio evaluation: one object for programs, tables for people. Fractions are 0 to 1, absent where
 *  there is no such row.
 */
public final class AudioReport implements Figures {

    private static final int NAMES = 28;

    private final String file;
    private final LineQuality line;
    private final List<AudioVerdict> verdicts;
    private final long tookNanos;

    /**
     * @param file the name of the file that was judged
     * @param line what every recording went through first
     */
    AudioReport(String file, LineQuality line, List<AudioVerdict> verdicts, long tookNanos) {
        this.file = file;
        this.line = line;
        this.verdicts = List.copyOf(verdicts);
        this.tookNanos = tookNanos;
    }

    /** The object printed by {@code --json}. */
    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("recall", recall(verdicts).fraction());
        json.put("falseAlarms", falseAlarms(verdicts).fraction());
        json.put(
                "alarmRecall",
                Proportion.count(verdicts, AudioReport::emergency, AudioVerdict::alarm)
                        .fraction());
        json.put(
                "concernRate",
                Proportion.count(verdicts, AudioReport::ordinary, v -> v.grade() == Grade.CONCERN)
                        .fraction());
        json.put("cases", verdicts.size());
        json.put("misses", wrong().map(AudioReport::miss).toList());
        json.put("wer", wer(verdicts));
        json.put("decided", grades().json());
        json.put("line", line.json());
        return json;
    }

    /**
     * The same for people: what was done to the sound; by practice, category, voice, noise and what was decided with 95 %
     * intervals; then every miss and false alarm with its reason.
     */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "sound: %s%n", String.join(", ", line.told())));
        long wordsOnly =
                verdicts.stream().filter(v -> !emergency(v) && !ordinary(v)).count();
        if (wordsOnly > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d of %d cases are of no kind that must or must not fire: they count for word errors only%n",
                    wordsOnly,
                    verdicts.size()));
        }
        text.append(String.format(
                Locale.ROOT, "%-" + NAMES + "s %6s %20s %20s %8s%n", "", "cases", "recall", "false alarms", "wer"));
        row(text, "all", verdicts);
        table(text, "practice", v -> v.about().practice());
        table(text, "category", v -> v.about().category());
        table(text, "voice", v -> v.about().voice());
        table(text, "noise", v -> v.about().noise());
        text.append(grades().text(NAMES));
        wrong().forEach(v ->
                text.append(emergency(v) ? "missed       " : "false alarm  ").append(line(v)));
        double audio = verdicts.stream().mapToLong(AudioVerdict::audioMs).sum() / 1000.0;
        text.append(String.format(Locale.ROOT, "%.0f s of sound in %.0f s%n", audio, tookNanos / 1e9));
        return text.toString();
    }

    private void table(StringBuilder text, String what, Function<AudioVerdict, String> key) {
        Map<String, List<AudioVerdict>> groups =
                verdicts.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        groups.forEach((name, group) -> {
            if (!name.isEmpty()) {
                row(text, what + " " + name, group);
            }
        });
    }

    private static void row(StringBuilder text, String name, List<AudioVerdict> group) {
        text.append(String.format(
                Locale.ROOT,
                "%-" + NAMES + "s %6d %20s %20s %8s%n",
                name,
                group.size(),
                recall(group),
                falseAlarms(group),
                percent(wer(group))));
    }

    private static String line(AudioVerdict verdict) {
        AudioCase about = verdict.about();
        return about.id() + " [" + about.voice() + " " + about.noise() + "] said: " + about.text() + " | heard: "
                + verdict.heard() + " | " + (verdict.fired() ? verdict.what() + ": " : "") + verdict.reason() + "\n";
    }

    /** The curve of recall against false alarms as SVG; empty without emergencies or without cases that must not fire. */
    public Optional<String> plot() {
        TradeOff tradeOff = new TradeOff(
                of(AudioReport::emergency, AudioVerdict::standing), of(AudioReport::ordinary, AudioVerdict::standing));
        List<String> sound =
                line.told().stream().map(part -> "Sound: " + part + ".").toList();
        return tradeOff.drawable() ? Optional.of(TradeOffPlot.svg(file, sound, tradeOff)) : Optional.empty();
    }

    private GradeTable grades() {
        return new GradeTable(
                of(AudioReport::emergency, AudioVerdict::grade), of(AudioReport::ordinary, AudioVerdict::grade));
    }

    private <T> List<T> of(Predicate<AudioVerdict> which, Function<AudioVerdict, T> what) {
        return verdicts.stream().filter(which).map(what).toList();
    }

    /** Emergencies that didn't fire and others that did. */
    private Stream<AudioVerdict> wrong() {
        return verdicts.stream().filter(v -> (emergency(v) && !v.fired()) || (ordinary(v) && v.fired()));
    }

    private static Map<String, String> miss(AudioVerdict verdict) {
        Map<String, String> miss = new LinkedHashMap<>();
        miss.put("id", verdict.about().id());
        miss.put("text", verdict.about().text());
        miss.put("heard", verdict.heard());
        miss.put("label", verdict.about().kind());
        miss.put("what", verdict.what());
        miss.put("reason", verdict.reason());
        return miss;
    }

    private static boolean emergency(AudioVerdict verdict) {
        return verdict.about().emergency();
    }

    private static boolean ordinary(AudioVerdict verdict) {
        return verdict.about().ordinary();
    }

    private static Proportion recall(List<AudioVerdict> group) {
        return Proportion.count(group, AudioReport::emergency, AudioVerdict::fired);
    }

    private static Proportion falseAlarms(List<AudioVerdict> group) {
        return Proportion.count(group, AudioReport::ordinary, AudioVerdict::fired);
    }

    private static @Nullable Double wer(List<AudioVerdict> verdicts) {
        WordErrors total = verdicts.stream().map(AudioVerdict::words).reduce(WordErrors.NONE, WordErrors::plus);
        return total.words() == 0 ? null : (double) total.errors() / total.words();
    }

    private static String percent(@Nullable Double fraction) {
        return fraction == null ? "-" : String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }
}
