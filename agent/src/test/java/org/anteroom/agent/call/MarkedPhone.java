package org.anteroom.agent.call;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where a phone's sound goes, in PCMU: tells one sentence, rendered as a mark, from all that a voice says. */
final class MarkedPhone implements AutoCloseable {
    private static final int RTP_HEADER = 12;
    private static final int FRAME = 160;
    /** The loudest sample in G.711's mu-law. */
    private static final byte LOUDEST = (byte) 0x80;

    private static final int PACKETS = 500;
    private static final int PATIENCE_MS = 10_000;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());

    MarkedPhone() throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
    }

    /** A second of a sound that no voice makes: every sample the loudest. */
    static short[] mark() {
        short[] loudest = new short[8_000];
        Arrays.fill(loudest, Short.MAX_VALUE);
        return loudest;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether the mark is among the next ten seconds of sound. */
    boolean hearsTheMark() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
        for (int i = 0; i < PACKETS; i++) {
            socket.receive(packet);
            byte[] payload = Arrays.copyOfRange(packet.getData(), RTP_HEADER, packet.getLength());
            if (payload.length == FRAME && IntStream.range(0, FRAME).allMatch(at -> payload[at] == LOUDEST)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        socket.close();
    }
}
