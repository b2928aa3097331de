package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/** A UNIX datagram socket that a test listens on, in place of the service manager or the journal. One thread. */
final class DatagramInbox implements AutoCloseable {

    private static final int LONGEST = 65_536;

    static {
        Native.register(DatagramInbox.class, "c");
    }

    private final int socket;

    private DatagramInbox(int socket) {
        this.socket = socket;
    }

    /** @param name a path, or an abstract name that begins with {@code @} */
    static DatagramInbox at(String name) throws IOException {
        byte[] address = UnixDatagram.address(name);
        int socket = socket(1, 2 | 0x80000, 0);
        bind(socket, address, address.length);
        return new DatagramInbox(socket);
    }

    /** The next datagram as text; empty when none comes within the time. */
    Optional<String> next(Duration within) {
        byte[] timeval = ByteBuffer.allocate(2 * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(within.toSeconds())
                .putLong(Math.max(1, within.toNanosPart() / 1000))
                .array();
        setsockopt(socket, 1, 20, timeval, timeval.length);
        byte[] datagram = new byte[LONGEST];
        try {
            long length = recv(socket, datagram, datagram.length, 0);
            return Optional.of(new String(datagram, 0, (int) length, UTF_8));
        } catch (LastErrorException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        var unused = close(socket);
    }

    private static native int socket(int domain, int type, int protocol) throws LastErrorException;

    private static native int bind(int socket, byte[] address, int length) throws LastErrorException;

    private static native int setsockopt(int socket, int level, int name, byte[] value, int length)
            throws LastErrorException;

    private static native long recv(int socket, byte[] data, long length, int flags) throws LastErrorException;

    private static native int close(int socket);
}
