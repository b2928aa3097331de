package org.anteroom.agent.watch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Serves {@link WatchPages} on the loopback addresses. One thread, {@code watch}, which never waits for one asker: whoever is
 * slow is cut off after {@link #WITHIN}, and with {@value #MOST} connections the oldest makes room for the next. A server
 * that reads each request on a thread of a pool, as the JDK's does, is held up by as many slow askers as it has threads.
 * One request per connection.
 */
public final class WatchServer implements Closeable {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int MOST = 16;
    private static final int LONGEST_HEAD = 4_096;
    private static final long LOOK_MS = 250;

    private final WatchPages pages;
    private final Counters counters;
    private final Duration within;
    private final Selector selector;
    private final int port;
    /** Oldest first; of the thread only. */
    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    private volatile int open;

    /**
     * Opens the port.
     *
     * @param port 0 for any that is free
     * @throws IOException when 127.0.0.1 has no such port free; ::1 is done without where there is none
     */
    public WatchServer(int port, WatchPages pages, Counters counters) throws IOException {
        this(port, pages, counters, WITHIN);
    }

    WatchServer(int port, WatchPages pages, Counters counters, Duration within) throws IOException {
        this.pages = pages;
        this.counters = counters;
        this.within = within;
        this.selector = Selector.open();
        try {
            this.port = listen("127.0.0.1", port);
        } catch (IOException e) {
            selector.close();
            throw e;
        }
        try {
            listen("::1", this.port);
        } catch (IOException | UnsupportedOperationException | UnsupportedAddressTypeException withoutIpv6) {
            // So it is in the service: Java looks for IPv6 in /proc/net, which ProcSubset=pid hides. Whoever asks ::1
            // is refused
            // and asks 127.0.0.1.
        }
        counters.gauge(Metric.WATCH_CONNECTIONS, () -> open);
        ThreadNames.named(ThreadNames.WATCH).newThread(this::run).start();
    }

    private int listen(String address, int at) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName(address), at), MOST);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT, server);
            return server.socket().getLocalPort();
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(LOOK_MS);
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                dropLate();
                open = exchanges.size();
            }
        } catch (IOException | ClosedSelectorException e) {
            // Closed, or nothing can be waited for any more: the port is closed with it.
            closeQuietly();
        }
    }

    private void serve(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof ServerSocketChannel server) {
            accept(server);
        } else if (key.isValid() && key.attachment() instanceof Exchange exchange && exchange.done(key)) {
            exchanges.remove(exchange);
            exchange.close();
        }
    }

    private void accept(ServerSocketChannel server) {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            if (exchanges.size() >= MOST) {
                drop(exchanges.removeFirst());
            }
            Exchange exchange = new Exchange(channel, System.nanoTime() + within.toNanos());
            exchanges.addLast(exchange);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, exchange);
        } catch (IOException e) {
            counters.increment(Metric.WATCH_REFUSED);
        }
    }

    private void dropLate() {
        long now = System.nanoTime();
        for (Iterator<Exchange> each = exchanges.iterator(); each.hasNext(); ) {
            Exchange exchange = each.next();
            if (now - exchange.deadline > 0) {
                each.remove();
                drop(exchange);
            }
        }
    }

    private void drop(Exchange exchange) {
        counters.increment(Metric.WATCH_REFUSED);
        exchange.close();
    }

    /** One request and its answer. */
    private final class Exchange {
        private final SocketChannel channel;
        private final long deadline;
        private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
        private ByteBuffer answer = ByteBuffer.allocate(0);

        Exchange(SocketChannel channel, long deadline) {
            this.channel = channel;
            this.deadline = deadline;
        }

        /** Reads or writes as far as it goes; whether the connection has served its purpose. */
        boolean done(SelectionKey key) {
            try {
                if (key.isReadable() && !read(key)) {
                    return true;
                }
                return key.isWritable() && written();
            } catch (IOException e) {
                return true;
            }
        }

        private boolean read(SelectionKey key) throws IOException {
            if (channel.read(head) < 0) {
                return false;
            }
            String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0 || !head.hasRemaining()) {
                answer = ByteBuffer.wrap(pages.answer(end >= 0 ? text.substring(0, end) : ""));
                key.interestOps(SelectionKey.OP_WRITE);
            }
            return true;
        }

        private boolean written() throws IOException {
            channel.write(answer);
            if (answer.hasRemaining()) {
                return false;
            }
            channel.shutdownOutput();
            return true;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                counters.increment(Metric.WATCH_REFUSED);
            }
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            counters.increment(Metric.WATCH_REFUSED);
        }
    }

    @Override
    public void close() throws IOException {
        if (!selector.isOpen()) {
            return;
        }
        for (SelectionKey key : List.copyOf(selector.keys())) {
            key.channel().close();
        }
        selector.close();
    }
}
