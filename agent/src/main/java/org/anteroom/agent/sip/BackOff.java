package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The pauses between failed attempts: {@code min(longest, first * 2^n)} times a random 0.75-1.25, so that a building's
 * phones don't come back to a rebooted PBX in step.
 */
final class BackOff {
    private static final int MOST_DOUBLINGS = 16;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private int failures;

    /** @param random gives 0.0-1.0 */
    BackOff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    void succeeded() {
        failures = 0;
    }

    Duration next() {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return jittered(doubled.compareTo(longest) < 0 ? doubled : longest);
    }

    Duration jittered(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.75 + random.getAsDouble() / 2)));
    }
}
