package org.anteroom.media;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One audio stream as both sides agreed on it (RFC 3264), without the SDP it was written in.
 *
 * @param remote where the other side said it receives RTP; a wildcard address or port 0 (the hold of RFC 2543) means that nothing is sent
 * @param codec codec of both directions
 * @param payloadType RTP payload type of the codec, 0-127
 * @param telephoneEvent payload type of telephone-event (RFC 4733), empty when not agreed
 * @param ptimeMs sound per packet that we send: 10, 20, 30, 40, 50 or 60 ms; what comes in may have any length
 * @param send whether we send audio; without it RTCP goes on
 * @param receive whether incoming audio is listened to; keys are, always
 */
public record StreamDescription(
        InetSocketAddress remote,
        Codec codec,
        int payloadType,
        OptionalInt telephoneEvent,
        int ptimeMs,
        boolean send,
        boolean receive) {

    /** Checks the values. @throws IllegalArgumentException when a number is outside its range */
    public StreamDescription {
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(telephoneEvent, "telephoneEvent");
        if (payloadType < 0 || payloadType > 127) {
            throw new IllegalArgumentException("payload type " + payloadType + " is not within 0-127");
        }
        if (telephoneEvent.isPresent() && (telephoneEvent.getAsInt() < 0 || telephoneEvent.getAsInt() > 127)) {
            throw new IllegalArgumentException("telephone-event payload type is not within 0-127");
        }
        if (ptimeMs < 10 || ptimeMs > 60 || ptimeMs % 10 != 0) {
            throw new IllegalArgumentException("ptime " + ptimeMs + " ms is not one of 10, 20 ... 60");
        }
    }

    /** A stream in both directions with the codec's static payload type and 20 ms packets. */
    public static StreamDescription of(InetSocketAddress remote, Codec codec, OptionalInt telephoneEvent) {
        return new StreamDescription(remote, codec, codec.staticPayloadType(), telephoneEvent, 20, true, true);
    }

    boolean mayBeSentTo() {
        return send
                && remote.getPort() != 0
                && remote.getAddress() != null
                && !remote.getAddress().isAnyLocalAddress();
    }
}
