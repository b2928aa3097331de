package org.anteroom.agent.config;

/** Whether our own prompts are taken out of what we hear. */
public enum EchoCanceller {
    /** On; that of rooms where its library is there. */
    AUTO,
    OFF
}
