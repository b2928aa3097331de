package org.anteroom.speech.language;

/**
 * The last known words before a word: none, one or two.
 *
 * @param length how many
 * @param last the last one, 0 when there is none
 * @param before the one before it, 0 when there is none
 */
record Context(int length, int last, int before) implements Comparable<Context> {
    static final Context EMPTY = new Context(0, 0, 0);

    static Context of(int word) {
        return new Context(1, word, 0);
    }

    /** The context of what follows a word that was said in this one. */
    Context then(int word) {
        return length == 0 ? of(word) : new Context(2, word, last);
    }

    /** Without its first word. */
    Context shorter() {
        return length == 2 ? of(last) : EMPTY;
    }

    int first() {
        return length == 2 ? before : last;
    }

    /** The order in which {@link BackoffModel} numbers them. */
    @Override
    public int compareTo(Context other) {
        int byLength = Integer.compare(length, other.length);
        int byLast = byLength != 0 ? byLength : Integer.compare(last, other.last);
        return byLast != 0 ? byLast : Integer.compare(before, other.before);
    }
}
