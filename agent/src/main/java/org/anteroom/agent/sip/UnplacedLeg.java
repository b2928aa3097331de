package org.anteroom.agent.sip;

/** A call that could not even be tried: the line has no port. Its end is already on its way to the listener. */
record UnplacedLeg(String id) implements CancellableLeg {
    @Override
    public void cancel() {}

    @Override
    public void check(Runnable unanswered) {}

    @Override
    public void hangUp() {}
}
