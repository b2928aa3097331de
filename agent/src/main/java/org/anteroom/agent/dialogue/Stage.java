package org.anteroom.agent.dialogue;

/** Where a conversation stands: what was asked last, or what is being waited for. */
public enum Stage {
    /** Not begun. */
    NEW,
    /** "How can I help you?": anything may be said. */
    OPEN,
    /** "What else can I do for you?": anything may be said, and "no" is goodbye. */
    FURTHER,
    /** "Would you like to leave a message?", in hours also a person. */
    OFFER,
    NAME,
    /** "Shall we call you back at the number you are calling from?" */
    SAME_NUMBER,
    NUMBER,
    CONFIRM_NUMBER,
    ABOUT,
    /** "Would you like to add anything?": a yes, a no, or the addition itself. */
    MORE,
    /** "Please go ahead." */
    ADDING,
    /** What kind of visit it is. */
    VISIT,
    FIRST_VISIT,
    WHEN,
    /** Up to three times were offered. */
    CHOICE,
    /** The whole appointment was read back. */
    CONFIRM_VISIT,
    /** What of it is wrong. */
    CHANGE,
    /** Which of several appointments it is about. */
    WHICH,
    /** The same, told for staff by somebody who must not hear of any. */
    WHICH_VISIT,
    CONFIRM_CANCEL,
    /** "Will you be there?" */
    CONFIRM_COMING,
    CONFIRM_MOVE,
    BIRTH,
    PATIENT_NAME,
    ANIMAL,
    PIN,
    /** The code that is on its way as a text, if there is anybody to send it to. */
    CODE,
    /** "I call you back at the number on file: shall I?" */
    CALL_BACK,
    PAYER,
    MEMBER_ID,
    CONFIRM_MEMBER_ID,
    GROUP,
    OWN_PLAN,
    SUBSCRIBER,
    /** What is to be refilled. */
    REFILL,
    PHARMACY,
    /** The practice's records are being asked; nothing is said. */
    LOOKING,
    /** A commit is under way; nothing is said. */
    SAVING,
    /** The desk or the clinician on call is being rung. */
    CONNECTING,
    /** Nothing can be stored: only emergencies are served. */
    EMERGENCY_ONLY,
    /** The detector has the call. */
    SUSPENDED,
    ENDED;

    /** A slot of a message, an appointment, or another errand is being asked for. */
    boolean filling() {
        return ofMessage() || ofErrand();
    }

    /** A slot of the message form. */
    boolean ofMessage() {
        return switch (this) {
            case NAME, SAME_NUMBER, NUMBER, CONFIRM_NUMBER, ABOUT, MORE, ADDING -> true;
            default -> false;
        };
    }

    /** A slot of an errand beside that form. */
    boolean ofErrand() {
        return compareTo(VISIT) >= 0 && compareTo(PHARMACY) <= 0;
    }

    /** The caller tells a story here: little of it is meant for us. */
    boolean story() {
        return this == ABOUT || this == MORE || this == ADDING;
    }

    /** The answer is passed on as it is said, or is a name: whatever else it sounds like. */
    boolean ownWords() {
        return this == REFILL || this == PHARMACY || this == WHICH_VISIT || this == PATIENT_NAME || this == ANIMAL;
    }

    /** The answer is a time, or may be one. */
    boolean timed() {
        return switch (this) {
            case VISIT, WHEN, CHOICE, CONFIRM_VISIT, CONFIRM_MOVE, CHANGE, WHICH, WHICH_VISIT -> true;
            default -> false;
        };
    }

    boolean yesOrNo() {
        return switch (this) {
            case OFFER,
                    SAME_NUMBER,
                    CONFIRM_NUMBER,
                    MORE,
                    FIRST_VISIT,
                    CONFIRM_VISIT,
                    CONFIRM_CANCEL,
                    CONFIRM_COMING,
                    CONFIRM_MOVE,
                    CALL_BACK,
                    CONFIRM_MEMBER_ID,
                    OWN_PLAN -> true;
            default -> false;
        };
    }

    /** The caller has been asked something, or told to say anything. */
    boolean asking() {
        return filling() || this == OPEN || this == FURTHER || this == OFFER || this == EMERGENCY_ONLY;
    }
}
