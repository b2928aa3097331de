package org.anteroom.agent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many spoken times were understood, by kind, and what was made of the others. */
public final class WhenReport implements Figures {
    private static final int NAMES = 24;

    private final List<WhenVerdict> verdicts;

    WhenReport(List<WhenVerdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** The part that was understood, 0 to 1; null without cases. */
    public @Nullable Double accuracy() {
        return accuracy(verdicts).fraction();
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("accuracy", accuracy());
        json.put("cases", verdicts.size());
        json.put(
                "misses",
                verdicts.stream().filter(v -> !v.right()).map(WhenReport::miss).toList());
        return json;
    }

    private static Map<String, String> miss(WhenVerdict verdict) {
        Map<String, String> miss = new LinkedHashMap<>();
        miss.put("id", verdict.about().id());
        miss.put("text", verdict.about().text());
        miss.put("understood", verdict.said());
        miss.put("expected", WhenJson.line(verdict.about().expected()));
        return miss;
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-" + NAMES + "s %6s %20s%n", "", "cases", "understood"));
        row(text, "all", verdicts);
        Map<String, List<WhenVerdict>> kinds =
                verdicts.stream().collect(Collectors.groupingBy(WhenVerdict::kind, TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, of) -> row(text, kind, of));
        for (WhenVerdict verdict : verdicts) {
            if (!verdict.right()) {
                text.append(String.format(
                        Locale.ROOT,
                        "missed  %s: %s <%s> expected <%s>%n",
                        verdict.about().id(),
                        verdict.about().text(),
                        verdict.said(),
                        WhenJson.line(verdict.about().expected())));
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, List<WhenVerdict> of) {
        text.append(String.format(Locale.ROOT, "%-" + NAMES + "s %6d %20s%n", name, of.size(), accuracy(of)));
    }

    private static Proportion accuracy(List<WhenVerdict> of) {
        return Proportion.count(of, any -> true, WhenVerdict::right);
    }
}
