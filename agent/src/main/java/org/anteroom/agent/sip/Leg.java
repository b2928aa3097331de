package org.anteroom.agent.sip;

/** One dialog with the PBX, either direction. All methods return at once and may be called on any thread. */
public interface Leg {

    /** Our own name of the leg, unique in this process, for logs and the call journal. Tells nothing about people. */
    String id();

    /**
     * Ends the leg whatever its state: CANCEL, BYE, or 480 for a call not answered yet. The {@link LegEvent.Ended}
     * comes at once, the messages follow their own course. A second call does nothing.
     */
    void hangUp();
}
