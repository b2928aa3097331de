package org.anteroom.agent.sip;

import java.net.InetAddress;

/**
 * Where we receive sound: goes into our session description as it stands.
 *
 * @param address one the PBX can reach, never a wildcard
 * @param port the RTP port, even; RTCP is the next one
 */
public record AudioEndpoint(InetAddress address, int port) {
    public AudioEndpoint {
        if (address.isAnyLocalAddress()) {
            throw new IllegalArgumentException(
                    "media: a wildcard address can't be offered to a peer; name the local address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("media: the RTP port must be 1-65535, not " + port);
        }
    }
}
