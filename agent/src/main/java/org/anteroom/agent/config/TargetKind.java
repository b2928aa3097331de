package org.anteroom.agent.config;

/** What answers at an on-call number. */
public enum TargetKind {
    /** A person who must press the accept key before anything is disclosed. */
    PERSON,
    /** A service such as an emergency hospital: bridged on answer, nothing is played to it. */
    SERVICE
}
