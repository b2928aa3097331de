package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What became of something that was asked of the book. */
public sealed interface BookAnswer {

    /**
     * It is done, and on the disk.
     *
     * @param appointment as it is now; the new one, where it was moved
     * @param late whether it was cancelled or moved within the practice's notice, which the practice may charge for
     */
    record Done(Appointment appointment, boolean late) implements BookAnswer {
        public Done {
            requireNonNull(appointment, "appointment");
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal why) implements BookAnswer {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    /** The appointment, when it was done. */
    default Optional<Appointment> kept() {
        return this instanceof Done done ? Optional.of(done.appointment()) : Optional.empty();
    }

    static BookAnswer refused(Refusal why) {
        return new Refused(why);
    }
}
