package org.anteroom.agent.interop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks a SIP server over UDP whether it is there. */
final class OptionsPing {

    private OptionsPing() {}

    /** Whether any answer comes within the time; uses up the time when there is none. */
    static boolean answered(InetSocketAddress server, Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.connect(server);
            socket.setSoTimeout((int) within.toMillis());
            byte[] request =
                    """
                    OPTIONS sip:%1$s:%2$d SIP/2.0\r
                    Via: SIP/2.0/UDP %1$s:%3$d;branch=z9hG4bK%4$d\r
                    From: <sip:ping@%1$s>;tag=%4$d\r
                    To: <sip:%1$s:%2$d>\r
                    Call-ID: %4$d@ping\r
                    CSeq: 1 OPTIONS\r
                    Max-Forwards: 5\r
                    Content-Length: 0\r
                    \r
                    """
                            .formatted(
                                    server.getAddress().getHostAddress(),
                                    server.getPort(),
                                    socket.getLocalPort(),
                                    System.nanoTime())
                            .getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(request, request.length));
            socket.receive(new DatagramPacket(new byte[2_048], 2_048));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (PortUnreachableException e) {
            // Nobody listens yet: the system says so at once, and asking again at once would only burn time.
            LockSupport.parkNanos(Math.min(deadline - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(50)));
            return false;
        }
    }
}
