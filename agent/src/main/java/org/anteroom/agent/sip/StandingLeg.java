package org.anteroom.agent.sip;

import java.util.Optional;

/** A leg that may have a call that stands. On {@code sip-line}. */
interface StandingLeg extends Leg {

    /** The call; empty before it was answered and after its end. */
    Optional<Session> standing();
}
