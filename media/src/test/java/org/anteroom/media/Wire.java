package org.anteroom.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The other end of a stream in a test: a socket that sends what it is told, packet by packet, and keeps what it receives. */
final class Wire implements AutoCloseable {
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    static final int EVENT_TYPE = 101;

    /** A packet that came, with the time it was read. */
    record Received(
            long nanos,
            InetSocketAddress from,
            int payloadType,
            boolean marker,
            int sequence,
            int timestamp,
            int ssrc,
            byte[] payload) {
        short[] pcm() {
            Codec codec = payloadType == 8 ? Codec.PCMA : Codec.PCMU;
            short[] pcm = new short[payload.length];
            for (int i = 0; i < pcm.length; i++) {
                pcm[i] = G711.decode(codec, payload[i]);
            }
            return pcm;
        }
    }

    final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final DatagramSocket socket;
    private final Thread reader;
    int ssrc = 0x1234_5678;
    int sequence = 65_530;
    int timestamp = 0xFFFF_F000;

    Wire(InetAddress bind) throws IOException {
        socket = new DatagramSocket(0, bind);
        reader = new Thread(this::read, "wire-" + socket.getLocalPort());
        reader.setDaemon(true);
        reader.start();
    }

    Wire() throws IOException {
        this(LOOPBACK);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    StreamDescription description() {
        return StreamDescription.of(address(), Codec.PCMU, OptionalInt.of(EVENT_TYPE));
    }

    private void read() {
        byte[] bytes = new byte[2048];
        RtpHeader header = new RtpHeader();
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                long nanos = System.nanoTime();
                ByteBuffer data = ByteBuffer.wrap(bytes, 0, packet.getLength()).slice();
                if (header.read(data)) {
                    byte[] payload = new byte[header.payloadLength()];
                    data.get(header.payloadOffset(), payload);
                    received.add(new Received(
                            nanos,
                            (InetSocketAddress) packet.getSocketAddress(),
                            header.payloadType(),
                            header.marker(),
                            header.sequence(),
                            header.timestamp(),
                            header.ssrc(),
                            payload));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    void raw(int port, byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, LOOPBACK, port));
    }

    byte[] packet(boolean marker, int type, int sequence, int timestamp, byte[] payload) {
        ByteBuffer data = ByteBuffer.allocate(RtpHeader.LENGTH + payload.length);
        RtpHeader.write(data, marker, type, sequence, timestamp, ssrc);
        data.put(payload);
        return data.array();
    }

    /** Sends one packet of sound and moves sequence and timestamp on. */
    void sound(int port, short[] pcm, int offset, int length) throws IOException {
        raw(port, packet(false, 0, sequence++, timestamp, Tones.encoded(Codec.PCMU, pcm, offset, length)));
        timestamp += length;
    }

    /** Sends sound in packets of 20 ms in real time. */
    void stream(int port, short[] pcm) throws IOException {
        long due = System.nanoTime();
        for (int at = 0; at + Pcm.FRAME <= pcm.length; at += Pcm.FRAME) {
            waitUntil(due);
            sound(port, pcm, at, Pcm.FRAME);
            due += Pcm.FRAME_NANOS;
        }
    }

    /** Sends a key as RFC 4733 has it, only those packets whose bit in {@code kept} is set. */
    void key(int port, int event, int updates, long kept) throws IOException {
        long due = System.nanoTime();
        int index = 0;
        for (int i = 0; i < updates + 3; i++, index++) {
            waitUntil(due);
            due += Pcm.FRAME_NANOS;
            boolean end = i >= updates;
            int duration = Math.min(i + 1, updates) * Pcm.FRAME;
            byte[] payload = {(byte) event, (byte) (end ? 0x8A : 10), (byte) (duration >> 8), (byte) duration};
            byte[] packet = packet(i == 0, EVENT_TYPE, sequence++, timestamp, payload);
            if ((kept >> index & 1) == 1) {
                raw(port, packet);
            }
        }
        timestamp += (updates + 3) * Pcm.FRAME;
    }

    static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The next packet; fails when none comes within 5 s. */
    Received next() throws InterruptedException {
        Received packet = received.poll(5, TimeUnit.SECONDS);
        if (packet == null) {
            throw new AssertionError("no packet came within 5 s");
        }
        return packet;
    }

    @Override
    public void close() throws InterruptedException {
        socket.close();
        reader.join(2000);
    }
}
