package org.anteroom.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends our reports when they are due. For a stream of two parties the interval of RFC 3550 section 6.3 is its least one: 5 s, the first
 * 2.5 s, each times 0.5 to 1.5 at random and divided by e - 1.5. Media clock only.
 */
final class RtcpSession {
    private static final double INTERVAL_NANOS = 5e9 / (Math.E - 1.5);
    private static final int LARGEST = 256;

    private final DatagramChannel channel;
    private final MediaCounters counters;
    private final OutgoingStream sent;
    private final IncomingSequence heard;
    private final RtcpReader reader;
    private final RtcpReport report;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST);
    private long due;
    private boolean scheduled;
    private boolean reported;
    private long packetsBefore;

    RtcpSession(
            DatagramChannel channel,
            MediaCounters counters,
            OutgoingStream sent,
            IncomingSequence heard,
            RtcpReader reader) {
        this.channel = channel;
        this.counters = counters;
        this.sent = sent;
        this.heard = heard;
        this.reader = reader;
        report = new RtcpReport(sent.ssrc());
    }

    /** Whether a report should be sent now; call every tick once the stream is connected. */
    boolean due(long nanos) {
        if (!scheduled) {
            scheduled = true;
            due = nanos + interval() / 2;
        }
        return nanos - due >= 0;
    }

    private static long interval() {
        return (long) (INTERVAL_NANOS * (0.5 + ThreadLocalRandom.current().nextDouble()));
    }

    /** Sends a report and settles when the next is due. */
    void send(InetSocketAddress to, long nanos, boolean bye) {
        due = nanos + interval();
        boolean sender = sent.packets() > packetsBefore;
        packetsBefore = sent.packets();
        report.write(packet, sender, sent, heard, reader, System.currentTimeMillis(), nanos, bye);
        try {
            if (channel.send(packet, to) > 0) {
                reported = true;
                counters.rtcpOut.increment();
            }
        } catch (IOException e) {
            counters.sendFailures.increment();
        }
    }

    /** Says BYE, unless nothing was ever sent (RFC 3550 section 6.3.7). */
    void goodbye(InetSocketAddress to, long nanos) {
        if (reported || sent.packets() > 0) {
            send(to, nanos, true);
        }
    }
}
