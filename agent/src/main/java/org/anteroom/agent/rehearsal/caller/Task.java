package org.anteroom.agent.rehearsal.caller;

import java.util.Locale;

/** What somebody calls for. */
public enum Task {
    /** A first appointment. */
    NEW_PATIENT,
    /** An appointment for somebody on file. */
    BOOK,
    RESCHEDULE,
    CANCEL,
    CONFIRM,
    INSURANCE,
    REFILL,
    MESSAGE,
    OFFICE_FACT,
    BILLING,
    RESULTS,
    PERSON,
    WRONG_NUMBER,
    CLINICAL_QUESTION,
    EMERGENCY;

    /** As reports write it: {@code new-patient}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it ends in the appointment book where all goes well. */
    public boolean inBook() {
        return books() || this == RESCHEDULE || this == CANCEL || this == CONFIRM;
    }

    /** Whether it makes a new appointment. */
    public boolean books() {
        return this == NEW_PATIENT || this == BOOK;
    }

    /** Whether a time is looked for. */
    public boolean timed() {
        return books() || this == RESCHEDULE;
    }

    /** Whether it is about an appointment that there is. */
    public boolean hasAppointment() {
        return this == RESCHEDULE || this == CANCEL || this == CONFIRM;
    }
}
