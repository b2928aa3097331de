package org.anteroom.agent.practice.book;

/** Why the book does not do what was asked. */
public enum Refusal {
    /** Somebody else has the time, or holds it. */
    TAKEN,
    /** There is no such visit type. */
    UNKNOWN_VISIT_TYPE,
    /** There is no such provider, or they don't do that. */
    UNKNOWN_PROVIDER,
    /** Staff alone book this kind of visit. */
    STAFF_ONLY,
    /** It is for patients the practice knows. */
    NOT_FOR_NEW_PATIENTS,
    /** It is for patients the practice doesn't know yet. */
    FOR_NEW_PATIENTS_ONLY,
    /** It is not within the provider's hours, or they are out, or it is too soon, or too far ahead. */
    NOT_OFFERED,
    /** There is no such appointment. */
    UNKNOWN_APPOINTMENT,
    /** There is no such patient. */
    UNKNOWN_PATIENT,
    /** It was cancelled, or is over. */
    OVER,
    /** The rule of the practice about notice: staff decide. */
    TOO_LATE,
    /** Staff have not approved it yet. */
    NOT_APPROVED
}
