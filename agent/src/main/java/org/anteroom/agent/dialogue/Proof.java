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
 * @param codes how many texts with a code were asked for
 * @param stood what came of it, and for what
 */
record Proof(Optional<Evidence> shown, int tries, int codes, Optional<Stood> stood) {
    static final Proof NONE = new Proof(Optional.empty(), 0, 0, Optional.empty());

    /** What a caller may do for which task. */
    record Stood(Task task, Standing standing) {}

    Proof given(Evidence evidence) {
        return new Proof(Optional.of(evidence), tries + 1, codes, Optional.empty());
    }

    /** It is asked for once more. */
    Proof again() {
        return new Proof(Optional.empty(), tries, codes, Optional.empty());
    }

    /** A text with a code was asked for. */
    Proof texted() {
        return new Proof(shown, tries, codes + 1, stood);
    }

    /** What was found counts no more. */
    Proof unstood() {
        return new Proof(shown, tries, codes, Optional.empty());
    }

    /** A code that was right once stands for the rest of the call, for that patient. */
    Proof found(Task task, Standing now) {
        boolean used = shown.filter(Evidence.Texted.class::isInstance).isPresent();
        Optional<Evidence> left = used && now instanceof Standing.Proven proven
                ? Optional.of(new Evidence.TextedBefore(proven.patient()))
                : shown;
        return new Proof(left, tries, codes, Optional.of(new Stood(task, now)));
    }

    /** Neither digits nor patient. */
    @Override
    public String toString() {
        return "Proof[" + tries + "]";
    }
}
