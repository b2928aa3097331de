package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.practice.reception.Task;

/**
 * How a caller has shown that they may speak for a patient.
 *
 * @param shown what was given for one; {@link Evidence.None} for "I have none"
 * @param tries how many were given
 * @param stood what came of it, and for what
 */
record Proof(Optional<Evidence> shown, int tries, Optional<Stood> stood) {
    static final Proof NONE = new Proof(Optional.empty(), 0, Optional.empty());

    /** What a caller may do for which task. */
    record Stood(Task task, Standing standing) {}

    Proof given(Evidence evidence) {
        return new Proof(Optional.of(evidence), tries + 1, Optional.empty());
    }

    /** It is asked for once more. */
    Proof again() {
        return new Proof(Optional.empty(), tries, Optional.empty());
    }

    /** What was found counts no more. */
    Proof unstood() {
        return new Proof(shown, tries, Optional.empty());
    }

    Proof found(Task task, Standing now) {
        return new Proof(shown, tries, Optional.of(new Stood(task, now)));
    }

    /** Neither digits nor patient. */
    @Override
    public String toString() {
        return "Proof[" + tries + "]";
    }
}
