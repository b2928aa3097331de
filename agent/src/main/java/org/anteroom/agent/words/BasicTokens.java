package org.anteroom.agent.words;

import java.text.Normalizer;
import java.util.function.Predicate;

/**
 * The first half of BERT's uncased tokenisation: text becomes words without accents in lower case, each mark of
 * punctuation and each Chinese character a word of its own, control characters gone.
 *
 * <p>A word is handed on as soon as it is whole, so that whoever has enough can stop the reading. One text each.
 */
final class BasicTokens {
    /** Longest word kept, in characters; what is longer is handed on one character longer, whatever its length. */
    static final int LONGEST_WORD = 100;

    private final Predicate<String> taker;
    private final StringBuilder word = new StringBuilder();
    private int length;

    private BasicTokens(Predicate<String> taker) {
        this.taker = taker;
    }

    /**
     * Hands on the words of a text in order until {@code taker} answers false.
     *
     * @param limit how much of the text is read at most, in UTF-16 units
     */
    static void read(String text, int limit, Predicate<String> taker) {
        BasicTokens tokens = new BasicTokens(taker);
        int end = Math.min(text.length(), limit);
        boolean more = true;
        for (int at = 0, c; more && at < end; at += Character.charCount(c)) {
            c = text.codePointAt(at);
            more = tokens.take(c);
        }
        if (more) {
            tokens.endWord();
        }
    }

    private boolean take(int c) {
        if (c < 0x80) {
            return takePlain(c);
        }
        if (isIdeograph(c)) {
            return alone(c);
        }
        if (isDropped(c)) {
            return true;
        }
        boolean more = true;
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        for (int at = 0, part; more && at < parts.length(); at += Character.charCount(part)) {
            part = parts.codePointAt(at);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                more = takePlain(part);
            }
        }
        return more;
    }

    /** Takes a character that has no accent. */
    private boolean takePlain(int c) {
        if (isSpace(c)) {
            return endWord();
        }
        if (isDropped(c)) {
            return true;
        }
        if (isPunctuation(c)) {
            return alone(c);
        }
        if (length <= LONGEST_WORD) {
            word.appendCodePoint(Character.toLowerCase(c));
            length++;
        }
        return true;
    }

    private boolean alone(int c) {
        return endWord() && taker.test(Character.toString(c));
    }

    private boolean endWord() {
        if (length == 0) {
            return true;
        }
        String whole = word.toString();
        word.setLength(0);
        length = 0;
        return taker.test(whole);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    /** Control, format, private and unassigned characters, halves of surrogate pairs, and the mark of broken text. */
    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }

    /** Everything in ASCII that is neither letter, digit nor space counts, "$" and "^" too. */
    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The blocks that BERT calls Chinese: the unified ideographs and their compatibility forms. */
    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B820 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
