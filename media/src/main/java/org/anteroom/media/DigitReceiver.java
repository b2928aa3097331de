package org.anteroom.media;

/**
 * Tells each key of RFC 4733 exactly once, however its packets are lost, repeated or reordered. Runs on {@code rtp-in}.
 *
 * <pre>
 *  key        ____/~~~~~~~~~~~~~~~~~~~~~~~~~~\______
 *  packets        M u  u  u  u  u  u  u  E E E           M = marker, u = update, E = end bit; all with the timestamp of the start
 *  reported                      ^ here when held for 100 ms; at the first E when shorter;
 *                                  200 ms after the last packet, or at the next key, when every E was lost
 * </pre>
 *
 * <p>A key is reported before it is let go because the emergency key must not wait for the finger. One event is one timestamp. Two
 * exceptions: an event too long for its 16-bit duration goes on under a later timestamp (section 2.5.1.3), and some senders advance the
 * timestamp with every packet; both follow on the last one without a pause and without a marker, and count as the same key.
 */
final class DigitReceiver {
    /** Is given each key; must only post it. */
    @FunctionalInterface
    interface Sink {
        /** A key, and for how long it had been held. */
        void key(char key, int durationMs);
    }

    private static final String KEYS = "0123456789*#ABCD";
    private static final int PAYLOAD = 4;
    private static final int HELD_LONG_ENOUGH = 100 * Pcm.SAMPLES_PER_MS;
    private static final int SLACK = 40 * Pcm.SAMPLES_PER_MS;
    private static final long LOST_END_NANOS = 200_000_000L;

    private final Sink sink;
    private boolean known;
    private boolean reported;
    private int ssrc;
    private int event;
    private int timestamp;
    private int duration;
    private int earlier;
    private long lastSeen;

    DigitReceiver(Sink sink) {
        this.sink = sink;
    }

    /**
     * Takes a telephone-event packet.
     *
     * @return whether its payload is one: four bytes at least
     */
    boolean packet(RtpHeader header, java.nio.ByteBuffer datagram, long nanos) {
        if (header.payloadLength() < PAYLOAD) {
            return false;
        }
        int at = header.payloadOffset();
        int code = datagram.get(at) & 0xFF;
        boolean end = (datagram.get(at + 1) & 0x80) != 0;
        int length = datagram.getShort(at + 2) & 0xFFFF;
        if (code < KEYS.length()) {
            take(header, code, end, length, nanos);
        }
        return true;
    }

    private void take(RtpHeader header, int code, boolean end, int length, long nanos) {
        int later = header.timestamp() - timestamp;
        boolean sameSource = known && header.ssrc() == ssrc;
        if (sameSource && later < 0) {
            return;
        }
        boolean same = sameSource && code == event && later == 0;
        boolean goesOn = sameSource && code == event && !header.marker() && later > 0 && later <= duration + SLACK;
        if (same) {
            duration = Math.max(duration, length);
        } else if (goesOn) {
            earlier += later;
            timestamp = header.timestamp();
            duration = length;
        } else {
            report();
            begin(header, code, length);
        }
        lastSeen = nanos;
        if (end || earlier + duration >= HELD_LONG_ENOUGH) {
            report();
        }
    }

    private void begin(RtpHeader header, int code, int length) {
        known = true;
        reported = false;
        ssrc = header.ssrc();
        event = code;
        timestamp = header.timestamp();
        duration = length;
        earlier = 0;
    }

    /** Reports a short key whose end was lost; call every 50 ms or so. */
    void expire(long nanos) {
        if (known && !reported && nanos - lastSeen >= LOST_END_NANOS) {
            report();
        }
    }

    private void report() {
        if (known && !reported) {
            reported = true;
            sink.key(KEYS.charAt(event), (earlier + duration) / Pcm.SAMPLES_PER_MS);
        }
    }
}
