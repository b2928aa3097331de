package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    static Optional<Intent> headed(String heading) {
        return Arrays.stream(values())
                .filter(intent -> intent.heading().equals(heading))
                .findFirst();
    }

    /**
     * What files of cases call it. Several of ours are one to whoever files requests, and what is about this telephone rather than
     * about the practice is none of its business.
     */
    String label() {
        return switch (this) {
            case URGENT_PROVIDER, PROVIDER -> "pharmacy-or-provider";
            case CLINICIAN_ON_CALL, PERSON, LANGUAGE -> "person";
            case HARD_TO_HEAR, REPEAT -> "repeat";
            case HOURS, HOLIDAYS -> "hours";
            case LOCATION, PHONE -> "location";
            case WRONG_NUMBER, WHO_IS_THIS -> "wrong-number";
            case CLINICAL -> "clinical-question";
            case RESULTS -> "results-question";
            case INSURANCE -> "insurance-info";
            case NO_RECORDING, HELP, ROBOT, NONE -> "out-of-domain";
            default -> heading();
        };
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
