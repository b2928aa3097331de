package org.anteroom.agent.practice.reception;

import java.util.Locale;

/** What came of a question; those that prove the patient stand last. */
enum Outcome {
    NOBODY,
    LOCKED,
    WRONG,
    CLAIMED,
    PROVEN_BY_NAME,
    PROVEN_BY_PIN,
    PROVEN_BY_TEXT,
    PROVEN_BY_CALL_BACK;

    boolean proven() {
        return compareTo(PROVEN_BY_NAME) >= 0;
    }

    /** As the audit trail has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
