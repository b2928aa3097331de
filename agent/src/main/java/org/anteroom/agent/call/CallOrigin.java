package org.anteroom.agent.call;

import java.util.Optional;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.Invitation;

/**
 * Where a call comes from.
 *
 * @param caller the caller's number, where it is known
 * @param reason why the PBX sent it here; empty where it didn't
 * @param drillToken what the call of a drill says to prove it
 * @param returned what it is for, where we called back
 */
record CallOrigin(
        Optional<String> caller,
        Optional<CallReason> reason,
        Optional<String> drillToken,
        Optional<Returning> returned) {

    /** Of a call that the PBX sent. */
    static CallOrigin of(Invitation invitation) {
        return new CallOrigin(
                invitation.caller(), Optional.of(invitation.reason()), invitation.drillToken(), Optional.empty());
    }

    /**
     * Of a call back.
     *
     * @param number that was rung
     */
    static CallOrigin of(Returning returning, String number) {
        return new CallOrigin(Optional.of(number), Optional.empty(), Optional.empty(), Optional.of(returning));
    }

    @Override
    public String toString() {
        return "CallOrigin[" + (returned.isPresent() ? "called back" : "sent by the PBX") + "]";
    }
}
