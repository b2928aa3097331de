package org.anteroom.media;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Engines for tests, each with a port range of its own. */
final class Engines {
    private static final AtomicInteger NEXT =
            new AtomicInteger(21_000 + (int) (ProcessHandle.current().pid() % 200) * 100);

    private Engines() {}

    static MediaSettings settings(int pairs, boolean echoCanceller) {
        int first = NEXT.getAndAdd(100);
        return new MediaSettings(Wire.LOOPBACK, first, first + 2 * pairs - 1, 40, 200, echoCanceller);
    }

    static MediaEngine engine(MediaCounters counters) throws IOException {
        return new MediaEngine(settings(10, false), counters);
    }
}
