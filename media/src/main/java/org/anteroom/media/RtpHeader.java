package org.anteroom.media;

import java.nio.ByteBuffer;

/**
 * The RTP header of RFC 3550 section 5.1, read from and written to a datagram; one object is reused for every packet of a thread.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |                             SSRC                              |
 * |            CSRC, CC times; then the extension when X          |
 * </pre>
 */
final class RtpHeader {
    static final int LENGTH = 12;
    private static final int FIRST_RTCP_TYPE = 72;
    private static final int LAST_RTCP_TYPE = 95;

    private boolean marker;
    private int payloadType;
    private int sequence;
    private int timestamp;
    private int ssrc;
    private int payloadOffset;
    private int payloadLength;

    /**
     * Reads a whole datagram, from index 0 to its limit.
     *
     * @return whether it is a valid RTP packet; otherwise the fields mean nothing. RTCP sent to the RTP port (RFC 5761) is not
     */
    boolean read(ByteBuffer datagram) {
        int length = datagram.limit();
        if (length < LENGTH) {
            return false;
        }
        int first = datagram.get(0);
        if ((first & 0xC0) != 0x80) {
            return false;
        }
        int second = datagram.get(1);
        marker = (second & 0x80) != 0;
        payloadType = second & 0x7F;
        if (marker && payloadType >= FIRST_RTCP_TYPE && payloadType <= LAST_RTCP_TYPE) {
            return false;
        }
        sequence = datagram.getShort(2) & 0xFFFF;
        timestamp = datagram.getInt(4);
        ssrc = datagram.getInt(8);
        int start = LENGTH + 4 * (first & 0x0F);
        if ((first & 0x10) != 0) {
            if (start + 4 > length) {
                return false;
            }
            start += 4 + 4 * (datagram.getShort(start + 2) & 0xFFFF);
        }
        int end = length;
        if ((first & 0x20) != 0) {
            int padding = datagram.get(length - 1) & 0xFF;
            if (padding == 0) {
                return false;
            }
            end -= padding;
        }
        payloadOffset = start;
        payloadLength = end - start;
        return payloadLength >= 0;
    }

    /** Clears the datagram and writes a header without padding, extension or contributors at its start. */
    static void write(ByteBuffer datagram, boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
        datagram.clear();
        datagram.put((byte) 0x80);
        datagram.put((byte) (marker ? 0x80 | payloadType : payloadType));
        datagram.putShort((short) sequence);
        datagram.putInt(timestamp);
        datagram.putInt(ssrc);
    }

    boolean marker() {
        return marker;
    }

    int payloadType() {
        return payloadType;
    }

    /** 0-65535. */
    int sequence() {
        return sequence;
    }

    int timestamp() {
        return timestamp;
    }

    int ssrc() {
        return ssrc;
    }

    /** Index of the first payload byte in the datagram. */
    int payloadOffset() {
        return payloadOffset;
    }

    /** Payload in bytes, without padding; may be 0. */
    int payloadLength() {
        return payloadLength;
    }
}
