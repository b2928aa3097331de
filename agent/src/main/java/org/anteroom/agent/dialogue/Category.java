package org.anteroom.agent.dialogue;

/** What a message is for, so that staff can sort it. Never a clinical judgement. */
public enum Category {
    MESSAGE,
    APPOINTMENT,
    REFILL,
    INSURANCE,
    BILLING,
    RECORDS,
    /** A question for the care team that the agent did not answer. */
    CLINICAL_QUESTION,
    /** A pharmacy, laboratory or other practice. */
    PROVIDER,
    /** The clinician on call is to call back, by a time that was promised. */
    PAGE,
    /** The caller asked for a person or a clinician, who was not to be had. */
    CALL_BACK;

    /** Whether staff get back to the caller about it in any case. */
    boolean answered() {
        return switch (this) {
            case APPOINTMENT, REFILL, BILLING, RECORDS, CALL_BACK -> true;
            case MESSAGE, INSURANCE, CLINICAL_QUESTION, PROVIDER, PAGE -> false;
        };
    }
}
