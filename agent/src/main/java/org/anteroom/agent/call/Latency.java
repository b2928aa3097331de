package org.anteroom.agent.call;

import org.anteroom.agent.watch.Metric;

/** What is timed on every call. */
public enum Latency {
    /** End of the decisive word on the call's audio -> INVITE handed to the network. */
    DECISION_TO_INVITE(Metric.EMERGENCY_INVITE_SECONDS),
    /** Detector's decision -> first frame without our speech. */
    DECISION_TO_SILENCE(Metric.EMERGENCY_SILENCE_SECONDS),
    /** End of the caller's speech on the call's audio -> first frame of our answer. */
    SPEECH_TO_ANSWER(Metric.ANSWER_SECONDS),
    /** Caller's speech that interrupts -> first frame without our speech. */
    BARGE_IN_TO_SILENCE(Metric.BARGE_IN_SECONDS),
    /** Key 1 on the on-call phone -> both hear each other. */
    ACCEPTED_TO_BRIDGE(Metric.EMERGENCY_BRIDGE_SECONDS);

    private final Metric metric;

    Latency(Metric metric) {
        this.metric = metric;
    }

    /** As what it is published. */
    Metric metric() {
        return metric;
    }
}
