package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.practice.reception.Task;

/**
 * How a caller has shown that they may speak for a patient.
 *
 * @param pin what was given for one; empty text for "I have none"
 * @param pins how many were given
 * @param stood what came of it, and for what
 */
record Proof(Optional<String> pin, int pins, Optional<Stood> stood) {
    static final Proof NONE = new Proof(Optional.empty(), 0, Optional.empty());

    /** What a caller may do for which task. */
    record Stood(Task task, Standing standing) {}

    Proof given(String digits) {
        return new Proof(Optional.of(digits), pins + 1, Optional.empty());
    }

    /** It is asked for once more. */
    Proof again() {
        return new Proof(Optional.empty(), pins, Optional.empty());
    }

    /** What was found counts no more. */
    Proof unstood() {
        return new Proof(pin, pins, Optional.empty());
    }

    Proof found(Task task, Standing now) {
        return new Proof(pin, pins, Optional.of(new Stood(task, now)));
    }

    /** Neither digits nor patient. */
    @Override
    public String toString() {
        return "Proof[" + pins + "]";
    }
}
