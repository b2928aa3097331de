package org.anteroom.agent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many dictated answers were understood, by kind, and what the others were taken for. */
public final class NumbersReport implements Figures {

    private final List<NumberVerdict> verdicts;

    NumbersReport(List<NumberVerdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** The object printed by {@code --json}. */
    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("accuracy", accuracy());
        json.put("cases", verdicts.size());
        json.put("misses", misses().stream().map(NumbersReport::miss).toList());
        return json;
    }

    /** The same for people: by kind with 95 % intervals, then every miss with what was understood. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-20s %6s %22s%n", "", "cases", "understood"));
        row(text, "all", verdict -> true);
        for (NumberKind kind : NumberKind.values()) {
            if (verdicts.stream().anyMatch(verdict -> verdict.about().kind() == kind)) {
                row(text, kind.written(), verdict -> verdict.about().kind() == kind);
            }
        }
        for (NumberVerdict verdict : misses()) {
            String understood = verdict.understood().isEmpty() ? "nothing" : verdict.understood();
            text.append("missed  ")
                    .append(verdict.about().id())
                    .append(": ")
                    .append(verdict.about().text())
                    .append(" <")
                    .append(verdict.about().kind().written())
                    .append(" ")
                    .append(verdict.about().normal())
                    .append(", understood ")
                    .append(understood)
                    .append(">\n");
        }
        return text.toString();
    }

    /** Part of the answers that were understood, 0 to 1; null without any. */
    public @Nullable Double accuracy() {
        return Proportion.count(verdicts, verdict -> true, NumberVerdict::right).fraction();
    }

    private List<NumberVerdict> misses() {
        return verdicts.stream().filter(verdict -> !verdict.right()).toList();
    }

    private static Map<String, Object> miss(NumberVerdict verdict) {
        Map<String, Object> miss = new LinkedHashMap<>();
        miss.put("id", verdict.about().id());
        miss.put("kind", verdict.about().kind().written());
        miss.put("text", verdict.about().text());
        miss.put("normal", verdict.about().normal());
        miss.put("understood", verdict.understood());
        return miss;
    }

    private void row(StringBuilder text, String name, Predicate<NumberVerdict> among) {
        Proportion right = Proportion.count(verdicts, among, NumberVerdict::right);
        text.append(String.format(Locale.ROOT, "%-20s %6d %22s%n", name, right.of(), right));
    }
}
