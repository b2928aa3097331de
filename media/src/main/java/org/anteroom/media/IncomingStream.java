package org.anteroom.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The way in of one stream, on {@code rtp-in}: datagram, valid RTP, from the right source, of an agreed type, in sequence; then sound goes to
 * the clock by way of the {@link PacketRing} and keys to the {@link DigitReceiver}. Everything else is dropped and counted.
 *
 * <p>Keys count as soon as their source is right, also those that some gateways send under an SSRC of their own.
 *
 * <p>Both static G.711 types are understood whichever was agreed: some PBXs switch between them in the middle of a call.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
final class IncomingStream {
    private static final int COMFORT_NOISE = 13;

    private final MediaCounters counters;
    private final RtpHeader header = new RtpHeader();
    private final SourceLock lock = new SourceLock();
    private final IncomingSequence sequence = new IncomingSequence();
    private final PacketRing ring = new PacketRing();
    private final DigitReceiver digits;
    private final RtcpReader rtcp;
    private volatile @Nullable StreamDescription description;
    private @Nullable StreamDescription applied;
    private boolean announceNewStream;
    private volatile long packets;
    private volatile long firstNanos;
    private volatile long lastNanos;

    IncomingStream(MediaCounters counters, DigitReceiver.Sink keys, RtcpReader rtcp) {
        this.counters = counters;
        this.rtcp = rtcp;
        digits = new DigitReceiver(keys);
    }

    /** Takes effect with the next datagram. Any thread. */
    void describe(StreamDescription latest) {
        description = latest;
    }

    void rtp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        StreamDescription agreed = description;
        if (agreed == null) {
            counters.beforeConnect.increment();
            return;
        }
        if (!agreed.equals(applied)) {
            applied = agreed;
            lock.signalled(agreed.remote(), nanos);
        }
        if (!header.read(datagram)) {
            counters.malformed.increment();
            return;
        }
        boolean key = is(agreed.telephoneEvent(), header.payloadType());
        PacketRing.Kind kind = kind(agreed, key);
        if (kind == null) {
            counters.unknownPayload.increment();
        } else if (kind != PacketRing.Kind.QUIET && header.payloadLength() > PacketRing.MAX_PAYLOAD) {
            counters.malformed.increment();
        } else if (!lock.admit(from, header.ssrc(), header.sequence(), nanos)) {
            counters.foreignSource.increment();
        } else if (key && !digits.packet(header, datagram, nanos)) {
            counters.malformed.increment();
        } else if (!key || !sequence.started() || header.ssrc() == sequence.ssrc()) {
            accept(agreed, kind, key, datagram, nanos);
        }
    }

    private void accept(StreamDescription agreed, PacketRing.Kind kind, boolean key, ByteBuffer datagram, long nanos) {
        switch (sequence.accept(header.ssrc(), header.sequence())) {
            case DUPLICATE -> {
                counters.duplicates.increment();
                return;
            }
            case UNSETTLED -> {
                counters.outOfSequence.increment();
                return;
            }
            case NEW_STREAM -> announceNewStream = true;
            case ACCEPTED -> {}
        }
        counters.packetsIn.increment();
        if (packets == 0) {
            firstNanos = nanos;
        }
        lastNanos = nanos;
        packets++;
        if (!key) {
            sequence.timing(Pcm.nanosToSamples(nanos), header.timestamp());
        }
        if (!agreed.receive()) {
            return;
        }
        if (ring.offer(kind, header, datagram, announceNewStream, nanos)) {
            announceNewStream = announceNewStream && kind == PacketRing.Kind.QUIET;
        } else {
            counters.inputOverflows.increment();
        }
    }

    private PacketRing.@Nullable Kind kind(StreamDescription agreed, boolean key) {
        int type = header.payloadType();
        if (key) {
            return PacketRing.Kind.QUIET;
        }
        if (type == agreed.payloadType()) {
            return agreed.codec() == Codec.PCMU ? PacketRing.Kind.PCMU : PacketRing.Kind.PCMA;
        }
        return switch (type) {
            case 0 -> PacketRing.Kind.PCMU;
            case 8 -> PacketRing.Kind.PCMA;
            case COMFORT_NOISE -> PacketRing.Kind.QUIET;
            default -> null;
        };
    }

    private static boolean is(OptionalInt agreed, int type) {
        return agreed.isPresent() && agreed.getAsInt() == type;
    }

    void rtcp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        InetSocketAddress source = lock.locked();
        StreamDescription agreed = description;
        if (agreed == null) {
            counters.beforeConnect.increment();
        } else if (!from.getAddress().equals((source == null ? agreed.remote() : source).getAddress())) {
            counters.foreignSource.increment();
        } else if (rtcp.read(datagram, System.currentTimeMillis(), nanos)) {
            counters.rtcpIn.increment();
        } else {
            counters.malformed.increment();
        }
    }

    /** To be called every 50 to 100 ms on {@code rtp-in}. */
    void expire(long nanos) {
        digits.expire(nanos);
    }

    /** Where packets wait for the clock. */
    PacketRing ring() {
        return ring;
    }

    IncomingSequence sequence() {
        return sequence;
    }

    /** The source that is listened to, null while it is open. Any thread. */
    @Nullable
    InetSocketAddress source() {
        return lock.locked();
    }

    long packets() {
        return packets;
    }

    OptionalLong firstNanos() {
        return packets == 0 ? OptionalLong.empty() : OptionalLong.of(firstNanos);
    }

    OptionalLong lastNanos() {
        return packets == 0 ? OptionalLong.empty() : OptionalLong.of(lastNanos);
    }
}
