package org.anteroom.agent.dialogue;

import java.util.List;

/**
 * How to listen to the caller after the sentences before it.
 *
 * @param hearing which pause ends the turn
 * @param grammar words for a slot recogniser beside the open one; empty for none
 * @param bargeIn whether the caller's speech or a key stops what is playing
 * @param digitEntry whether keys are collected to an entry (up to {@code #} or a pause) instead of counting one by
 *     one; the detector must know
 * @param silenceMs silence after the last sentence, in ms, that brings {@link Input.Silent}
 */
public record Listen(Hearing hearing, List<String> grammar, boolean bargeIn, boolean digitEntry, int silenceMs)
        implements Act {
    public Listen {
        grammar = List.copyOf(grammar);
    }
}
