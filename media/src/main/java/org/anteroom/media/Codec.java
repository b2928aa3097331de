package org.anteroom.media;

/** The codecs a stream may use, both ITU-T G.711 at 8 kHz (RFC 3551 section 4.5.14). */
public enum Codec {
    /** Mu-law, static payload type 0. */
    PCMU(0),
    /** A-law, static payload type 8. */
    PCMA(8);

    private final int staticPayloadType;

    Codec(int staticPayloadType) {
        this.staticPayloadType = staticPayloadType;
    }

    /** The payload type that RFC 3551 gives this codec. */
    public int staticPayloadType() {
        return staticPayloadType;
    }
}
