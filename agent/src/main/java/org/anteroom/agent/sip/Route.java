package org.anteroom.agent.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The way to a PBX, as this machine would go it. */
public final class Route {
    private Route() {}

    /**
     * Which of our addresses the machine would use. Sends nothing. Any thread.
     *
     * @throws IOException when there is no way there
     */
    public static InetAddress from(InetSocketAddress pbx) throws IOException {
        // Connecting a datagram socket sends nothing; it only asks the machine which address it would use.
        try (DatagramSocket route = new DatagramSocket()) {
            route.connect(pbx);
            return route.getLocalAddress();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
