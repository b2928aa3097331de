package org.anteroom.agent.sip;

/** A call we make. */
public interface CancellableLeg extends Leg {

    /**
     * Stops ringing, and goes on telling what becomes of the call: {@link LegEvent.Answered} when the phone was picked up
     * in that very moment, otherwise {@link LegEvent.Refused} (487 as a rule) or {@link LegEvent.Ended}, at the latest 64
     * T1 (32 s) after the CANCEL. Whoever listens keeps the endpoint open until then. Does nothing to a call that stands.
     */
    void cancel();
}
