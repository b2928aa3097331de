package org.anteroom.media;

/**
 * Follows the sequence numbers of one incoming stream (RFC 3550 A.1, A.3, A.8): wrap, restart, change of SSRC, duplicates, loss, jitter.
 *
 * <p>The first packet is taken at once. A jump of the sequence or another SSRC is believed from its second consecutive packet on, so that
 * one stray packet disturbs nothing. Written on {@code rtp-in}, figures are read on any thread.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
final class IncomingSequence {
    private static final int MAX_DROPOUT = 3000;
    private static final int MAX_MISORDER = 100;

    /** What to do with a packet. */
    enum Verdict {
        /** Belongs to the stream. */
        ACCEPTED,
        /** Belongs to a stream that begins here: timestamps before it mean nothing any more. */
        NEW_STREAM,
        /** Was here before. */
        DUPLICATE,
        /** Not yet believed. */
        UNSETTLED
    }

    private boolean started;
    private volatile int ssrc;
    private long seenBefore;
    private int candidateSsrc;
    private int candidateSequence = -1;
    private int lastTransit;
    private boolean transitKnown;
    private volatile long highest;
    private volatile long base;
    private volatile long received;
    private volatile long lostEarlier;
    private volatile long duplicates;
    private volatile double jitterSamples;

    Verdict accept(int packetSsrc, int sequence) {
        if (!started) {
            return begin(packetSsrc, sequence);
        }
        int ahead = (short) (sequence - (int) highest);
        boolean plausible = packetSsrc == ssrc && ahead < MAX_DROPOUT && ahead > -MAX_MISORDER;
        if (!plausible) {
            boolean second = packetSsrc == candidateSsrc && sequence == candidateSequence;
            candidateSsrc = packetSsrc;
            candidateSequence = (sequence + 1) & 0xFFFF;
            return second ? begin(packetSsrc, sequence) : Verdict.UNSETTLED;
        }
        candidateSequence = -1;
        if (ahead > 0) {
            seenBefore = (ahead < Long.SIZE ? seenBefore << ahead : 0) | (ahead <= Long.SIZE ? 1L << (ahead - 1) : 0);
            highest += ahead;
        } else if (ahead == 0 || (-ahead <= Long.SIZE && (seenBefore & 1L << (-ahead - 1)) != 0)) {
            duplicates++;
            return Verdict.DUPLICATE;
        } else if (-ahead <= Long.SIZE) {
            seenBefore |= 1L << (-ahead - 1);
        }
        received++;
        return Verdict.ACCEPTED;
    }

    private Verdict begin(int packetSsrc, int sequence) {
        lostEarlier = lost();
        started = true;
        ssrc = packetSsrc;
        highest = sequence;
        base = sequence;
        received = 1;
        seenBefore = 0;
        candidateSequence = -1;
        transitKnown = false;
        return Verdict.NEW_STREAM;
    }

    /** Takes an accepted audio packet into the jitter estimate; arrival in samples of 1/8000 s. */
    void timing(long arrivalSamples, int timestamp) {
        int transit = (int) arrivalSamples - timestamp;
        if (transitKnown) {
            double difference = Math.min(Math.abs((double) (transit - lastTransit)), 8000);
            jitterSamples += (difference - jitterSamples) / 16;
        }
        lastTransit = transit;
        transitKnown = true;
    }

    boolean started() {
        return received > 0;
    }

    int ssrc() {
        return ssrc;
    }

    /** Highest sequence number of the present stream, extended by the count of its wraps (RFC 3550 section 6.4.1). */
    long highest() {
        return highest;
    }

    /** Packets of the present stream that should have come. */
    long expected() {
        return received == 0 ? 0 : highest - base + 1;
    }

    /** Packets of the present stream that came, duplicates left out. */
    long received() {
        return received;
    }

    /** Packets missing from all streams so far, never negative. */
    long lost() {
        return lostEarlier + Math.max(0, expected() - received);
    }

    long duplicates() {
        return duplicates;
    }

    double jitterSamples() {
        return jitterSamples;
    }
}
