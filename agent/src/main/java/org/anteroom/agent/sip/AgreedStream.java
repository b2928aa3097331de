package org.anteroom.agent.sip;

import java.net.InetSocketAddress;
import java.util.OptionalInt;

/**
 * What an offer/answer exchange came to (RFC 3264), seen from our side.
 *
 * @param remote where the peer receives RTP; the unspecified address when the peer is on hold the old way
 *     ({@code c=IN IP4 0.0.0.0}), and then {@code send} is false
 * @param remoteRtcp where the peer receives RTCP (RFC 3605), usually the next port
 * @param payloadType the number both sides use for the codec
 * @param telephoneEvent the number we send RFC 4733 events with, where the peer takes them
 * @param telephoneEventReceived the number the peer sends RFC 4733 events with; differs from the former on some peers
 * @param ptimeMs milliseconds of sound per packet the peer wishes, 10-120
 * @param send whether we may send sound
 * @param receive whether the peer may send sound
 */
public record AgreedStream(
        InetSocketAddress remote,
        InetSocketAddress remoteRtcp,
        AudioCodec codec,
        int payloadType,
        OptionalInt telephoneEvent,
        OptionalInt telephoneEventReceived,
        int ptimeMs,
        boolean send,
        boolean receive) {}
