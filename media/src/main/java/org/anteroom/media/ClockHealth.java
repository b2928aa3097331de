package org.anteroom.media;

/**
 * How well the media clock kept its time over the last 5 s.
 *
 * @param lateP99Ms 99th percentile of how late ticks began, in ms
 * @param lateMaxMs the latest one, in ms
 * @param lastTickAgeMs time since the last tick began, in ms; 20 or less when all is well
 */
public record ClockHealth(double lateP99Ms, double lateMaxMs, double lastTickAgeMs) {
    /** Above this callers hear gaps: their phones rarely buffer more than three frames. */
    static final double UNHEALTHY_LATE_P99_MS = 60;

    /** A clock that has not ticked for this long is stuck. */
    static final double UNHEALTHY_AGE_MS = 500;
    /** One gap so long is a machine that was suspended or starved: a patient heard it as a dead line. */
    static final double UNHEALTHY_LATE_MAX_MS = 1_000;

    /** Whether calls sound right: unhealthy clocks should be given no further calls. */
    public boolean healthy() {
        return lateP99Ms <= UNHEALTHY_LATE_P99_MS
                && lateMaxMs <= UNHEALTHY_LATE_MAX_MS
                && lastTickAgeMs <= UNHEALTHY_AGE_MS;
    }
}
