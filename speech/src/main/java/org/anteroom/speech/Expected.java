package org.anteroom.speech;

import java.util.List;

/**
 * What the caller is likely to say next: sets how long a pause ends the turn, and which phrases the slot recogniser
 * listens for beside the open one.
 *
 * @param grammar phrases of the slot recogniser, lower case words of the model's vocabulary; empty = no slot recogniser
 */
public record Expected(Kind kind, List<String> grammar) {
    public Expected {
        grammar = List.copyOf(grammar);
    }

    /** Any answer, no slot recogniser. */
    public static Expected open() {
        return of(Kind.OPEN);
    }

    /** An answer of this kind, no slot recogniser. */
    public static Expected of(Kind kind) {
        return new Expected(kind, List.of());
    }

    /** The same kind of answer with a slot recogniser that knows only these phrases. */
    public Expected withGrammar(List<String> phrases) {
        return new Expected(kind, phrases);
    }

    /** How people pause inside an answer, and so how long a pause must be to end it. */
    public enum Kind {
        /** A sentence. */
        OPEN(400),
        /** One short word. */
        YES_NO(300),
        /** Numbers in groups: 700 ms between groups is usual. */
        DIGITS(800),
        /** Letters one by one. */
        SPELLING(900),
        /** A message in the caller's own words: thinking pauses belong to it. */
        MONOLOGUE(1500);

        private final int hangOverMs;

        Kind(int hangOverMs) {
            this.hangOverMs = hangOverMs;
        }

        /** The pause in ms after which the turn is over. */
        public int hangOverMs() {
            return hangOverMs;
        }
    }
}
