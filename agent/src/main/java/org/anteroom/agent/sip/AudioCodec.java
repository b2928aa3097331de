package org.anteroom.agent.sip;

/** The codecs an answer may choose, with their static payload types (RFC 3551 table 4). Both are 8 kHz mono. */
public enum AudioCodec {
    PCMU(0),
    PCMA(8);

    private final int payloadType;

    AudioCodec(int payloadType) {
        this.payloadType = payloadType;
    }

    /** The static payload type, 0 or 8. */
    public int payloadType() {
        return payloadType;
    }
}
