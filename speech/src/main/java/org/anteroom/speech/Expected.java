package org.anteroom.speech;

import java.util.List;

/**
 * What the caller is likely to say next: sets how long a pause ends the turn, and which phrases the slot recogniser
 * listens for beside the open one.
 *
 * @param grammar phrases of the slot recogniser, lower case words of the model's vocabulary; empty = no slot recogniser
 * @param rule judges by the words so far whether more will come
 */
public record Expected(Kind kind, List<String> grammar, CompletenessRule rule) {
    private static final CompletenessRule SENTENCE = (words, slot) -> Completeness.ofSentence(words);

    public Expected {
        grammar = List.copyOf(grammar);
    }

    /** Any answer, no slot recogniser. */
    public static Expected open() {
        return of(Kind.OPEN);
    }

    /** An answer of this kind, judged as a sentence, no slot recogniser. */
    public static Expected of(Kind kind) {
        return new Expected(kind, List.of(), SENTENCE);
    }

    /** The same kind of answer with a slot recogniser that knows only these phrases. */
    public Expected withGrammar(List<String> phrases) {
        return new Expected(kind, phrases, rule);
    }

    /** The same with other grounds for taking it to be complete. */
    public Expected judgedBy(CompletenessRule other) {
        return new Expected(kind, grammar, other);
    }

    /**
     * How people pause inside an answer, and so how long a pause must be to end it.
     *
     * <pre>
     *   unfinished   "my number is ......................... two one two ..."     waited for longest
     *   usual        "yes ........ |"                                             the words tell nothing
     *   complete     "... zero one seven three .... |"                            nothing is missing
     * </pre>
     *
     * What is complete must also have stood still for a moment: the recogniser may yet change its mind.
     */
    public enum Kind {
        /** A sentence. */
        OPEN(400, 400, 700),
        /** One short word; or, instead of it, what is right. */
        YES_NO(300, 250, 800),
        /** Numbers in groups: 700 ms between groups is usual. */
        DIGITS(800, 250, 1_000),
        /** A full date: the year often comes late. */
        DATE(600, 250, 1_000),
        /** Letters and digits mixed, read off a card. */
        CODE(1_000, 250, 1_500),
        /** A day, an hour: people look into their calendar between them. */
        TIME(600, 350, 1_000),
        /** One of a few things that were offered. */
        CHOICE(400, 250, 800),
        /** A name; letters may follow. */
        NAME(600, 400, 900),
        /** Letters one by one: no word of it tells that it was the last. */
        SPELLING(900, 900, 900),
        /** A message in the caller's own words: thinking pauses belong to it. Whoever goes on after it will be heard. */
        MONOLOGUE(1_100, 650, 1_500),
        /** A yes, a no, or more of a message. */
        ADDITION(400, 650, 1_500),
        /** The end of a message, after which nobody listens for more of it. */
        LAST_WORDS(1_500, 1_500, 1_500);

        private final int hangOverMs;
        private final int completeMs;
        private final int unfinishedMs;

        Kind(int hangOverMs, int completeMs, int unfinishedMs) {
            this.hangOverMs = hangOverMs;
            this.completeMs = completeMs;
            this.unfinishedMs = unfinishedMs;
        }

        /** The pause in ms after which the turn is over when its words don't tell whether it is complete. */
        public int hangOverMs() {
            return hangOverMs;
        }

        /** The pause in ms after which the turn is over. */
        public int hangOverMs(Completeness completeness) {
            return switch (completeness) {
                case UNFINISHED -> unfinishedMs;
                case UNKNOWN -> hangOverMs;
                case COMPLETE -> completeMs;
            };
        }
    }
}
