package org.anteroom.agent.config;

/** When an on-call target is rung. */
public enum OnDuty {
    ALWAYS,
    /** In opening hours only. */
    OPEN,
    /** Outside opening hours only. */
    CLOSED,
    /** Never by itself: a service that whoever took an emergency may add by key. */
    KEY
}
