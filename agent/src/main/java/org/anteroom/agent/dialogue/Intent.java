package org.anteroom.agent.dialogue;

import java.util.Locale;

/**
 * What a caller's turn is for. The order settles ties: what leads to a person stands before what leads to a form, and
 * that before small talk.
 */
enum Intent {
    /** A critical result, a laboratory, an emergency room, a nursing home, a hospice, a patient's death. */
    URGENT_PROVIDER,
    CLINICIAN_ON_CALL,
    PERSON,
    LANGUAGE,
    NO_RECORDING,
    REPEAT,
    /** "I can't hear you", "slower", "louder". */
    HARD_TO_HEAR,
    /** "What can I say?" */
    HELP,
    /** "Are you a machine?" */
    ROBOT,
    /** A pharmacy or another practice. */
    PROVIDER,
    CLINICAL,
    RESULTS,
    RESCHEDULE,
    CANCEL,
    CONFIRM,
    NEW_PATIENT,
    REFILL,
    RECORDS,
    BILLING,
    INSURANCE,
    FAX,
    DIRECTIONS,
    LOCATION,
    PHONE,
    HOLIDAYS,
    HOURS,
    MESSAGE,
    BOOK,
    WRONG_NUMBER,
    /** "Is this the pizza place?" */
    WHO_IS_THIS,
    GOODBYE,
    IDENTIFY,
    UNSURE,
    DENY,
    AFFIRM,
    GREETING,
    /** Nothing that a practice can do. */
    NONE;

    String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Answered from what staff wrote. */
    boolean officeFact() {
        return switch (this) {
            case HOURS, HOLIDAYS, LOCATION, DIRECTIONS, PHONE, FAX -> true;
            default -> false;
        };
    }

    /** Never answered: the boundary sentence. */
    boolean boundary() {
        return this == CLINICAL || this == RESULTS;
    }
}
