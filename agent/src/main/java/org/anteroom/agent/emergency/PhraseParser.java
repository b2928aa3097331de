package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the pattern language of the rule files:
 *
 * <pre>
 *   can't breathe          these words, one after the other; contractions are equal to their long forms
 *   bleed*                 any word that begins so
 *   BODY                   any phrase of the class BODY (classes.tsv)
 *   (a | b c)              one of them
 *   [really | so very]     one of them, or nothing
 *   ~3                     up to three words (twelve at most) of any kind but those of the class STOP (negations, but, because ...)
 * </pre>
 */
final class PhraseParser {

    private static final Pattern PIECE = Pattern.compile("\\s*([()\\[\\]|]|~\\d{1,2}|[A-Z][A-Z_0-9]*|[a-z0-9']+\\*?)");
    private static final int WIDEST_GAP = 12;

    private final Lexicon lexicon;
    private final Map<String, Phrase> classes = new HashMap<>();

    private List<String> pieces = List.of();
    private int at;

    PhraseParser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Adds the phrase to the class. Single words become one symbol, so that a large class costs no more than a word.
     *
     * @throws IllegalArgumentException when the phrase can't be read
     */
    void define(String name, String phrase) {
        int symbol = lexicon.wordClass(name);
        List<Phrase> longer = new ArrayList<>();
        collect(parse(phrase), symbol, longer);
        Phrase before = classes.getOrDefault(name, new Phrase.Symbol(symbol));
        longer.add(0, before);
        classes.put(name, longer.size() == 1 ? before : new Phrase.Choice(longer));
    }

    private void collect(Phrase phrase, int wordClass, List<Phrase> longer) {
        if (phrase instanceof Phrase.Symbol member) {
            lexicon.join(member.id(), wordClass);
        } else if (phrase instanceof Phrase.Choice choice) {
            choice.parts().forEach(part -> collect(part, wordClass, longer));
        } else {
            longer.add(phrase);
        }
    }

    /** Reads one pattern. */
    Phrase parse(String text) {
        pieces = split(text);
        at = 0;
        Phrase phrase = choice();
        if (at < pieces.size()) {
            throw new IllegalArgumentException("'" + pieces.get(at) + "' closes nothing");
        }
        return phrase;
    }

    private static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            pieces.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(
                    "can't read '" + text.substring(end).strip() + "'");
        }
        return pieces;
    }

    private Phrase choice() {
        List<Phrase> parts = new ArrayList<>();
        parts.add(sequence());
        while (at < pieces.size() && pieces.get(at).equals("|")) {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Phrase.Choice(parts);
    }

    private Phrase sequence() {
        List<Phrase> parts = new ArrayList<>();
        while (at < pieces.size() && !List.of("|", ")", "]").contains(pieces.get(at))) {
            parts.add(item(pieces.get(at++)));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a part of the pattern is empty");
        }
        return parts.size() == 1 ? parts.get(0) : new Phrase.Sequence(parts);
    }

    private Phrase item(String piece) {
        if (piece.equals("(")) {
            return closed(")");
        }
        if (piece.equals("[")) {
            return new Phrase.Maybe(closed("]"));
        }
        if (piece.startsWith("~")) {
            return new Phrase.Gap(Math.min(WIDEST_GAP, Integer.parseInt(piece.substring(1))));
        }
        if (Character.isUpperCase(piece.charAt(0))) {
            Phrase known = classes.get(piece);
            if (known == null) {
                throw new IllegalArgumentException("no word class is called " + piece);
            }
            return known;
        }
        if (piece.endsWith("*")) {
            return new Phrase.Symbol(lexicon.beginning(piece.substring(0, piece.length() - 1)));
        }
        List<Phrase> tokens = new ArrayList<>();
        Tokeniser.tokens(piece).forEach(token -> tokens.add(new Phrase.Symbol(lexicon.literal(token))));
        return tokens.size() == 1 ? tokens.get(0) : new Phrase.Sequence(tokens);
    }

    private Phrase closed(String bracket) {
        Phrase inner = choice();
        if (at >= pieces.size() || !pieces.get(at).equals(bracket)) {
            throw new IllegalArgumentException("'" + bracket + "' is missing");
        }
        at++;
        return inner;
    }
}
