package org.anteroom.media;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.BitSet;

/**
 * Hands out pairs of ports, the even one for RTP and the next for RTCP (RFC 3550 section 11), each as late as possible after its last use,
 * so that stray packets of the call before don't meet the next one. Any thread.
 */
final class PortRange {
    /** Expedited forwarding (RFC 3246): what switches and routers give to voice. */
    private static final int VOICE_TRAFFIC_CLASS = 0xB8;

    private final InetAddress bind;
    private final int first;
    private final int last;
    private final int pairs;
    private final MediaCounters counters;
    private final BitSet used = new BitSet();
    private int next;

    /** Two bound sockets; the caller closes them, then gives the pair back. */
    record Pair(DatagramChannel rtp, DatagramChannel rtcp, int port) {
        void close() throws IOException {
            try (rtp) {
                rtcp.close();
            }
        }
    }

    PortRange(MediaSettings settings, MediaCounters counters) {
        bind = settings.bind();
        first = settings.firstEvenPort();
        last = settings.lastPort();
        pairs = (last - first + 1) / 2;
        this.counters = counters;
    }

    /** Binds the next free pair. @throws IOException with a sentence for the operator when there is none */
    synchronized Pair open() throws IOException {
        IOException refused = null;
        for (int tried = 0; tried < pairs; tried++) {
            int index = (next + tried) % pairs;
            if (used.get(index)) {
                continue;
            }
            try {
                Pair pair = bind(first + 2 * index);
                used.set(index);
                next = (index + 1) % pairs;
                return pair;
            } catch (IOException e) {
                refused = e;
            }
        }
        counters.portExhaustions.increment();
        String why = used.cardinality() == pairs ? "" : " and the rest can't be bound on " + bind.getHostAddress();
        throw new IOException(
                "No RTP port is free: " + used.cardinality() + " of the " + pairs + " port pairs in " + first + "-"
                        + last + " carry calls" + why + ". Widen the media port range or allow fewer calls at once.",
                refused);
    }

    private Pair bind(int port) throws IOException {
        DatagramChannel rtp = bound(port);
        try {
            return new Pair(rtp, bound(port + 1), port);
        } catch (IOException e) {
            try (rtp) {
                throw e;
            }
        }
    }

    private DatagramChannel bound(int port) throws IOException {
        ProtocolFamily family =
                bind instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        DatagramChannel channel = DatagramChannel.open(family);
        try {
            channel.configureBlocking(false);
            markAsVoice(channel);
            channel.bind(new InetSocketAddress(bind, port));
            return channel;
        } catch (IOException e) {
            try (channel) {
                throw e;
            }
        }
    }

    private static void markAsVoice(DatagramChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.IP_TOS, VOICE_TRAFFIC_CLASS);
        } catch (IOException | UnsupportedOperationException e) {
            // some systems allow no marking; calls work without
            return;
        }
    }

    synchronized void release(Pair pair) {
        used.clear((pair.port() - first) / 2);
    }

    /** Pairs handed out now. */
    synchronized int inUse() {
        return used.cardinality();
    }
}
