package org.anteroom.agent.dialogue;

/** Where a conversation stands: what was asked last, or what is being waited for. */
public enum Stage {
    /** Not begun. */
    NEW,
    /** "How can I help?", "Is there anything else?": anything may be said. */
    OPEN,
    /** "Would you like to leave a message?", in hours also "... a person?". */
    OFFER,
    NAME,
    /** "Shall we call you back at the number you are calling from?" */
    SAME_NUMBER,
    NUMBER,
    CONFIRM_NUMBER,
    ABOUT,
    /** "Is there anything you would like to add?" */
    MORE,
    /** A commit is under way; nothing is said. */
    SAVING,
    /** The desk or the clinician on call is being rung. */
    CONNECTING,
    /** Nothing can be stored: only emergencies are served. */
    EMERGENCY_ONLY,
    /** The detector has the call. */
    SUSPENDED,
    ENDED
}
