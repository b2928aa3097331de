package org.anteroom.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.anteroom.agent.cli.doctor.Examination.Result;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.anteroom.agent.cli.doctor.Subject;

/** Findings as the terminal and monitoring read them. Pure. */
record DoctorLines(List<Result> results, Duration took, boolean colour) {
    private static final int LONG = 400;
    /** So many checks with one finding are one entry. */
    private static final int MANY = 3;

    private static final int WIDTH = 89;
    private static final String INDENT = " ".repeat(11);
    private static final String PLAIN = "\u001b[0m";

    long count(State state) {
        return results.stream()
                .filter(result -> result.finding().state() == state)
                .count();
    }

    List<String> text() {
        List<String> lines = new ArrayList<>();
        Set<Subject.Topic> begun = EnumSet.noneOf(Subject.Topic.class);
        Set<String> said = new HashSet<>();
        Map<Finding, List<String>> alike = alike();
        for (Result result : results) {
            if (alike.containsKey(result.finding())) {
                continue;
            }
            if (begun.add(result.subject().topic())) {
                lines.add(result.subject().topic().word());
            }
            Finding finding = result.finding();
            // One cause leaves out many checks: how to mend it is told once.
            boolean mend = !finding.mend().isEmpty() && (finding.state() != State.SKIPPED || said.add(finding.what()));
            List<String> what = finding.what().lines().toList();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s  %-15s %s",
                    mark(finding.state()),
                    result.subject().word(),
                    what.isEmpty() ? "" : Text.plain(what.get(0), LONG)));
            what.stream().skip(1).forEach(line -> lines.add(INDENT + "and:  " + Text.plain(line, LONG)));
            boolean bad = finding.state() == State.FAULT || finding.state() == State.WARNING;
            if (bad) {
                lines.add(INDENT + "why:  " + Text.plain(finding.why(), LONG));
            }
            if (mend) {
                lines.add(INDENT + "mend: " + Text.plain(finding.mend(), LONG));
            }
        }
        alike.forEach((finding, checks) -> {
            lines.add("not looked at: " + checks.size() + " of " + results.size() + " checks");
            lines.add("  " + mark(State.SKIPPED) + "  " + Text.plain(finding.what(), LONG));
            Text.wrapped(String.join(", ", checks), WIDTH).forEach(line -> lines.add(INDENT + line));
            if (!finding.mend().isEmpty()) {
                lines.add(INDENT + "mend: " + Text.plain(finding.mend(), LONG));
            }
        });
        lines.add(String.format(
                Locale.ROOT,
                "%s in %.1f s: %d ok, %s, %s, %d skipped.",
                counted(results.size(), "check"),
                took.toMillis() / 1000.0,
                count(State.OK),
                counted(count(State.WARNING), "warning"),
                counted(count(State.FAULT), "fault"),
                count(State.SKIPPED)));
        return List.copyOf(lines);
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** What leaves out many checks at once, with the names of the checks: it is told once. */
    private Map<Finding, List<String>> alike() {
        Map<Finding, List<String>> alike = new LinkedHashMap<>();
        results.stream()
                .filter(result -> result.finding().state() == State.SKIPPED)
                .forEach(result -> alike.computeIfAbsent(result.finding(), finding -> new ArrayList<>())
                        .add(result.subject().word()));
        alike.values().removeIf(checks -> checks.size() < MANY);
        return alike;
    }

    private String mark(State state) {
        String word =
                switch (state) {
                    case OK -> "ok   ";
                    case WARNING -> "warn ";
                    case FAULT -> "FAULT";
                    case SKIPPED -> "-    ";
                };
        if (!colour) {
            return word;
        }
        return switch (state) {
            case OK -> "\u001b[32m" + word + PLAIN;
            case WARNING -> "\u001b[33m" + word + PLAIN;
            case FAULT -> "\u001b[1;31m" + word + PLAIN;
            case SKIPPED -> word;
        };
    }

    /** One object on one line; keys are never renamed. */
    String json() {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("state", worst().name().toLowerCase(Locale.ROOT))
                .put("ok", count(State.OK))
                .put("warnings", count(State.WARNING))
                .put("faults", count(State.FAULT))
                .put("skipped", count(State.SKIPPED))
                .put("milliseconds", took.toMillis());
        ArrayNode checks = node.putArray("checks");
        results.forEach(result -> checks.addObject()
                .put("name", result.subject().word())
                .put("topic", result.subject().topic().word())
                .put("state", result.finding().state().name().toLowerCase(Locale.ROOT))
                .put("what", result.finding().what())
                .put("why", result.finding().why())
                .put("mend", result.finding().mend())
                .put("milliseconds", result.took().toMillis()));
        return node.toString();
    }

    private State worst() {
        return count(State.FAULT) > 0 ? State.FAULT : count(State.WARNING) > 0 ? State.WARNING : State.OK;
    }
}
