package org.anteroom.agent.config;

/** What becomes of a call that the PBX sends here while the office is open. */
public enum Arriving {
    /** Anteroom talks to the caller. */
    SERVE,
    /** The desk rings first; Anteroom talks to the caller when nobody takes the call. */
    RING_DESK_FIRST
}
