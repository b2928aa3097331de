package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's side of the control socket: who may connect is decided by the file's mode 0660 and group, who it was is
 *  told by the kernel (SO_PEERCRED). One request per connection, at most {@value #MOST_AT_ONCE} at a time, on {@code
 *  control-*} threads.
 */
final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int MOST_AT_ONCE = 4;
    /** What the socket's name ends with until it has its mode. */
    static final String FRESH = ".new";

    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(5);
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(5);
    /** What a command works with is closed after the desk: one that is interrupted gets this long to be done with it. */
    private static final Duration END_WITHIN = Duration.ofSeconds(2);

    private final Path socket;
    private final ControlDesk desk;
    private final Counters counters;
    private final ServerSocketChannel server;
    private final ThreadPoolExecutor workers;
    private final Thread acceptor;

    /** Opens the socket, taking the place of one that a crash left behind.
     *
     *  @throws BindException with a sentence when it can't be made
     */
    ControlServer(Path socket, ControlDesk desk, Counters counters) throws IOException {
        this.socket = socket;
        this.desk = desk;
        this.counters = counters;
        this.server = listen(socket);
        ThreadFactory threads = ThreadNames.numbered(ThreadNames.CONTROL);
        this.workers = new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        counters.gauge(Metric.CONTROL_CONNECTIONS, workers::getActiveCount);
        this.acceptor = threads.newThread(this::accept);
        acceptor.start();
    }

    /** The socket is made beside its place with nobody allowed in, given its mode, and only then moved there. */
    private static ServerSocketChannel listen(Path socket) throws IOException {
        Path fresh = socket.resolveSibling(socket.getFileName() + FRESH);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(fresh);
            server.bind(UnixDomainSocketAddress.of(fresh), MOST_AT_ONCE);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-rw----"));
            Files.move(fresh, socket, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return server;
        } catch (IOException e) {
            server.close();
            BindException unbound = new BindException("The control socket " + socket + " cannot be made ("
                    + e.getMessage() + "): create its folder and let this user write there, or change control.socket.");
            unbound.initCause(e);
            throw unbound;
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                try {
                    workers.execute(() -> serve(channel));
                } catch (RejectedExecutionException e) {
                    counters.increment(Metric.CONTROL_REFUSED);
                    channel.close();
                }
            } catch (IOException e) {
                // A connection that broke while it was accepted; a closed server channel ends the loop above.
                continue;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (ControlConnection connection = new ControlConnection(channel, ControlRequest.LONGEST)) {
            Optional<String> line = connection.readLine(REQUEST_WITHIN);
            if (line.isPresent()) {
                UnixDomainPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
                ControlReply end = carryOut(line.get(), Actor.named(peer.user().getName()), connection);
                connection.writeLine(end.line(), WRITE_WITHIN);
            }
        } catch (IOException e) {
            counters.increment(Metric.CONTROL_REFUSED);
        } catch (RuntimeException | Error e) {
            LOG.warn("A command on the control socket failed: {}", e.getClass().getName());
        }
    }

    private ControlReply carryOut(String line, String actor, ControlConnection connection) throws IOException {
        try {
            ControlRequest request = Attachment.take(ControlRequest.parse(line), connection);
            desk.serve(request, actor, text -> send(connection, text));
            return new ControlReply.End(ExitCode.DONE, "");
        } catch (Failure e) {
            return new ControlReply.End(e.code(), e.sentence());
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void send(ControlConnection connection, String text) {
        try {
            connection.writeLine(new ControlReply.Line(text).line(), WRITE_WITHIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        workers.shutdownNow();
        acceptor.interrupt();
        try {
            if (!workers.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A command on the control socket goes on while the service ends.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
