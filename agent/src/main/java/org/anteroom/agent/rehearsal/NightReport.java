package org.anteroom.agent.rehearsal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.emergency.Grade;
import org.jspecify.annotations.Nullable;

/**
 * What simulated nights came to.
 *
 * @param practice its type
 * @param ordinary how many ordinary sentences the calls were made of
 * @param lookalikes how many that are worded like emergencies
 */
public record NightReport(String practice, NightMix mix, int ordinary, int lookalikes, List<WakeUp> wakeUps)
        implements Figures {
    private static final double TAIL = 0.025;

    /**
     * Somebody on call was rung for nothing.
     *
     * @param month from 0
     * @param doctor from 0
     * @param lookalike whether the call held a sentence worded like an emergency
     */
    record WakeUp(int month, int doctor, boolean lookalike, Grade grade, String rule) {}

    public NightReport {
        wakeUps = List.copyOf(wakeUps);
    }

    /** Needless wake-ups in a month, on average. */
    double aMonth() {
        return rate(wakeUps.size());
    }

    private double rate(long wakeUps) {
        return (double) wakeUps / mix.months();
    }

    /** The months in between hold 95 of 100. */
    private String range() {
        int[] counts = new int[mix.months()];
        wakeUps.forEach(each -> counts[each.month()]++);
        Arrays.sort(counts);
        int tail = (int) Math.floor(TAIL * counts.length);
        return counts[tail] + " to " + counts[counts.length - 1 - tail];
    }

    /** For programs: {@code wakeUpsAMonth}, and the same by {@code rules}, by {@code grades} and for {@code lookalikes}. */
    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("practice", practice);
        json.put("months", mix.months());
        json.put("calls", (long) mix.months() * NightMix.NIGHTS * mix.calls());
        json.put("wakeUpsAMonth", aMonth());
        json.put("bearable", aMonth() <= NightMix.BEARABLE);
        json.put("ofLookalikes", rate(wakeUps.stream().filter(WakeUp::lookalike).count()));
        json.put("rules", by(WakeUp::rule));
        json.put("grades", by(each -> each.grade().name().toLowerCase(Locale.ROOT)));
        json.put("doctors", by(each -> "doctor " + (each.doctor() + 1)));
        return json;
    }

    /** Rows a month, the most frequent first. */
    private Map<String, Double> by(Function<WakeUp, String> what) {
        Map<String, Double> rows = new LinkedHashMap<>();
        wakeUps.stream().collect(Collectors.groupingBy(what, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(row -> rows.put(row.getKey(), rate(row.getValue())));
        return rows;
    }

    /** For people. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s practice, %d calls a night that are no emergencies, %.0f %% of them with a sentence worded like one,%n"
                        + "%d sentences a call out of %d ordinary ones and %d look-alikes, %d months of %d nights.%n",
                practice,
                mix.calls(),
                100 * mix.lookalikes(),
                mix.turns(),
                ordinary,
                lookalikes,
                mix.months(),
                NightMix.NIGHTS));
        text.append(String.format(
                Locale.ROOT,
                "needless wake-ups a month: %.2f (at most %d wanted: %s); 95 of 100 months %s%n",
                aMonth(),
                NightMix.BEARABLE,
                aMonth() <= NightMix.BEARABLE ? "kept" : "NOT KEPT",
                range()));
        text.append(String.format(
                Locale.ROOT,
                "of calls with a look-alike %.2f, of ordinary ones %.2f%n",
                rate(wakeUps.stream().filter(WakeUp::lookalike).count()),
                rate(wakeUps.stream().filter(each -> !each.lookalike()).count())));
        table("by rule", by(WakeUp::rule), text);
        table("by grade", by(each -> each.grade().name().toLowerCase(Locale.ROOT)), text);
        table("by doctor, a week in turn", by(each -> "doctor " + (each.doctor() + 1)), text);
        return text.toString();
    }

    private static void table(String what, Map<String, Double> rows, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "%n%-28s a month%n", what));
        rows.forEach((name, rate) -> text.append(String.format(Locale.ROOT, "%-28s %7.2f%n", name, rate)));
    }
}
