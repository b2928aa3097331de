package org.anteroom.agent.practice;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a promised call-back has come, and what is to be done next: the whole table. Half-time lies in the middle between
 * the promise and its deadline.
 *
 * <pre>
 *              before half-time   from half-time on   from the deadline on   called back
 *   PROMISED   PAGE -> PAGED      REMIND -> REMINDED  ESCALATE -> OVERDUE    DONE
 *   PAGED      -                  REMIND -> REMINDED  ESCALATE -> OVERDUE    DONE
 *   REMINDED   -                  -                   ESCALATE -> OVERDUE    DONE
 *   OVERDUE    -                  -                   -                      DONE
 *   DONE       -                  -                   -                      -
 * </pre>
 *
 * <p>An act that was begun and not recorded is done again: somebody is rung twice rather than never.
 */
public enum CallBackStage {
    /** On disk; nobody has been told yet. */
    PROMISED,
    /** The owner has been told. */
    PAGED,
    /** The owner has been told at half-time. */
    REMINDED,
    /** The deadline has passed and the contact, or the alarm channels, were told. */
    OVERDUE,
    /** Somebody said that the caller was called back. */
    DONE;

    /** Whom to tell. */
    public enum Act {
        /** The owner, for the first time. */
        PAGE,
        /** The owner, at half-time. */
        REMIND,
        /** The contact for what is overdue. */
        ESCALATE;

        /** Where it leads. */
        public CallBackStage leadsTo() {
            return switch (this) {
                case PAGE -> PAGED;
                case REMIND -> REMINDED;
                case ESCALATE -> OVERDUE;
            };
        }
    }

    /** What is due at a moment; nothing while it is waited for. */
    public Optional<Act> due(Instant halfTime, Instant deadline, Instant now) {
        boolean late = !now.isBefore(deadline);
        boolean half = !now.isBefore(halfTime);
        return switch (this) {
            case PROMISED -> Optional.of(late ? Act.ESCALATE : half ? Act.REMIND : Act.PAGE);
            case PAGED -> late ? Optional.of(Act.ESCALATE) : half ? Optional.of(Act.REMIND) : Optional.empty();
            case REMINDED -> late ? Optional.of(Act.ESCALATE) : Optional.empty();
            case OVERDUE, DONE -> Optional.empty();
        };
    }

    /** Whether a step from here to another stage is in the table. */
    public boolean leadsTo(CallBackStage next) {
        return this != DONE && next.compareTo(this) > 0;
    }
}
