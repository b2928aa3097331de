package org.anteroom.agent.sip;

/** A call we make. */
public interface CancellableLeg extends Leg {

    /**
     * Stops ringing, and goes on telling what becomes of the call: {@link LegEvent.Answered} when the phone was picked up
     * in that very moment, otherwise {@link LegEvent.Refused} (487 as a rule) or {@link LegEvent.Ended}, at the latest 64
     * T1 (32 s) after the CANCEL. Whoever listens keeps the endpoint open until then. Does nothing to a call that stands.
     */
    void cancel();

    /**
     * Asks the other end whether the call still stands: OPTIONS within its dialog. One that knows nothing of it (481) ends
     * the leg as {@link EndCause#PEER_GONE} (RFC 3261 section 12.2.1.2); whatever else it answers, the call stands. Does
     * nothing to a call that doesn't stand.
     *
     * @param unanswered told on {@code sip-line} when no answer comes within three seconds, or a proxy says that none does
     *     (408)
     */
    void check(Runnable unanswered);
}
