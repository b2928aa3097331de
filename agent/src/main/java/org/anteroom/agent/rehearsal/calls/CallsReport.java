package org.anteroom.agent.rehearsal.calls;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.rehearsal.Figures;
import org.jspecify.annotations.Nullable;

/** What came of many calls: one object for programs; tables and the worst calls for people. */
public final class CallsReport implements Figures {

    private final List<Verdict> verdicts;
    private final int worst;

    private CallsReport(List<Verdict> verdicts, int worst) {
        this.verdicts = List.copyOf(verdicts);
        this.worst = worst;
    }

    CallsReport(List<Verdict> verdicts) {
        this(verdicts, 10);
    }

    /** The same with another number of the worst calls below its tables, from 0. */
    public CallsReport showing(int calls) {
        return new CallsReport(verdicts, calls);
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** The object printed by {@code --json}. */
    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("success", verdicts.isEmpty() ? null : success(verdicts));
        json.put("wrongCommitments", count(verdicts, Outcome.WRONG));
        json.put("cases", verdicts.size());
        json.put("toStaff", count(verdicts, Outcome.TO_STAFF));
        json.put("nothing", count(verdicts, Outcome.NOTHING));
        json.put("notHeld", count(verdicts, Outcome.NOT_HELD));
        CallTimes.of(verdicts).ifPresent(times -> json.putAll(times.json()));
        json.put("tasks", groups(each -> each.situation().goal().task().id()));
        json.put("manners", groups(each -> each.situation().manner().style().id()));
        json.put("moods", groups(each -> each.situation().manner().mood().id()));
        json.put("practices", groups(each -> each.type().id()));
        if (spoken()) {
            json.put("voices", groups(each -> each.account().timing().voice()));
        }
        json.put("calls", verdicts.stream().map(CallsReport::call).toList());
        return json;
    }

    private boolean spoken() {
        return verdicts.stream().anyMatch(each -> each.account().timing().seconds() > 0);
    }

    private Map<String, Double> groups(Function<Verdict, String> by) {
        Map<String, Double> groups = new TreeMap<>();
        grouped(by).forEach((name, group) -> groups.put(name, success(group)));
        return groups;
    }

    private Map<String, List<Verdict>> grouped(Function<Verdict, String> by) {
        return verdicts.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, Object> call(Verdict verdict) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("seed", verdict.situation().seed());
        call.put("practice", verdict.type().id());
        call.put("task", verdict.situation().goal().task().id());
        call.put("manner", verdict.situation().manner().style().id());
        call.put("mood", verdict.situation().manner().mood().id());
        call.put("outcome", verdict.outcome().id());
        call.put("ending", verdict.account().ending().id());
        call.put("turns", verdict.account().turns());
        call.put("repairs", verdict.account().repairs());
        call.put("loops", verdict.account().loops());
        Timing timing = verdict.account().timing();
        if (timing.seconds() > 0) {
            call.put("voice", timing.voice());
            call.put("seconds", timing.seconds());
            call.put("longestSilenceMs", timing.longestMs());
            call.put("interruptions", timing.interruptions());
        }
        call.put("wrong", verdict.wrong());
        return call;
    }

    /** The same for people. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-20s %6s %9s %6s %6s %6s %8s %8s%n",
                "",
                "calls",
                "success",
                "staff",
                "wrong",
                "none",
                "turns",
                "repairs"));
        row(text, "all", verdicts);
        table(text, "task", each -> each.situation().goal().task().id());
        table(text, "manner", each -> each.situation().manner().style().id());
        table(text, "mood", each -> each.situation().manner().mood().id());
        table(text, "practice", each -> each.type().id());
        table(text, "ending", each -> each.account().ending().id());
        if (spoken()) {
            table(text, "voice", each -> each.account().timing().voice());
        }
        CallTimes.of(verdicts).ifPresent(times -> text.append('\n').append(times.text()));
        long untried = count(verdicts, Outcome.NOT_HELD);
        if (untried > 0) {
            text.append(untried).append(" could not be held, and count as no success: why is told below.\n");
        }
        worst(text);
        return text.toString();
    }

    private void table(StringBuilder text, String name, Function<Verdict, String> by) {
        text.append(String.format(Locale.ROOT, "%n%s%n", name));
        grouped(by).forEach((each, group) -> row(text, "  " + each, group));
    }

    private static void row(StringBuilder text, String name, List<Verdict> group) {
        text.append(String.format(
                Locale.ROOT,
                "%-20s %6d %7.1f %% %6d %6d %6d %8.1f %8.2f%n",
                name,
                group.size(),
                100 * success(group),
                count(group, Outcome.TO_STAFF),
                count(group, Outcome.WRONG),
                count(group, Outcome.NOTHING),
                group.stream()
                        .mapToInt(each -> each.account().turns())
                        .average()
                        .orElse(0),
                group.stream()
                        .mapToInt(each -> each.account().repairs())
                        .average()
                        .orElse(0)));
    }

    private void worst(StringBuilder text) {
        verdicts.stream()
                .sorted(Comparator.comparingInt(Verdict::badness).reversed())
                .limit(worst)
                .forEach(each -> text.append(transcript(each)));
    }

    /** One call in a line. */
    static String line(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%d: %s of %s, %s (%.0f s)",
                verdict.situation().seed(),
                verdict.situation().goal().task().id(),
                verdict.type().id(),
                verdict.outcome().id(),
                verdict.account().timing().seconds());
    }

    /** One call, readable. */
    static String transcript(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%n--- seed %d: %s calls %s, %s, %s, at %s: %s by %s%n",
                verdict.situation().seed(),
                verdict.situation().goal().task().id(),
                verdict.type().id(),
                verdict.situation().manner().style().id(),
                verdict.situation().manner().mood().id(),
                verdict.situation().now(),
                verdict.outcome().id(),
                verdict.account().ending().id()));
        verdict.wrong().forEach(each -> text.append("    ").append(each).append('\n'));
        text.append(Wanted.of(verdict.situation().goal()));
        verdict.account().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static double success(List<Verdict> group) {
        long reached = group.stream().filter(each -> each.outcome().reached()).count();
        return group.isEmpty() ? 0 : reached / (double) group.size();
    }

    private static long count(List<Verdict> group, Outcome outcome) {
        return group.stream().filter(each -> each.outcome() == outcome).count();
    }
}
