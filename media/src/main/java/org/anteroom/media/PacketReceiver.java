package org.anteroom.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The thread {@code rtp-in-0}: reads all sockets into one fixed buffer and hands each datagram to its stream. From one socket it takes at most
 * 16 datagrams before the others have their turn, so a flood on one port can't starve the rest.
 */
final class PacketReceiver implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 1500;
    private static final int MOST_PER_TURN = 16;
    private static final long TURN_MS = 50;
    private static final long AFTER_FAILURE_NANOS = 10_000_000L;
    private static final long CLOSE_MS = 2_000;

    /** Takes datagrams on {@code rtp-in}; the buffer is reused, index 0 to its limit is the datagram. */
    @FunctionalInterface
    interface Sink {
        /** One datagram. */
        void datagram(ByteBuffer datagram, InetSocketAddress from, long nanos);
    }

    /** A socket to be closed by this thread, because its number is free only once the selector has let it go. */
    private record Leaving(PortRange.Pair pair, Runnable afterwards) {}

    private final MediaCounters counters;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "rtp-in-0");
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM + 1);
    private final Queue<Leaving> leaving = new ConcurrentLinkedQueue<>();
    private final Consumer<SelectionKey> reading = this::read;
    private final Runnable eachTurn;
    private long lastTurn = System.nanoTime();
    private volatile boolean running = true;

    /** @param eachTurn run on {@code rtp-in} every 50 to 100 ms */
    PacketReceiver(MediaCounters counters, Runnable eachTurn) throws IOException {
        this.counters = counters;
        this.eachTurn = eachTurn;
        selector = Selector.open();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void register(DatagramChannel channel, Sink sink) throws ClosedChannelException {
        channel.register(selector, SelectionKey.OP_READ, sink);
        selector.wakeup();
    }

    /** Closes a pair, then runs {@code afterwards}, both on {@code rtp-in}. */
    void release(PortRange.Pair pair, Runnable afterwards) {
        leaving.add(new Leaving(pair, afterwards));
        selector.wakeup();
    }

    @SuppressWarnings("CatchingUnchecked")
    private void run() {
        while (running) {
            try {
                selector.select(reading, TURN_MS);
                long now = System.nanoTime();
                if (now - lastTurn >= TURN_MS * 1_000_000) {
                    lastTurn = now;
                    eachTurn.run();
                }
                letGo();
            } catch (Throwable e) {
                counters.receiverFailures.increment();
                LockSupport.parkNanos(AFTER_FAILURE_NANOS);
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private void read(SelectionKey key) {
        try {
            DatagramChannel channel = (DatagramChannel) key.channel();
            Sink sink = (Sink) key.attachment();
            for (int i = 0; i < MOST_PER_TURN; i++) {
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                if (from == null) {
                    return;
                }
                long nanos = System.nanoTime();
                buffer.flip();
                if (buffer.limit() > LARGEST_DATAGRAM) {
                    counters.malformed.increment();
                } else {
                    sink.datagram(buffer, (InetSocketAddress) from, nanos);
                }
            }
        } catch (ClosedChannelException | CancelledKeyException e) {
            key.cancel();
        } catch (Throwable e) {
            counters.receiverFailures.increment();
        }
    }

    private void letGo() throws IOException {
        for (Leaving next = leaving.poll(); next != null; next = leaving.poll()) {
            try {
                next.pair().close();
                selector.selectNow();
            } finally {
                next.afterwards().run();
            }
        }
    }

    /** Stops the thread within 2 s and lets go of what is left. */
    @Override
    public void close() throws IOException {
        running = false;
        selector.wakeup();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (selector) {
            letGo();
        }
    }
}
