package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.Optional;

/**
 * A call we make. Its text form names nobody.
 *
 * @param number the extension or number the PBX shall dial, or a whole {@code sip:} address
 * @param endpoint where we receive sound
 * @param ring how long it may ring before we cancel it
 * @param drillToken proves to the receptionist that the call is a drill it expects; empty in every other call
 */
public record OutgoingCall(String number, AudioEndpoint endpoint, Duration ring, Optional<String> drillToken) {
    /** A call that is no drill. */
    public OutgoingCall(String number, AudioEndpoint endpoint, Duration ring) {
        this(number, endpoint, ring, Optional.empty());
    }

    public OutgoingCall {
        if (number.isBlank()) {
            throw new IllegalArgumentException("sip: the number to call must not be empty");
        }
    }

    @Override
    public String toString() {
        return "OutgoingCall[ring=" + ring + "]";
    }
}
