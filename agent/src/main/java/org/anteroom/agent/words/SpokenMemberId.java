package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The id on an insurance card as it is read out: letters and digits mixed, letters by their names or by words ("w as in whiskey",
 * "alpha"), groups, dashes and corrections.
 */
public final class SpokenMemberId {

    /** The longest id that is taken, in characters; payers' are at most 20. */
    private static final int LONGEST = 30;

    private static final Phrases ENDS = Phrases.read("dictation.txt", Set.of("ends"));

    private SpokenMemberId() {}

    /** The id that the words say, in capitals, dashes kept; empty when they say none. */
    public static Optional<String> of(List<String> words) {
        List<Segment> segments = Dictation.read(words, Dictation.Kind.MIXED).stream()
                .map(SpokenMemberId::dictated)
                .toList();
        String id =
                Line.readings(segments).get(0).text().toUpperCase(Locale.ROOT).replaceAll("^[-/.']+|[-/.']+$", "");
        return id.isEmpty() || id.length() > LONGEST ? Optional.empty() : Optional.of(id);
    }

    /** Of what is divided by talk, the longest part: "I have one card here, it's W 1 2 3". */
    private static Segment dictated(Segment segment) {
        List<List<Piece>> runs = segment.runs(piece -> piece.before() == Piece.Gap.TALK);
        List<Piece> longest = runs.stream()
                .max(Comparator.comparingInt((List<Piece> run) ->
                        run.stream().mapToInt(piece -> piece.text().length()).sum()))
                .orElse(List.of());
        List<Piece> whole = new ArrayList<>(longest);
        return new Segment(segment.link(), whole);
    }

    /** Whether the caller said that this was all: an id may have any length. */
    public static boolean whole(List<String> words) {
        return ENDS.end(words) && of(words).isPresent();
    }

    /** Whether more is sure to come: "b as in", "double", "dash", a correction that has only begun. */
    public static boolean unfinished(List<String> words) {
        return Dictation.leadsOn(words);
    }
}
