package org.anteroom.agent.call;

/** What is timed on every call. */
public enum Latency {
    /** End of the decisive word on the call's audio -> INVITE handed to the network. */
    DECISION_TO_INVITE,
    /** Detector's decision -> first frame without our speech. */
    DECISION_TO_SILENCE,
    /** End of the caller's speech on the call's audio -> first frame of our answer. */
    SPEECH_TO_ANSWER,
    /** Caller's speech that interrupts -> first frame without our speech. */
    BARGE_IN_TO_SILENCE,
    /** Key 1 on the on-call phone -> both hear each other. */
    ACCEPTED_TO_BRIDGE
}
