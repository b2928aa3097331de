package org.anteroom.agent.dialogue;

import java.util.Optional;

/**
 * What is to be refilled, as far as it was told. The words are the caller's and are passed on, never read.
 *
 * @param what as heard
 * @param pharmacy as heard, or as the practice writes it
 * @param known whether the practice's list has the pharmacy; true where there is no list
 */
record Supply(Optional<String> what, Optional<String> pharmacy, boolean known) {
    static final Supply NONE = new Supply(Optional.empty(), Optional.empty(), true);

    Supply of(String words) {
        return new Supply(Optional.of(words), pharmacy, known);
    }

    Supply from(String name, boolean listed) {
        return new Supply(what, Optional.of(name), listed);
    }

    @Override
    public String toString() {
        return "Supply[]";
    }
}
