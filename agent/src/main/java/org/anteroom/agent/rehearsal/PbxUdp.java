package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** The PBX's UDP socket and the one thread that reads it. */
final class PbxUdp implements AutoCloseable {

    /** Takes one packet's bytes; the array is reused afterwards. */
    interface Sink {
        void received(byte[] data, int length, PbxPeer from, long nanos) throws IOException;
    }

    private record UdpPeer(DatagramSocket socket, InetSocketAddress address) implements PbxPeer {
        @Override
        public String transport() {
            return "UDP";
        }

        @Override
        public void send(byte[] message) throws IOException {
            socket.send(new DatagramPacket(message, message.length, address));
        }
    }

    static final int LONGEST = 65_535;

    private final DatagramSocket socket;
    private final Sink sink;
    private final Thread reader;

    PbxUdp(InetSocketAddress address, Sink sink) throws IOException {
        this.socket = new DatagramSocket(address);
        this.sink = sink;
        this.reader = new Thread(this::read, "demo-pbx-udp");
        reader.setDaemon(true);
        reader.start();
    }

    InetSocketAddress local() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    PbxPeer peer(InetSocketAddress address) {
        return new UdpPeer(socket, address);
    }

    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LONGEST);
                socket.receive(packet);
                InetSocketAddress from = new InetSocketAddress(packet.getAddress(), packet.getPort());
                if (from.getAddress().isLoopbackAddress()) {
                    sink.received(packet.getData(), packet.getLength(), peer(from), System.nanoTime());
                }
            } catch (IOException | RuntimeException e) {
                // One bad packet, or a phone that has gone, must not end the PBX; a closed socket ends the loop above.
                continue;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        Threads.join(reader);
    }
}
