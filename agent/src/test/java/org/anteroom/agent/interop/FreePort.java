package org.anteroom.agent.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports nobody listens on just now, on the loopback, below the range that the system hands out by itself. */
public final class FreePort {

    /** Two processes run tests beside each other: each has ports of its own, since one is looked for before it is taken. */
    private static final int RANGE = 9_000;

    private static final int FIRST = 12_000 + RANGE * ((Integer.getInteger("anteroom.fork", 1) - 1) % 2);
    private static int next = (int) (ProcessHandle.current().pid() * 131 % RANGE);

    private FreePort() {}

    /** A port free for UDP and TCP, with {@code count - 1} more after it. */
    public static synchronized int of(int count) {
        for (int tries = 0; tries < RANGE; tries += count) {
            int port = FIRST + next;
            next = (next + count) % (RANGE - count);
            if (free(port, count)) {
                return port;
            }
        }
        throw new IllegalStateException("No " + count + " free ports on the loopback.");
    }

    private static boolean free(int first, int count) {
        for (int port = first; port < first + count; port++) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, port));
                    ServerSocket tcp = new ServerSocket(port, 1, loopback)) {
                if (!udp.isBound() || !tcp.isBound()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            } catch (UncheckedIOException e) {
                return false;
            }
        }
        return true;
    }
}
