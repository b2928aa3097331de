package org.anteroom.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A bad network between two streams: loses, doubles, delays and so reorders what passes. Each side sees the other at this address. */
final class Relay implements AutoCloseable {
    private final DatagramSocket near = new DatagramSocket(0, Wire.LOOPBACK);
    private final DatagramSocket far = new DatagramSocket(0, Wire.LOOPBACK);
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final Random random;
    private final double loss;
    private final double doubling;
    private final int jitterMs;

    Relay(InetSocketAddress nearSide, InetSocketAddress farSide, double loss, double doubling, int jitterMs, long seed)
            throws IOException {
        this.loss = loss;
        this.doubling = doubling;
        this.jitterMs = jitterMs;
        random = new Random(seed);
        pump(near, far, farSide);
        pump(far, near, nearSide);
    }

    /** Where the near side sends to. */
    InetSocketAddress nearDoor() {
        return (InetSocketAddress) near.getLocalSocketAddress();
    }

    /** Where the far side sends to. */
    InetSocketAddress farDoor() {
        return (InetSocketAddress) far.getLocalSocketAddress();
    }

    private void pump(DatagramSocket from, DatagramSocket via, InetSocketAddress to) {
        Thread thread = new Thread(() -> {
            byte[] bytes = new byte[2048];
            while (!from.isClosed()) {
                try {
                    DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                    from.receive(packet);
                    pass(java.util.Arrays.copyOf(bytes, packet.getLength()), via, to);
                } catch (IOException | RejectedExecutionException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void pass(byte[] bytes, DatagramSocket via, InetSocketAddress to) {
        int copies = random.nextDouble() < loss ? 0 : random.nextDouble() < doubling ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            later.schedule(
                    () -> {
                        via.send(new DatagramPacket(bytes, bytes.length, to));
                        return null;
                    },
                    random.nextInt(jitterMs * 1000 + 1),
                    TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public void close() {
        near.close();
        far.close();
        later.shutdownNow();
    }
}
