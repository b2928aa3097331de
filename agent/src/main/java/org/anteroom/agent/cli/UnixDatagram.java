package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Datagrams to one UNIX socket, which Java itself can't send: the service manager's and the journal's (unix(7)). A name
 *  that begins with {@code @} is an abstract one. Any thread; a sender waits {@value #SEND_SECONDS} s at most for a
 *  receiver that is behind.
 */
final class UnixDatagram implements AutoCloseable {

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_SNDTIMEO = 21;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int SEND_SECONDS = 1;
    /** sun_path of sockaddr_un. */
    private static final int LONGEST_NAME = 108;

    private static final boolean THERE = register();

    private final byte[] address;
    private int socket;

    private UnixDatagram(byte[] address, int socket) {
        this.address = address;
        this.socket = socket;
    }

    /** Opens a socket that sends to this name; nobody need listen there yet.
     *
     *  @throws IOException when the name can't be one, or no socket can be had
     */
    static UnixDatagram to(String name) throws IOException {
        byte[] address = address(name);
        if (!THERE) {
            throw new IOException("the C library can't be called: install Anteroom again");
        }
        try {
            int socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            byte[] timeval = ByteBuffer.allocate(2 * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putLong(SEND_SECONDS)
                    .array();
            setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, timeval, timeval.length);
            return new UnixDatagram(address, socket);
        } catch (LastErrorException e) {
            throw new IOException("no UNIX socket can be made: " + e.getMessage(), e);
        }
    }

    /** The name as a struct sockaddr_un: an abstract one begins with a zero byte, a path ends with one. */
    static byte[] address(String name) throws IOException {
        byte[] path = name.getBytes(UTF_8);
        boolean isAbstract = name.startsWith("@");
        if (!(isAbstract || name.startsWith("/")) || path.length >= LONGEST_NAME) {
            throw new IOException("\"" + name + "\" is no name of a UNIX socket");
        }
        if (isAbstract) {
            path[0] = 0;
        }
        return ByteBuffer.allocate(Short.BYTES + path.length + (isAbstract ? 0 : 1))
                .order(ByteOrder.nativeOrder())
                .putShort((short) AF_UNIX)
                .put(path)
                .array();
    }

    /** Sends one datagram, whole or not at all.
     *
     *  @throws IOException when nobody listens, the receiver stays behind, or it is too long
     */
    synchronized void send(byte[] datagram) throws IOException {
        if (socket < 0) {
            throw new IOException("closed");
        }
        try {
            sendto(
                    socket,
                    Arrays.copyOf(datagram, Math.max(1, datagram.length)),
                    datagram.length,
                    MSG_NOSIGNAL,
                    address,
                    address.length);
        } catch (LastErrorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (socket >= 0) {
            var unused = close(socket);
            socket = -1;
        }
    }

    private static boolean register() {
        try {
            Native.register(UnixDatagram.class, "c");
            return true;
        } catch (LinkageError e) {
            // UnsatisfiedLinkError where JNA's native is missing; NoClassDefFoundError where JNA had failed before.
            return false;
        }
    }

    private static native int socket(int domain, int type, int protocol) throws LastErrorException;

    private static native int setsockopt(int socket, int level, int name, byte[] value, int length)
            throws LastErrorException;

    private static native long sendto(
            int socket, byte[] data, long length, int flags, byte[] address, int addressLength)
            throws LastErrorException;

    private static native int close(int socket);
}
