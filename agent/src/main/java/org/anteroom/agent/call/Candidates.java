package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.anteroom.agent.emergency.Redaction;
import org.anteroom.agent.words.Normaliser;

/**
 * Sentences that taught us something, for review: what callers said around a decision that people have judged, without all
 * that could tell who they are. A sentence leaves only when a person has said what it was, only in words of the reviewed
 * phrases, and without number, time or place of its call: rows are in the order of their text. Pure.
 */
public final class Candidates {
    /** Columns of our own labelled sentences. */
    public static final String HEADER = "id\tpractice\tlabel\tcategory\ttext\tnote";

    /** Fewer words of ours than these teach nothing. */
    private static final int FEWEST = 3;

    private static final String LOOKALIKE = "lookalike";

    private record Row(String label, String category, String text, String note) {}

    private final Redaction redaction;
    private final String practice;

    /** @param practice the practice's type, as files of sentences write it */
    public Candidates(Redaction redaction, String practice) {
        this.redaction = redaction;
        this.practice = practice;
    }

    /** The lines of the file, its header first. Emergencies that nobody has judged, and sentences without much of ours, are left out. */
    public List<String> lines(List<Emergency> emergencies) {
        Map<String, Row> rows = new LinkedHashMap<>();
        emergencies.stream()
                .flatMap(this::rows)
                .sorted(Comparator.comparing(Row::text))
                .forEach(row -> rows.putIfAbsent(row.label() + row.text(), row));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Row row : rows.values()) {
            String family = "x-" + row.label() + "-" + row.category();
            int number = counts.merge(family, 1, Integer::sum);
            lines.add(String.join(
                    "\t",
                    String.format(Locale.ROOT, "%s-%02d", family, number),
                    practice,
                    row.label(),
                    row.category(),
                    row.text(),
                    row.note()));
        }
        return lines;
    }

    private Stream<Row> rows(Emergency emergency) {
        if (emergency.verdict().isEmpty()) {
            return Stream.empty();
        }
        boolean real = emergency.verdict().get() == Judgement.Verdict.REAL;
        FlightRecord.Reason reason = emergency.flight().reason();
        return sentences(emergency.flight(), reason)
                .map(redaction::text)
                .filter(text -> Redaction.wordsKept(text) >= FEWEST)
                .map(text -> new Row(
                        real ? "emergency" : "not",
                        real ? reason.category() : LOOKALIKE,
                        text,
                        "decided by " + reason.rule() + "; fill in or drop each " + Redaction.WITHHELD));
    }

    /** The turns that hold the words of the decision; those words alone where it came before its turn was over. */
    private static Stream<String> sentences(FlightRecord flight, FlightRecord.Reason reason) {
        List<String> decisive = Normaliser.words(reason.words());
        if (decisive.isEmpty()) {
            return Stream.empty();
        }
        List<String> turns = flight.turns().stream()
                .filter(turn -> Normaliser.words(turn).containsAll(decisive))
                .toList();
        return turns.isEmpty() ? Stream.of(reason.words()) : turns.stream();
    }
}
