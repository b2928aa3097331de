package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The PBX's TCP side: connections phones opened, and those opened to reach a phone; messages are cut out of the stream
 *  by Content-Length (RFC 3261 section 18.3). At most {@value #MOST_CONNECTIONS} connections, a reader thread each.
 */
final class PbxTcp implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 16;
    private static final int CONNECT_MS = 1_000;
    private static final Pattern LENGTH =
            Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,6})[ \\t]*$");

    private record TcpPeer(Socket socket, InetSocketAddress address) implements PbxPeer {
        @Override
        public String transport() {
            return "TCP";
        }

        @Override
        public void send(byte[] message) throws IOException {
            synchronized (socket) {
                socket.getOutputStream().write(message);
                socket.getOutputStream().flush();
            }
        }
    }

    private final ServerSocket server;
    private final PbxUdp.Sink sink;
    private final Map<InetSocketAddress, TcpPeer> connections = new ConcurrentHashMap<>();
    private final Thread acceptor;

    PbxTcp(InetSocketAddress address, PbxUdp.Sink sink) throws IOException {
        this.server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(address, MOST_CONNECTIONS);
        this.sink = sink;
        this.acceptor = new Thread(this::accept, "demo-pbx-tcp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** The open connection to that address, or a new one. */
    Optional<PbxPeer> peer(InetSocketAddress address) throws IOException {
        TcpPeer open = connections.get(address);
        if (open != null) {
            return Optional.of(open);
        }
        Socket socket = new Socket();
        socket.connect(address, CONNECT_MS);
        return Optional.ofNullable(take(socket));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                // A connection that broke while it was accepted; a closed server socket ends the loop above.
                continue;
            }
        }
    }

    private @Nullable TcpPeer take(Socket socket) throws IOException {
        InetSocketAddress address = new InetSocketAddress(socket.getInetAddress(), socket.getPort());
        if (connections.size() >= MOST_CONNECTIONS || !address.getAddress().isLoopbackAddress()) {
            socket.close();
            return null;
        }
        TcpPeer peer = new TcpPeer(socket, address);
        connections.put(address, peer);
        Thread reader = new Thread(() -> read(peer), "demo-pbx-tcp-" + address.getPort());
        reader.setDaemon(true);
        reader.start();
        return peer;
    }

    private void read(TcpPeer peer) {
        try (Socket socket = peer.socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            byte[] message = next(in);
            while (message.length > 0) {
                sink.received(message, message.length, peer, System.nanoTime());
                message = next(in);
            }
        } catch (IOException | RuntimeException e) {
            // The phone has gone or speaks nonsense: its connection ends, nobody else's.
        } finally {
            connections.remove(peer.address);
        }
    }

    /** The next whole message, empty at the end of the stream. */
    private static byte[] next(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int octet = in.read();
            if (octet < 0 || message.size() > PbxUdp.LONGEST) {
                return new byte[0];
            }
            boolean keepAlive = message.size() == 0 && (octet == '\r' || octet == '\n');
            if (!keepAlive) {
                message.write(octet);
                boolean expected = octet == (matched % 2 == 0 ? '\r' : '\n');
                matched = expected ? matched + 1 : octet == '\r' ? 1 : 0;
            }
        }
        Matcher length = LENGTH.matcher(message.toString(ISO_8859_1));
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        message.write(in.readNBytes(Math.min(body, PbxUdp.LONGEST)));
        return message.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (TcpPeer peer : connections.values()) {
            peer.socket.close();
        }
        Threads.join(acceptor);
    }
}
