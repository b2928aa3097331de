package org.anteroom.agent.emergency;

/** How sure the detector is. Both grades above {@link #NONE} put the caller through to a human at once. */
public enum Grade {
    /** Nothing heard that needs a human at once. */
    NONE,
    /** Doubt or distress: the nearest person; the front desk in hours, the on-call targets after hours. */
    CONCERN,
    /** An emergency: the on-call ladder. */
    ALARM;

    /** True when this grade asks for more than the other. */
    public boolean over(Grade other) {
        return compareTo(other) > 0;
    }
}
