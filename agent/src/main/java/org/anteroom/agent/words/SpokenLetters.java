package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words spelled letter by letter: "s m i t h", "bee like boy", "double l", "m c capital d", "o apostrophe b". */
public final class SpokenLetters {

    private static final int FEWEST = 2;

    private SpokenLetters() {}

    /** The letters that the words spell, in lower case, with dashes and apostrophes; empty when nothing is spelled. */
    public static String of(List<String> words) {
        return name(words).map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
    }

    /**
     * The name that is spelled, as it is written: "Smith", "McDonald", "O'Brien", "Smith-Jones". A name said before its letters is
     * left out. Empty when fewer than two letters are spelled.
     */
    public static Optional<String> name(List<String> words) {
        List<Segment> segments = Dictation.read(words, Dictation.Kind.LETTERS).stream()
                .map(SpokenLetters::spelled)
                .toList();
        String letters = Line.readings(segments).get(0).text().replaceAll("^[-/.' ]+|[-/.' ]+$", "");
        long count = letters.chars().filter(Character::isLetter).count();
        return count < FEWEST ? Optional.empty() : Optional.of(capitalised(withoutSaid(letters, words)));
    }

    /** Whether more is sure to come: "b as in", "double", "capital". */
    public static boolean unfinished(List<String> words) {
        return Dictation.leadsOn(words);
    }

    /** Of what is divided by talk, the part with the most letters; capitals as the caller called them. */
    private static Segment spelled(Segment segment) {
        List<Piece> spelled = segment.runs(piece -> piece.before() != Piece.Gap.NONE).stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        List<Piece> marked = new ArrayList<>();
        for (Piece piece : spelled) {
            marked.add(piece.capital() ? piece.as(piece.text().toUpperCase(Locale.ROOT), piece.shape()) : piece);
        }
        return new Segment(segment.link(), marked);
    }

    /** A first name that is also a code word ("oscar, o s c a r") was said, not spelled. */
    private static String withoutSaid(String letters, List<String> words) {
        String rest = letters.substring(1);
        boolean said = rest.length() > 1
                && words.contains(rest.toLowerCase(Locale.ROOT))
                && rest.charAt(0) == letters.charAt(0);
        return said ? rest : letters;
    }

    private static String capitalised(String letters) {
        StringBuilder name = new StringBuilder(letters);
        for (int i = 0; i < name.length(); i++) {
            boolean begins = i == 0 || !Character.isLetter(name.charAt(i - 1));
            if (begins) {
                name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
            }
        }
        return name.toString();
    }
}
