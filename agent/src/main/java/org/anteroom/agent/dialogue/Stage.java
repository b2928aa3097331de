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
    /** A commit is under way; nothing is said. */
    SAVING,
    /** The desk or the clinician on call is being rung. */
    CONNECTING,
    /** Nothing can be stored: only emergencies are served. */
    EMERGENCY_ONLY,
    /** The detector has the call. */
    SUSPENDED,
    ENDED;

    /** A slot of a message is being asked for. */
    boolean filling() {
        return switch (this) {
            case NAME, SAME_NUMBER, NUMBER, CONFIRM_NUMBER, ABOUT, MORE, ADDING -> true;
            default -> false;
        };
    }

    /** The caller tells a story here: little of it is meant for us. */
    boolean story() {
        return this == ABOUT || this == MORE || this == ADDING;
    }

    boolean yesOrNo() {
        return this == OFFER || this == SAME_NUMBER || this == CONFIRM_NUMBER || this == MORE;
    }

    /** The caller has been asked something, or told to say anything. */
    boolean asking() {
        return filling() || this == OPEN || this == FURTHER || this == OFFER || this == EMERGENCY_ONLY;
    }
}
