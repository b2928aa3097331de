package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Wish;

/** Something that only the practice's records know. */
public sealed interface Query {

    /**
     * Times for a visit; answered with {@link Found.Times}.
     *
     * @param moving id of the appointment that is to be moved: its own time counts as free
     */
    record Times(Wish wish, Optional<String> moving) implements Query {
        public Times {
            requireNonNull(wish, "wish");
            requireNonNull(moving, "moving");
        }
    }

    /**
     * Keeps a time while the caller decides; answered with {@link Found.Kept} or {@link Found.Gone}.
     *
     * @param instead what was kept for the caller before and is let go
     * @param moving id of the appointment that is to be moved
     */
    record Keep(Offer offer, Optional<Hold> instead, Optional<String> moving) implements Query {
        public Keep {
            requireNonNull(offer, "offer");
            requireNonNull(instead, "instead");
            requireNonNull(moving, "moving");
        }
    }

    /**
     * Sends a one-time code as a text to the number on file, where there is a patient who fits, and a number; answered with
     * {@link Found.CodeAsked} in any case, as late for a stranger as for a patient.
     */
    record SendCode(Claim claim, Task task) implements Query {
        public SendCode {
            requireNonNull(claim, "claim");
            requireNonNull(task, "task");
        }

        @Override
        public String toString() {
            return "SendCode[" + task + "]";
        }
    }

    /**
     * What a caller may do for a patient; answered with {@link Found.Stands}, as late for a stranger as for a patient. A PIN or
     * a code that is wrong counts towards the lock-out; what is not needed is not looked at.
     *
     * @param evidence what the caller has shown beside the claim
     */
    record Stand(Claim claim, Task task, Evidence evidence) implements Query {
        public Stand {
            requireNonNull(claim, "claim");
            requireNonNull(task, "task");
            requireNonNull(evidence, "evidence");
        }

        @Override
        public String toString() {
            return "Stand[" + task + "]";
        }
    }
}
