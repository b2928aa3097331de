package org.anteroom.media;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** How late the ticks of the last 5 s began. Written by the clock alone, read by anyone. */
@SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
final class LatenessWindow {
    private static final int TICKS = 250;

    private final AtomicLongArray late = new AtomicLongArray(TICKS);
    private volatile long ticks;
    private volatile long lastTick;

    LatenessWindow(long now) {
        lastTick = now;
    }

    void tick(long now, long lateNanos) {
        late.lazySet((int) (ticks % TICKS), lateNanos);
        lastTick = now;
        ticks++;
    }

    ClockHealth health(long now) {
        int count = (int) Math.min(ticks, TICKS);
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = late.get(i);
        }
        Arrays.sort(sorted);
        double age = (now - lastTick) / 1e6;
        if (count == 0) {
            return new ClockHealth(0, 0, age);
        }
        return new ClockHealth(sorted[(count - 1) * 99 / 100] / 1e6, sorted[count - 1] / 1e6, age);
    }
}
