package org.anteroom.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anteroom.agent.cli.doctor.Examination.Result;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.anteroom.agent.cli.doctor.Subject;

/** Findings as the terminal and monitoring read them. Pure. */
record DoctorLines(List<Result> results, Duration took, boolean colour) {
    private static final int LONG = 400;
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
        for (Result result : results) {
            if (begun.add(result.subject().topic())) {
                lines.add(result.subject().topic().word());
            }
            Finding finding = result.finding();
            // One cause leaves out many checks: how to mend it is told once.
            boolean mend = !finding.mend().isEmpty() && (finding.state() != State.SKIPPED || said.add(finding.what()));
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s  %-15s %s",
                    mark(finding.state()),
                    result.subject().word(),
                    Text.plain(finding.what(), LONG)));
            String indent = " ".repeat(11);
            boolean bad = finding.state() == State.FAULT || finding.state() == State.WARNING;
            if (bad) {
                lines.add(indent + "why:  " + Text.plain(finding.why(), LONG));
            }
            if (mend) {
                lines.add(indent + "mend: " + Text.plain(finding.mend(), LONG));
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d checks in %.1f s: %d ok, %d warnings, %d faults, %d skipped.",
                results.size(),
                took.toMillis() / 1000.0,
                count(State.OK),
                count(State.WARNING),
                count(State.FAULT),
                count(State.SKIPPED)));
        return List.copyOf(lines);
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
