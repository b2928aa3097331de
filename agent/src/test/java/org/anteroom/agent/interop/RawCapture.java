package org.anteroom.agent.interop;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Every IPv4 packet of one protocol as it arrives at an address of this machine, with its header (raw(7)); only root may. One
 *  thread. What comes to an address that others use too may be lost among theirs.
 */
public final class RawCapture implements AutoCloseable {
    /** What can be captured; its number in the IP header. */
    public enum Protocol {
        TCP(6),
        UDP(17);

        private final int number;

        Protocol(int number) {
            this.number = number;
        }
    }

    /**
     * A packet.
     *
     * @param trafficClass the DSCP in its upper six bits
     * @param payload bytes of it, without any header
     */
    public record Packet(int trafficClass, int fromPort, int toPort, int payload) {}

    private static final int AF_INET = 2;
    private static final int SOCK_RAW = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final int SOCKADDR_IN = 16;
    private static final int UDP_HEADER = 8;

    static {
        Native.register(RawCapture.class, "c");
    }

    private final Protocol protocol;
    private final int socket;

    private RawCapture(Protocol protocol, int socket) {
        this.protocol = protocol;
        this.socket = socket;
    }

    /** Begins; empty where it isn't allowed.
     *
     *  @param to the address they arrive at
     */
    public static Optional<RawCapture> of(Protocol protocol, Inet4Address to) {
        try {
            int socket = socket(AF_INET, SOCK_RAW, protocol.number);
            byte[] address = ByteBuffer.allocate(SOCKADDR_IN)
                    .order(ByteOrder.nativeOrder())
                    .putShort((short) AF_INET)
                    .putShort((short) 0)
                    .put(to.getAddress())
                    .array();
            bind(socket, address, address.length);
            byte[] timeval = ByteBuffer.allocate(2 * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putLong(1)
                    .array();
            setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, timeval, timeval.length);
            return Optional.of(new RawCapture(protocol, socket));
        } catch (LastErrorException notAllowed) {
            return Optional.empty();
        }
    }

    /** The next packet like that; those before it are dropped. */
    public Packet next(Predicate<Packet> like, Duration within) {
        byte[] bytes = new byte[65_536];
        long deadline = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                long length = recv(socket, bytes, bytes.length, 0);
                Packet packet = packet(ByteBuffer.wrap(bytes, 0, (int) length));
                if (like.test(packet)) {
                    return packet;
                }
            } catch (LastErrorException nothing) {
                continue;
            }
        }
        throw new AssertionError("no such packet within " + within);
    }

    private Packet packet(ByteBuffer bytes) {
        int header = (bytes.get(0) & 0xf) * 4;
        int inner = protocol == Protocol.UDP ? UDP_HEADER : (bytes.get(header + 12) >> 4 & 0xf) * 4;
        return new Packet(
                bytes.get(1) & 0xff,
                bytes.getShort(header) & 0xffff,
                bytes.getShort(header + 2) & 0xffff,
                bytes.limit() - header - inner);
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
