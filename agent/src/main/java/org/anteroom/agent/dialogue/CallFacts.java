package org.anteroom.agent.dialogue;

import java.util.Optional;

/**
 * What is known when a call is answered.
 *
 * @param office the practice's facts as staff wrote them
 * @param services what can be done beside taking a message
 * @param callerNumber digits of the number the call comes from, where it was sent
 * @param recorded whether this call is being recorded
 * @param emergencyOnly whether nothing can be stored, so that only emergencies are served
 * @param deskReachable whether a front desk is configured
 * @param returned what is gone on with, where we have called back
 */
public record CallFacts(
        OfficeFacts office,
        Services services,
        Optional<String> callerNumber,
        boolean recorded,
        boolean emergencyOnly,
        boolean deskReachable,
        Optional<ReturnCall> returned) {
    /** Of a call that somebody made to us. */
    public CallFacts(
            OfficeFacts office,
            Services services,
            Optional<String> callerNumber,
            boolean recorded,
            boolean emergencyOnly,
            boolean deskReachable) {
        this(office, services, callerNumber, recorded, emergencyOnly, deskReachable, Optional.empty());
    }

    /** In a practice that takes messages and nothing else. */
    public CallFacts(
            OfficeFacts office,
            Optional<String> callerNumber,
            boolean recorded,
            boolean emergencyOnly,
            boolean deskReachable) {
        this(office, Services.NONE, callerNumber, recorded, emergencyOnly, deskReachable);
    }

    CallFacts unrecorded() {
        return new CallFacts(office, services, callerNumber, false, emergencyOnly, deskReachable, returned);
    }

    @Override
    public String toString() {
        return "CallFacts[recorded=" + recorded + ", emergencyOnly=" + emergencyOnly + "]";
    }
}
