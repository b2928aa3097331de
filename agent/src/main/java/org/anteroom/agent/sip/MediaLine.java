package org.anteroom.agent.sip;

import java.util.List;
import java.util.OptionalInt;

/**
 * One {@code m=} section of a session description.
 *
 * @param kind audio, video, image ..., lower case
 * @param port 0-65535; 0 means refused or unused
 * @param protocol RTP/AVP, RTP/SAVP, udptl ..., as written
 * @param formatTokens the format list as written, so that a refused line can be echoed
 * @param formats the formats understood as RTP payload types, in the order of the list
 * @param address the connection address of this section, else of the session; as written
 * @param direction of this section, else of the session, else sendrecv
 * @param ptimeMs the packet time wished, ms
 * @param maxPtimeMs the longest packet time taken, ms
 * @param rtcpPort where RTCP goes, when not the next port (RFC 3605)
 */
record MediaLine(
        String kind,
        int port,
        String protocol,
        List<String> formatTokens,
        List<MediaFormat> formats,
        String address,
        Direction direction,
        OptionalInt ptimeMs,
        OptionalInt maxPtimeMs,
        OptionalInt rtcpPort) {

    MediaLine {
        formatTokens = List.copyOf(formatTokens);
        formats = List.copyOf(formats);
    }

    /** A plain RTP audio line. */
    static MediaLine audio(AudioEndpoint endpoint, List<MediaFormat> formats, Direction direction) {
        return new MediaLine(
                "audio",
                endpoint.port(),
                "RTP/AVP",
                formats.stream()
                        .map(format -> Integer.toString(format.payloadType()))
                        .toList(),
                formats,
                endpoint.address().getHostAddress(),
                direction,
                OptionalInt.of(20),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** The line that refuses this one (RFC 3264 section 6). */
    MediaLine refused() {
        return new MediaLine(
                kind,
                0,
                protocol,
                formatTokens,
                formats,
                address,
                Direction.INACTIVE,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** Whether sound of ours could go here: plain RTP audio that is not refused. */
    boolean isPlainAudio() {
        return kind.equals("audio") && protocol.equalsIgnoreCase("RTP/AVP") && port > 0;
    }

    /** Old-style hold: the peer receives nowhere (RFC 3264 section 8.4). */
    boolean nowhere() {
        return address.equals("0.0.0.0") || address.equals("::");
    }
}
