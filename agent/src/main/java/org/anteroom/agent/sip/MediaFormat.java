package org.anteroom.agent.sip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One format of an RTP media line: a payload type, what it means, and its parameters (RFC 8866 sections 6.6 and 6.15).
 *
 * @param payloadType 0-127
 * @param encoding upper-case encoding name; empty for a static payload type without an rtpmap that we don't know
 * @param clockRate Hz, 0 when unknown
 * @param parameters the fmtp value
 */
record MediaFormat(int payloadType, String encoding, int clockRate, Optional<String> parameters) {
    static final String TELEPHONE_EVENT = "TELEPHONE-EVENT";

    /** RFC 3551 section 6, those that telephones have: they may be named by their number alone. */
    private static final Map<Integer, String> STATIC = Map.of(3, "GSM", 4, "G723", 9, "G722", 15, "G728", 18, "G729");

    MediaFormat {
        encoding = encoding.toUpperCase(Locale.ROOT);
    }

    static MediaFormat of(AudioCodec codec, int payloadType) {
        return new MediaFormat(payloadType, codec.name(), 8000, Optional.empty());
    }

    static MediaFormat telephoneEvent(int payloadType, String events) {
        return new MediaFormat(payloadType, TELEPHONE_EVENT, 8000, Optional.of(events));
    }

    /** Its name for people, also where the peer gives the number alone. */
    String shown() {
        return encoding.isEmpty() ? STATIC.getOrDefault(payloadType, "payload type " + payloadType) : encoding;
    }

    /** The codec of ours this is, if any. */
    Optional<AudioCodec> codec() {
        for (AudioCodec codec : AudioCodec.values()) {
            if (codec.name().equals(encoding) && clockRate == 8000) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    boolean isTelephoneEvent() {
        return encoding.equals(TELEPHONE_EVENT) && clockRate == 8000;
    }
}
