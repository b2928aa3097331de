package org.anteroom.media;

import java.util.concurrent.atomic.LongAdder;

/** What media has counted since the process began; one object is given to the engine. Any thread may read. */
public final class MediaCounters {
    final LongAdder packetsIn = new LongAdder();

    /** RTP packets accepted. */
    public long packetsIn() {
        return packetsIn.sum();
    }
}
