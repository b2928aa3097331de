package org.anteroom.agent.dialogue;

import java.util.List;

/** Finds out what a finished turn is for, by its meaning. */
@FunctionalInterface
public interface TurnMeaning {

    /**
     * Takes 4 to 10 ms of one core, so it is never asked on a call's mailbox, nor before the emergency score. Any thread.
     *
     * @param words normalised, as {@link Input.Said#words}
     * @throws IllegalStateException when the sentence model fails or is closed; it says nothing of the words
     */
    Understood of(List<String> words);
}
