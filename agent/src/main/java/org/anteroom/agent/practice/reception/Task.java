package org.anteroom.agent.practice.reception;

import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Level;

/** What somebody wants to do for a patient: each takes its own proof, and a proxy may be let do some of them. */
public enum Task {
    BOOK,
    CONFIRM,
    CANCEL,
    RESCHEDULE,
    /** Also what insurance and records are asked under: passed on to staff, never told. */
    REFILL;

    /** What the practice wants for it. */
    public Level level(IdentityConfig chosen) {
        return switch (this) {
            case BOOK -> chosen.book();
            case CONFIRM -> chosen.confirm();
            case CANCEL -> chosen.cancel();
            case RESCHEDULE -> chosen.reschedule();
            case REFILL -> Level.STAFF;
        };
    }
}
