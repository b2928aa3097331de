package org.anteroom.agent.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** The last latencies of each kind, for figures. Any thread. */
public final class LatencyLog {
    private static final int KEPT = 1_024;

    /** Percentiles of what is held; all zero when {@code count} is 0. */
    public record Summary(int count, Duration p50, Duration p95, Duration max) {}

    private record Ring(AtomicLongArray nanos, AtomicInteger added) {}

    private final Map<Latency, Ring> rings = new EnumMap<>(Latency.class);

    public LatencyLog() {
        for (Latency kind : Latency.values()) {
            rings.put(kind, new Ring(new AtomicLongArray(KEPT), new AtomicInteger()));
        }
    }

    /** Adds one; the oldest goes when there are too many. */
    public void add(Latency kind, Duration took) {
        Ring ring = ring(kind);
        ring.nanos().set(Math.floorMod(ring.added().getAndIncrement(), KEPT), took.toNanos());
    }

    public Summary summary(Latency kind) {
        Ring ring = ring(kind);
        int count = Math.min(KEPT, ring.added().get());
        long[] sorted = new long[count];
        Arrays.setAll(sorted, i -> ring.nanos().get(i));
        Arrays.sort(sorted);
        return new Summary(count, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private Ring ring(Latency kind) {
        Ring ring = rings.get(kind);
        if (ring == null) {
            throw new IllegalStateException("no log for " + kind);
        }
        return ring;
    }

    private static Duration at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Duration.ofNanos(sorted[Math.max(0, index)]);
    }
}
