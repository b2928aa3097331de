package org.anteroom.agent.sip;

/** A call the PBX sent us. Each verb does nothing when the leg is past it. */
public interface IncomingLeg extends Leg {

    /** Sends 180 Ringing. */
    void ringing();

    /**
     * Answers with sound at the endpoint: 200 with the answer to the caller's offer, or with an offer of our own where
     * the INVITE had none. {@link LegEvent.Answered} follows, or {@link LegEvent.Ended} when nothing fits (488).
     */
    void answer(AudioEndpoint endpoint);

    /**
     * Refuses the call.
     *
     * @param status 400-699, for example 486 busy, 503 out of service
     */
    void refuse(int status);
}
