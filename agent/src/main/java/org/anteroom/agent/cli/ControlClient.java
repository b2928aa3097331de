package org.anteroom.agent.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A command's side of the control socket. */
final class ControlClient {

    /** Longer than any command is silent: an on-call test waits for a phone to be answered. */
    private static final Duration REPLY_WITHIN = Duration.ofMinutes(3);
    /** A whole drill, which says nothing before its end when it is told as JSON. */
    private static final Duration DRILL_WITHIN = Duration.ofMinutes(20);

    private final Path socket;

    ControlClient(Path socket) {
        this.socket = socket;
    }

    /** Asks the running service and prints what it says.
     *
     *  @return false when no service runs
     *  @throws Failure when the service says so, or may not be asked
     */
    boolean ask(ControlRequest request, Consumer<String> lines) throws Failure {
        if (Files.notExists(socket)) {
            return false;
        }
        if (!Files.exists(socket)) {
            throw Failure.failed(
                    "This user may not look into the folder of " + socket
                            + ", so whether a service runs isn't known: run the command as root, or join the group that owns it.");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            if (!connect(channel)) {
                return false;
            }
            try (ControlConnection connection = new ControlConnection(channel, ControlReply.LONGEST)) {
                Attachment.send(request, connection);
                converse(
                        connection,
                        lines,
                        request.verb() == ControlRequest.Verb.RUN_DRILL ? DRILL_WITHIN : REPLY_WITHIN);
                return true;
            }
        } catch (IOException e) {
            throw Failure.failed("The service on " + socket + " broke off (" + e.getMessage() + "); try again.");
        }
    }

    /** Whether a service listens there. */
    boolean answers() {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean connect(SocketChannel channel) throws Failure {
        try {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            if (Files.isWritable(socket)) {
                return false;
            }
            throw Failure.failed("This user may not use " + socket
                    + ": run the command as root, or join the group that owns the socket.");
        }
    }

    private static void converse(ControlConnection connection, Consumer<String> lines, Duration within)
            throws IOException, Failure {
        while (true) {
            Optional<String> line = connection.readLine(within);
            if (line.isEmpty()) {
                throw new IOException("it closed the connection");
            }
            ControlReply reply = ControlReply.parse(line.get());
            if (reply instanceof ControlReply.Line text) {
                lines.accept(text.text());
            } else if (reply instanceof ControlReply.End end) {
                if (end.code() != ExitCode.DONE) {
                    throw Failure.of(end.code(), end.problem());
                }
                return;
            }
        }
    }
}
