package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.Utterance;

/** Everything the detector may learn from a call, in the order in which it happened. Times are ms of the call's audio. */
public sealed interface Evidence {

    /**
     * The caller's words, partial or complete.
     *
     * @param utterance the turn so far; a partial replaces the turn's earlier ones
     * @param playing what we say or have just said (the last few sentences will do)
     * @param echoCancelled true when the words come from the echo-cancelled signal: then the own-voice guard is not
     *     needed, nothing is discarded
     */
    record Words(Utterance utterance, List<Playing> playing, boolean echoCancelled) implements Evidence {
        public Words {
            playing = List.copyOf(playing);
        }

        /** Words heard while nothing of ours was on the line. */
        public static Words of(Utterance utterance) {
            return new Words(utterance, List.of(), false);
        }
    }

    /** A key, pressed once. */
    record Key(char key, EntryMode mode, long atMs) implements Evidence {}

    /** The dialogue has taken the number typed so far, or asks for a new one: the next digit starts a new entry. */
    record EntryTaken(long atMs) implements Evidence {}

    /**
     * Time has passed. Send one 300 ms after the last word and 1.5 s after the last key; more do no harm. Settles
     * waiting rules and the typed 0 and 9-1-1.
     */
    record Quiet(long atMs) implements Evidence {}

    /** The dialogue could make nothing of what the caller said. */
    record NotUnderstood(long atMs) implements Evidence {}

    /** The dialogue understood the caller: the count of what it did not understand starts again. */
    record Understood(long atMs) implements Evidence {}
}
