package org.anteroom.agent.words;

import java.util.List;

/**
 * What was spoken in one breath of a dictation: "five" and "twenty three" and "double oh" are one each, so are "b as in boy" and
 * "dash".
 *
 * @param text what to write down; letters in lower case
 * @param sure false for a word that is this only among others of its kind: "oh", "to", "see"
 * @param others what else it may say, likeliest first, a space between groups: "seventy one" is 71 or 70 1
 * @param capital whether the caller called it a capital letter
 * @param before what stood between it and the piece before
 */
record Piece(String text, Shape shape, boolean sure, List<String> others, boolean capital, Gap before) {

    enum Shape {
        DIGITS,
        LETTER,
        MARK,
        /** "Oh": a zero or the letter, as the neighbours tell. */
        OH
    }

    enum Gap {
        /** Nothing, or words like "then". */
        NONE,
        /** Words that lead up to what is dictated: "it's". */
        LEAD_UP,
        /** Words that have nothing to do with it. */
        TALK
    }

    Piece {
        others = List.copyOf(others);
    }

    static Piece of(String text, Shape shape, boolean sure) {
        return new Piece(text, shape, sure, List.of(), false, Gap.NONE);
    }

    Piece after(Gap gap) {
        return new Piece(text, shape, sure, others, capital, gap);
    }

    Piece as(String written, Shape certain) {
        return new Piece(written, certain, sure, others, capital, before);
    }

    /** Without any text, so that nothing dictated can leak into a log. */
    @Override
    public String toString() {
        return shape + " of " + text.length();
    }

    /**
     * A piece and where it ended.
     *
     * @param next the index of the first word after it
     */
    record Read(Piece piece, int next) {}
}
