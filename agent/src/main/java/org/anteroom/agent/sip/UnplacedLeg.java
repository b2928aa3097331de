package org.anteroom.agent.sip;

/** A call that could not even be tried: the line has no port. Its end is already on its way to the listener. */
record UnplacedLeg(String id) implements Leg {
    @Override
    public void hangUp() {}
}
