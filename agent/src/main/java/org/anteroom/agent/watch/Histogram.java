package org.anteroom.agent.watch;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lengths of time, counted by size. The bounds are the same for all: from what nobody notices to what makes a caller hang up.
 * Any thread.
 */
final class Histogram {
    /** Upper bounds in seconds. */
    static final double[] BOUNDS = {0.025, 0.05, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2.5, 5};

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** Counts one; what came before it was waited for counts as nothing. */
    void observe(Duration took) {
        long length = Math.max(0, took.toNanos());
        int i = 0;
        while (i < BOUNDS.length && length > BOUNDS[i] * 1e9) {
            i++;
        }
        counts[i].increment();
        nanos.add(length);
    }

    /** How many were counted that are no longer than the bound of that index; all of them at the index after the last. */
    long upTo(int index) {
        long sum = 0;
        for (int i = 0; i <= index; i++) {
            sum += counts[i].sum();
        }
        return sum;
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }
}
