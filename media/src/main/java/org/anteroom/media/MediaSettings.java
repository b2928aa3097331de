package org.anteroom.media;

import java.net.InetAddress;
import java.util.Objects;

/**
 * How the media engine is set up.
 *
 * @param bind address that RTP and RTCP sockets are bound to
 * @param firstPort lowest port that may be used, 1024-65534; an odd one is rounded up, RTP takes even ports
 * @param lastPort highest port that may be used, inclusive
 * @param minPlayoutDelayMs least delay of the jitter buffer in ms, 0-200; 40 suits a LAN
 * @param maxPlayoutDelayMs most delay of the jitter buffer in ms, at least the minimum, at most 500
 * @param echoCanceller whether our own prompts are removed from what the caller's line sends back, where a native for it exists
 */
public record MediaSettings(
        InetAddress bind,
        int firstPort,
        int lastPort,
        int minPlayoutDelayMs,
        int maxPlayoutDelayMs,
        boolean echoCanceller) {

    /** Checks the values. @throws IllegalArgumentException with a sentence for the operator */
    public MediaSettings {
        Objects.requireNonNull(bind, "bind");
        if (firstPort < 1024 || lastPort > 65535) {
            throw new IllegalArgumentException("The RTP port range " + firstPort + "-" + lastPort
                    + " must lie within 1024-65535: change the first and last media port.");
        }
        if (evenAtOrAbove(firstPort) + 1 > lastPort) {
            throw new IllegalArgumentException("The RTP port range " + firstPort + "-" + lastPort
                    + " holds no pair of an even and the next odd port: a call needs two ports, give it more.");
        }
        if (minPlayoutDelayMs < 0 || minPlayoutDelayMs > 200) {
            throw new IllegalArgumentException(
                    "The least playout delay must be 0-200 ms, but is " + minPlayoutDelayMs + " ms.");
        }
        if (maxPlayoutDelayMs < minPlayoutDelayMs || maxPlayoutDelayMs > 500) {
            throw new IllegalArgumentException("The most playout delay must be between the least (" + minPlayoutDelayMs
                    + " ms) and 500 ms, but is " + maxPlayoutDelayMs + " ms.");
        }
    }

    int firstEvenPort() {
        return evenAtOrAbove(firstPort);
    }

    private static int evenAtOrAbove(int port) {
        return port + (port & 1);
    }
}
