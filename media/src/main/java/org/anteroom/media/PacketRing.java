package org.anteroom.media;

import java.nio.ByteBuffer;

/**
 * Carries audio packets of one stream from {@code rtp-in} to the media clock without a lock: one writer, one reader, fixed memory.
 *
 * <p>Holds 64 packets, over half a second of 10 ms ones; when the clock falls further behind, new packets are refused.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
final class PacketRing {
    static final int MAX_PAYLOAD = 960;
    private static final int SLOTS = 64;

    /** What a packet is to the jitter buffer. */
    enum Kind {
        /** Mu-law samples. */
        PCMU,
        /** A-law samples. */
        PCMA,
        /** The sender says it is silent now: comfort noise (RFC 3389), or a key in place of sound. */
        QUIET
    }

    /** One packet; belongs to the ring. */
    static final class Slot {
        private final byte[] payload = new byte[MAX_PAYLOAD];
        private Kind kind = Kind.QUIET;
        private int length;
        private int timestamp;
        private boolean newStream;
        private boolean marker;
        private long arrivalNanos;

        byte[] payload() {
            return payload;
        }

        Kind kind() {
            return kind;
        }

        /** Samples, which are bytes in G.711; 0 for QUIET. */
        int length() {
            return length;
        }

        int timestamp() {
            return timestamp;
        }

        boolean newStream() {
            return newStream;
        }

        boolean marker() {
            return marker;
        }

        long arrivalNanos() {
            return arrivalNanos;
        }
    }

    private final Slot[] slots = new Slot[SLOTS];
    private volatile long written;
    private volatile long read;

    PacketRing() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
        }
    }

    /** Copies a packet in. @return false when the ring is full. Only {@code rtp-in}. */
    boolean offer(Kind kind, RtpHeader header, ByteBuffer datagram, boolean newStream, long arrivalNanos) {
        long next = written;
        if (next - read == SLOTS) {
            return false;
        }
        Slot slot = slots[(int) (next & (SLOTS - 1))];
        slot.kind = kind;
        slot.length = kind == Kind.QUIET ? 0 : header.payloadLength();
        slot.timestamp = header.timestamp();
        slot.newStream = newStream;
        slot.marker = header.marker();
        slot.arrivalNanos = arrivalNanos;
        datagram.get(header.payloadOffset(), slot.payload, 0, slot.length);
        written = next + 1;
        return true;
    }

    boolean isEmpty() {
        return read == written;
    }

    /** The oldest packet, valid until {@link #release}; call only when not empty. Only the clock. */
    Slot peek() {
        return slots[(int) (read & (SLOTS - 1))];
    }

    void release() {
        read = read + 1;
    }
}
