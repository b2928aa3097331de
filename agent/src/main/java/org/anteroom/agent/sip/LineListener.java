package org.anteroom.agent.sip;

/** Hears of a line. Called on {@code sip-*} threads: post and return at once. */
public interface LineListener {

    /**
     * The PBX sends a call whose offer, where it has one, holds a codec of ours. Nothing but 100 has been sent yet.
     *
     * @return who hears of the leg; an exception refuses the call with 500
     */
    LegListener incoming(IncomingLeg leg, Invitation invitation);

    /** What that call, or one that is refused with 488, offers for its sound; before {@link #incoming}. */
    default void offered(OfferedSound sound) {}

    /** The registration changed. */
    void registration(RegistrationState state);

    /**
     * Whether the stack still answers a request sent to its own port. Told when it changes.
     *
     * @param sentence what was seen, for the operator
     */
    void health(boolean answering, String sentence);
}
