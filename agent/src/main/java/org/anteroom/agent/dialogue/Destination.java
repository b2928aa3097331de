package org.anteroom.agent.dialogue;

/** Who a call can be handed to. */
public enum Destination {
    /** The front desk. */
    DESK,
    /** The on-call ladder; the caller waits with the emergency comforts until a person takes it. */
    ON_CALL
}
