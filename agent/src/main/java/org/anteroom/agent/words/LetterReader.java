package org.anteroom.agent.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one letter at a time: "b", "bee", "bravo", "b as in boy", "double l", "capital d", "the letter o". Where the recogniser
 * heard a letter that rhymes with the first of the word that explains it, the word is believed.
 */
final class LetterReader {

    private static final Phrases NAMES = Phrases.read("letters.txt");
    private static final Phrases CODE_WORDS = Phrases.read("code-words.txt");
    private static final Phrases SAID_BEFORE = Phrases.read("dictation.txt", Set.of("capital", "small", "letter"));
    private static final Phrases EXPLAINS = Phrases.read("dictation.txt", Set.of("explains"));
    /** Letters that a telephone makes alike. */
    private static final List<String> ALIKE = List.of("bcdegptvz", "ahjk", "fsx", "mn", "iy", "qu");
    /** Beginnings of words in which the first letter is not the one that is heard. */
    private static final List<String> SILENT = List.of("ps", "pt", "pn", "kn", "gn", "ts", "wr");

    private static final Phrases EVERYDAY = Phrases.read("dictation.txt", Set.of("everyday"));
    private static final Set<String> ZERO_OR_LETTER = Set.of("o", "oh", "owe");

    private final List<String> words;
    private final boolean digitsToo;

    /** @param digitsToo whether "oh" may be a zero */
    LetterReader(List<String> words, boolean digitsToo) {
        this.words = words;
        this.digitsToo = digitsToo;
    }

    /** The letter that starts at a word, with what explains it. */
    Optional<Piece.Read> at(int from) {
        int at = from;
        boolean capital = false;
        boolean called = false;
        Optional<Phrases.Match> said = SAID_BEFORE.at(words, at);
        while (said.isPresent() && at + said.get().length() < words.size()) {
            capital |= said.get().key().equals("capital");
            called = true;
            at += said.get().length();
            said = SAID_BEFORE.at(words, at);
        }
        Optional<Piece.Read> letter = times(at, called || at > from);
        boolean marked = capital;
        return letter.map(read -> new Piece.Read(marked ? capital(read.piece()) : read.piece(), read.next()));
    }

    private static Piece capital(Piece piece) {
        return new Piece(piece.text(), piece.shape(), true, piece.others(), true, piece.before());
    }

    private Optional<Piece.Read> times(int at, boolean called) {
        Integer times = DigitReader.TIMES.get(words.get(at));
        boolean doubleU = times != null && NAMES.at(words, at).isPresent();
        if (times == null || doubleU || at + 1 >= words.size()) {
            return one(at, called);
        }
        return one(at + 1, !ZERO_OR_LETTER.contains(words.get(at + 1)))
                .filter(read -> read.piece().shape() == Piece.Shape.LETTER)
                .map(read -> new Piece.Read(
                        Piece.of(read.piece().text().repeat(times), Piece.Shape.LETTER, true), read.next()));
    }

    private Optional<Piece.Read> one(int at, boolean called) {
        String word = words.get(at);
        Optional<Phrases.Match> name = NAMES.at(words, at);
        if (name.isPresent()) {
            int next = at + name.get().length();
            String letter = name.get().key();
            Optional<Piece.Read> explained = explained(letter, next);
            if (explained.isPresent()) {
                return explained;
            }
            if (digitsToo && ZERO_OR_LETTER.contains(word) && !called) {
                // Spelled "o" it is the letter more often than spelled "oh".
                return Optional.of(new Piece.Read(Piece.of(word.equals("o") ? "o" : "0", Piece.Shape.OH, false), next));
            }
            boolean sure =
                    called || name.get().length() > 1 || EVERYDAY.of(word).isEmpty();
            return Optional.of(new Piece.Read(Piece.of(letter, Piece.Shape.LETTER, sure), next));
        }
        return CODE_WORDS.of(word).map(letter -> new Piece.Read(Piece.of(letter, Piece.Shape.LETTER, true), at + 1));
    }

    /** "As in boy" after "b": the letter that is meant, and where its explanation ends. */
    private Optional<Piece.Read> explained(String heard, int at) {
        if (at >= words.size()) {
            return Optional.empty();
        }
        Optional<Phrases.Match> link = EXPLAINS.at(words, at);
        int word = at + link.map(Phrases.Match::length).orElse(0);
        if (word >= words.size()) {
            return Optional.empty();
        }
        String explanation = words.get(word);
        boolean sameLetter = explanation.startsWith(heard) && explanation.length() > 1;
        boolean codeWord = CODE_WORDS.of(explanation).isPresent();
        boolean twoWords = explanation.equals("x")
                && word + 1 < words.size()
                && words.get(word + 1).equals("ray");
        boolean linked = link.isPresent() && (link.get().length() > 1 || sameLetter || codeWord || twoWords);
        if (!linked && !(link.isEmpty() && sameLetter && codeWord)) {
            return Optional.empty();
        }
        int next = word + (twoWords ? 2 : 1);
        if (digitsToo && heard.equals("o") && !DigitReader.digit(explanation).isEmpty()) {
            return Optional.of(new Piece.Read(Piece.of("0", Piece.Shape.DIGITS, true), next));
        }
        return Optional.of(new Piece.Read(Piece.of(meant(heard, explanation), Piece.Shape.LETTER, true), next));
    }

    private static String meant(String heard, String explanation) {
        String first = CODE_WORDS.of(explanation).orElse(explanation.substring(0, 1));
        boolean silent = SILENT.stream().anyMatch(explanation::startsWith);
        boolean alike = ALIKE.stream().anyMatch(letters -> letters.contains(heard) && letters.contains(first));
        return alike && !silent ? first : heard;
    }
}
