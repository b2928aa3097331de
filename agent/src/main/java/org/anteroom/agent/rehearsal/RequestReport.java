package org.anteroom.agent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.dialogue.Understood;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an evaluation of requests: one object for programs, tables for people. Cases with labels that this program doesn't
 * tell apart count nowhere but in a table of their own.
 */
public final class RequestReport implements Figures {

    private static final int NAMES = 24;
    private static final int CONFUSIONS = 12;

    private final List<RequestVerdict> judged;
    private final List<RequestVerdict> others;

    RequestReport(List<RequestVerdict> verdicts) {
        judged = verdicts.stream().filter(v -> v.about().judged()).toList();
        others = verdicts.stream().filter(v -> !v.about().judged()).toList();
    }

    /** The object printed by {@code --json}. */
    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("accuracy", accuracy());
        json.put("macroF1", macroF1());
        json.put("outOfDomainRecall", outOfDomainRecall());
        json.put("cases", judged.size());
        json.put(
                "misses",
                judged.stream().filter(v -> !v.right()).map(RequestReport::miss).toList());
        return json;
    }

    private static Map<String, Object> miss(RequestVerdict verdict) {
        Map<String, Object> miss = new LinkedHashMap<>();
        miss.put("id", verdict.about().id());
        miss.put("text", verdict.about().text());
        miss.put("expected", verdict.about().expected());
        miss.put("understood", verdict.understood().label());
        miss.put("reason", verdict.reason());
        return miss;
    }

    /** The same for people. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "accuracy", right(judged).toString());
        line(text, "macro-F1", macroF1() == null ? "-" : String.format(Locale.ROOT, "%.3f", macroF1()));
        line(text, "out-of-domain recall", outOfDomain("").toString());
        judged.stream()
                .filter(v -> v.about().expected().equals(Understood.OUT_OF_DOMAIN))
                .map(v -> v.about().nearness())
                .filter(nearness -> !nearness.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(nearness ->
                        line(text, "  " + nearness, outOfDomain(nearness).toString()));
        classes(text);
        confusions(text);
        otherLabels(text);
        for (RequestVerdict verdict : judged) {
            if (!verdict.right()) {
                text.append("missed  ").append(verdict.about().id()).append(": ");
                text.append(verdict.about().text())
                        .append(" <")
                        .append(verdict.about().expected());
                text.append(" understood as ")
                        .append(verdict.understood().label())
                        .append(' ');
                text.append(verdict.reason()).append(">\n");
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String figure) {
        text.append(String.format(Locale.ROOT, "%-" + NAMES + "s %s%n", name, figure));
    }

    private void classes(StringBuilder text) {
        text.append(String.format(
                Locale.ROOT, "%n%-" + NAMES + "s %6s %20s %20s %6s%n", "intent", "cases", "recall", "precision", "F1"));
        for (String label : present()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + NAMES + "s %6d %20s %20s %6.3f%n",
                    label,
                    recall(label).of(),
                    recall(label),
                    precision(label),
                    f1(label)));
        }
    }

    private void confusions(StringBuilder text) {
        Map<String, Long> counts = judged.stream()
                .filter(v -> !v.right())
                .collect(Collectors.groupingBy(
                        v -> v.about().expected() + " understood as "
                                + v.understood().label(),
                        TreeMap::new,
                        Collectors.counting()));
        text.append('\n');
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(CONFUSIONS)
                .forEach(each -> text.append(String.format(Locale.ROOT, "%4d  %s%n", each.getValue(), each.getKey())));
    }

    private void otherLabels(StringBuilder text) {
        Map<String, Map<String, Long>> labels = others.stream()
                .collect(Collectors.groupingBy(
                        v -> v.about().expected(),
                        TreeMap::new,
                        Collectors.groupingBy(v -> v.understood().label(), TreeMap::new, Collectors.counting())));
        labels.forEach((label, understood) ->
                text.append(String.format(Locale.ROOT, "%nother label %s, understood as %s%n", label, understood)));
        text.append('\n');
    }

    /** Of the cases with labels known here, 0 to 1; null without any. */
    public @Nullable Double accuracy() {
        return right(judged).fraction();
    }

    /** The mean of F1 over the intents that are in the file; null without any. */
    public @Nullable Double macroF1() {
        return judged.isEmpty()
                ? null
                : present().stream().mapToDouble(this::f1).average().orElseThrow();
    }

    /** 0 to 1; null when nothing in the file is out of domain. */
    public @Nullable Double outOfDomainRecall() {
        return outOfDomain("").fraction();
    }

    private Proportion outOfDomain(String nearness) {
        return Proportion.count(
                judged,
                v -> v.about().expected().equals(Understood.OUT_OF_DOMAIN)
                        && (nearness.isEmpty() || v.about().nearness().equals(nearness)),
                RequestVerdict::right);
    }

    private Set<String> present() {
        return judged.stream().map(v -> v.about().expected()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Proportion right(List<RequestVerdict> verdicts) {
        return Proportion.count(verdicts, any -> true, RequestVerdict::right);
    }

    private Proportion recall(String label) {
        return where(label, v -> v.about().expected());
    }

    private Proportion precision(String label) {
        return where(label, v -> v.understood().label());
    }

    private Proportion where(String label, Function<RequestVerdict, String> which) {
        return Proportion.count(judged, v -> which.apply(v).equals(label), RequestVerdict::right);
    }

    private double f1(String label) {
        Proportion recall = recall(label);
        return 2.0 * recall.hits() / (recall.of() + precision(label).of());
    }
}
