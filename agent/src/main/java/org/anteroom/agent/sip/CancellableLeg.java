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
     * Asks the other end whether the call still stands: OPTIONS within its dialog. The call stands whatever it answers, also
     * when it knows nothing of it (481, which by RFC 3261 section 12.2.1.2 may end it): a proxy that lost its memory, or that
     * looks at no OPTIONS within a dialog, says so of a call in which two people talk. Does nothing to a call that doesn't stand.
     *
     * @param unanswered told on {@code sip-line} when no answer comes within three seconds, a proxy says that none does
     *     (408), or the other end knows nothing of the call (481)
     */
    void check(Runnable unanswered);
}
