package org.anteroom.agent.emergency;

/** What answers at an on-call number, and so how it is treated. */
public enum TargetKind {
    /** A human of the practice: hears an announcement, must press 1, is told category and call-back number, is bridged. */
    PERSON,
    /** A service such as 911, 988 or the emergency hospital: bridged on answer, nothing is played to it. */
    SERVICE
}
