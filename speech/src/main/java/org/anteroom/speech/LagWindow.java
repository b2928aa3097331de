package org.anteroom.speech;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long recent frames waited from arrival to decoded. Written by the ear workers, read by anyone, without locks. */
final class LagWindow {
    private static final int SIZE = 1024;
    private static final long RECENT_NANOS = 5_000_000_000L;

    private final AtomicLongArray lagNanos = new AtomicLongArray(SIZE);
    private final AtomicLongArray atNanos = new AtomicLongArray(SIZE);
    private final AtomicLong count = new AtomicLong();

    void record(long lag, long nowNanos) {
        long at = count.getAndIncrement();
        int slot = (int) (at % SIZE);
        lagNanos.set(slot, lag);
        atNanos.set(slot, nowNanos);
    }

    /** The 95th percentile over the last 5 s (at most 1024 frames), in ms; 0 when there was nothing. */
    double p95Ms(long nowNanos) {
        int filled = (int) Math.min(SIZE, count.get());
        long[] recent = new long[filled];
        int n = 0;
        for (int i = 0; i < filled; i++) {
            if (nowNanos - atNanos.get(i) < RECENT_NANOS) {
                recent[n++] = lagNanos.get(i);
            }
        }
        if (n == 0) {
            return 0;
        }
        Arrays.sort(recent, 0, n);
        return recent[Math.min(n - 1, (int) (n * 0.95))] / 1e6;
    }
}
