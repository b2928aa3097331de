package org.anteroom.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes RTP packets of outgoing frames and sends them; SSRC, first sequence number and first timestamp are random (RFC 3550 section 5.1).
 *
 * <p>Packets of another length than 20 ms are cut from the stream of frames on the same 20 ms clock: 40 ms go out at every other tick, 10 ms
 * two by two, 30 ms at two ticks of three. The timestamp counts every frame that passed, sent or not. Media clock only; figures on any
 * thread.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
final class OutgoingStream {
    private static final int LONGEST = 60 * Pcm.SAMPLES_PER_MS + Pcm.FRAME;

    /** Power of a sent key in -dBm0 (RFC 4733 section 2.3.3). */
    private static final int EVENT_VOLUME = 10;

    private final DatagramChannel channel;
    private final MediaCounters counters;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(RtpHeader.LENGTH + LONGEST);
    private final short[] pending = new short[LONGEST];
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private int sequence = ThreadLocalRandom.current().nextInt(0x10000);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private int pendingLength;
    private int eventBegan;
    private boolean talkspurt = true;
    private volatile long packets;
    private volatile long octets;
    private volatile long firstSentNanos;

    OutgoingStream(DatagramChannel channel, MediaCounters counters) {
        this.channel = channel;
        this.counters = counters;
    }

    /** Sends a frame, or keeps it until a packet is full. */
    void sound(short[] frame, StreamDescription description, InetSocketAddress to) {
        System.arraycopy(frame, 0, pending, pendingLength, Pcm.FRAME);
        pendingLength += Pcm.FRAME;
        int length = description.ptimeMs() * Pcm.SAMPLES_PER_MS;
        timestamp += Pcm.FRAME;
        int at = 0;
        while (pendingLength - at >= length) {
            RtpHeader.write(
                    packet, talkspurt, description.payloadType(), sequence++, timestamp - (pendingLength - at), ssrc);
            talkspurt = false;
            for (int i = 0; i < length; i++) {
                packet.put(G711.encode(description.codec(), pending[at + i]));
            }
            send(to, length);
            at += length;
        }
        pendingLength -= at;
        System.arraycopy(pending, at, pending, 0, pendingLength);
    }

    /** Sends the present state of a key in place of a frame; the packet carries the timestamp at which the key began. */
    void event(DigitSender key, int payloadType, InetSocketAddress to) {
        pendingLength = 0;
        if (key.first()) {
            eventBegan = timestamp;
        }
        RtpHeader.write(packet, key.first(), payloadType, sequence++, eventBegan, ssrc);
        packet.put((byte) key.event());
        packet.put((byte) (key.end() ? 0x80 | EVENT_VOLUME : EVENT_VOLUME));
        packet.putShort((short) key.duration());
        send(to, 4);
        timestamp += Pcm.FRAME;
    }

    /** Lets time pass in which nothing is sent. */
    void pass(int frames) {
        timestamp += frames * Pcm.FRAME;
        pendingLength = 0;
        talkspurt = true;
    }

    private void send(InetSocketAddress to, int payload) {
        packet.flip();
        try {
            if (channel.send(packet, to) == 0) {
                counters.sendFailures.increment();
                return;
            }
        } catch (IOException e) {
            counters.sendFailures.increment();
            return;
        }
        counters.packetsOut.increment();
        if (packets == 0) {
            firstSentNanos = System.nanoTime();
        }
        octets += payload;
        packets++;
    }

    int ssrc() {
        return ssrc;
    }

    /** Timestamp of the sound that is sent next. */
    int timestamp() {
        return timestamp;
    }

    long packets() {
        return packets;
    }

    /** Payload octets sent (RFC 3550 section 6.4.1). */
    long octets() {
        return octets;
    }

    OptionalLong firstSentNanos() {
        return packets == 0 ? OptionalLong.empty() : OptionalLong.of(firstSentNanos);
    }
}
