package org.anteroom.agent.sip;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The stack's sockets, opened before the stack starts and guarded: what doesn't come from the PBX is dropped in
 * {@code receive} and {@code accept}, before any byte of it is parsed.
 */
final class GuardedNetwork implements NetworkLayer {
    private static final int CONNECT_MS = 3_000;
    /** DSCP CS3, for signalling (RFC 4594 section 4.2), in the upper six bits. */
    static final int SIGNALLING = 24 << 2;

    private static final long ACCEPT_AGAIN_NANOS = 100_000_000;

    private final SourceFilter filter;
    private final SipCounters counters;
    private final LineLimits limits;
    private final Transport transport;
    private final Closeable listening;
    private final InetSocketAddress local;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Binds the listening socket.
     *
     * @throws IOException when the port is taken or the address is not this machine's
     */
    GuardedNetwork(
            InetSocketAddress bind, Transport transport, LineLimits limits, SourceFilter filter, SipCounters counters)
            throws IOException {
        this.filter = filter;
        this.counters = counters;
        this.limits = limits;
        this.transport = transport;
        if (transport == Transport.UDP) {
            Datagrams socket = new Datagrams(bind);
            this.listening = socket;
            this.local = new InetSocketAddress(bind.getAddress(), socket.getLocalPort());
        } else {
            Connections socket = new Connections(bind);
            this.listening = socket;
            this.local = new InetSocketAddress(bind.getAddress(), socket.getLocalPort());
        }
    }

    InetSocketAddress local() {
        return local;
    }

    /** TCP connections that stand, either direction. */
    int connections() {
        connections.removeIf(Socket::isClosed);
        return connections.size();
    }

    /** Waits until the stack has closed the listening socket; false when it hasn't in time. */
    boolean awaitClosed(long ms) throws InterruptedException {
        return closed.await(ms, TimeUnit.MILLISECONDS);
    }

    void close() throws IOException {
        listening.close();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        if (listening instanceof DatagramSocket socket) {
            return socket;
        }
        throw new SocketException("this line listens on " + transport + " only");
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        if (listening instanceof ServerSocket socket) {
            return socket;
        }
        throw new SocketException("this line listens on " + transport + " only");
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return createSocket(address, port, local.getAddress());
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from) throws IOException {
        return createSocket(address, port, from, 0);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = markable(address, from);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.bind(new InetSocketAddress(from, fromPort));
            socket.connect(new InetSocketAddress(address, port), CONNECT_MS);
            return track(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        throw new SocketException("this line has no TLS");
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        throw new SocketException("this line has no TLS");
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress from) throws IOException {
        throw new SocketException("this line has no TLS");
    }

    @Override
    public void setSipStack(SipStackImpl stack) {}

    /** Of a socket that speaks IPv6 too, Java marks no IPv4 packet of a connection. */
    private static Socket markable(InetAddress to, InetAddress from) throws IOException {
        return to instanceof Inet4Address && from instanceof Inet4Address
                ? SocketChannel.open(StandardProtocolFamily.INET).socket()
                : new Socket();
    }

    private Socket track(Socket socket) {
        try {
            socket.setTrafficClass(SIGNALLING);
        } catch (SocketException unmarked) {
            // It works all the same.
            counters.increment(SipCount.FAULTS);
        }
        connections.removeIf(Socket::isClosed);
        connections.add(socket);
        return socket;
    }

    /** A datagram socket that gives only what the PBX sent, in sizes the stack can take, at a rate it can bear. */
    private final class Datagrams extends DatagramSocket {
        private long second;
        private int taken;

        Datagrams(InetSocketAddress bind) throws SocketException {
            super(bind);
            setTrafficClass(SIGNALLING);
        }

        @Override
        public void receive(DatagramPacket packet) throws IOException {
            int room = packet.getLength();
            while (true) {
                packet.setLength(room);
                super.receive(packet);
                if (!filter.accepts(packet.getAddress(), packet.getPort())) {
                    counters.increment(SipCount.FOREIGN_DATAGRAMS);
                } else if (packet.getLength() > limits.messageBytes()) {
                    counters.increment(SipCount.OVERSIZE_MESSAGES);
                } else if (tooMany()) {
                    counters.increment(SipCount.FLOODED_DATAGRAMS);
                } else {
                    return;
                }
            }
        }

        @Override
        public void close() {
            super.close();
            closed.countDown();
        }

        private boolean tooMany() {
            long now = System.nanoTime() / 1_000_000_000L;
            if (now != second) {
                second = now;
                taken = 0;
            }
            return ++taken > limits.datagramsPerSecond();
        }
    }

    /**
     * A server socket that gives only the PBX's connections, and each of them: one over the limit ends the one that has
     * been silent longest. A PBX that lost power, or a firewall that forgot, leaves connections that never end by
     * themselves; a new one must not wait for them.
     */
    private final class Connections extends ServerSocket {

        Connections(InetSocketAddress bind) throws IOException {
            setReuseAddress(true);
            try {
                bind(bind);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        /** Throws when this socket is closed and never else, because the stack then stops accepting for good. */
        @Override
        public Socket accept() throws IOException {
            while (true) {
                AcceptedConnection socket = new AcceptedConnection();
                try {
                    implAccept(socket);
                    if (filter.accepts(socket.getInetAddress(), socket.getPort())) {
                        return ready(socket);
                    }
                    counters.increment(SipCount.FOREIGN_CONNECTIONS);
                    socket.close();
                } catch (IOException e) {
                    socket.close();
                    if (isClosed()) {
                        throw e;
                    }
                    counters.increment(SipCount.FAULTS);
                    // Without it a process that has no file left would spin here.
                    LockSupport.parkNanos(ACCEPT_AGAIN_NANOS);
                }
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            closed.countDown();
        }

        private Socket ready(AcceptedConnection socket) throws IOException {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            if (!filter.isProbe(socket.getInetAddress(), socket.getPort())) {
                makeRoom();
            }
            return track(socket);
        }

        private void makeRoom() {
            List<AcceptedConnection> standing = connections.stream()
                    .filter(socket -> !socket.isClosed() && socket instanceof AcceptedConnection)
                    .map(AcceptedConnection.class::cast)
                    .filter(socket -> !filter.isProbe(socket.getInetAddress(), socket.getPort()))
                    .toList();
            if (standing.size() >= limits.connections()) {
                standing.stream()
                        .max(Comparator.comparingLong(AcceptedConnection::silentNanos))
                        .ifPresent(this::end);
            }
        }

        private void end(AcceptedConnection silent) {
            counters.increment(SipCount.CONNECTIONS_ENDED);
            try {
                silent.close();
            } catch (IOException e) {
                counters.increment(SipCount.FAULTS);
            }
        }
    }
}
