package org.anteroom.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Writes RTCP compound packets (RFC 3550 section 6): a sender or receiver report, our CNAME, and BYE at the end.
 *
 * <p>The CNAME is 96 random bits, new for each stream (RFC 7022 section 4.2): it says nothing about the practice or the machine.
 */
final class RtcpReport {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int GOODBYE = 203;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long NTP_TO_UNIX_SECONDS = 2_208_988_800L;

    private final int ssrc;
    private final byte[] cname;
    private long expectedBefore;
    private long receivedBefore;

    RtcpReport(int ssrc) {
        this.ssrc = ssrc;
        byte[] bits = new byte[12];
        RANDOM.nextBytes(bits);
        cname = Base64.getEncoder().encodeToString(bits).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Fills the buffer with one compound packet, ready to be sent.
     *
     * @param sender whether anything was sent since the last report
     * @param unixMs wall clock, ms since 1970
     */
    void write(
            ByteBuffer out,
            boolean sender,
            OutgoingStream sent,
            IncomingSequence heard,
            RtcpReader other,
            long unixMs,
            long nanos,
            boolean bye) {
        out.clear();
        boolean block = heard.started();
        int words = (sender ? 6 : 1) + (block ? 6 : 0);
        out.put((byte) (0x80 | (block ? 1 : 0)));
        out.put((byte) (sender ? SENDER_REPORT : RECEIVER_REPORT));
        out.putShort((short) words);
        out.putInt(ssrc);
        if (sender) {
            out.putLong(ntp(unixMs));
            out.putInt(sent.timestamp());
            out.putInt((int) sent.packets());
            out.putInt((int) sent.octets());
        }
        if (block) {
            writeBlock(out, heard, other, nanos);
        }
        writeName(out);
        if (bye) {
            out.put((byte) 0x81).put((byte) GOODBYE).putShort((short) 1).putInt(ssrc);
        }
        out.flip();
    }

    private void writeBlock(ByteBuffer out, IncomingSequence heard, RtcpReader other, long nanos) {
        long expected = heard.expected();
        long received = heard.received();
        long expectedNow = Math.max(0, expected - expectedBefore);
        long lostNow = Math.max(0, expectedNow - (received - receivedBefore));
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedNow == 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
        int lost = (int) Math.max(-0x800000, Math.min(0x7FFFFF, expected - received));
        out.putInt(heard.ssrc());
        out.putInt(fraction << 24 | (lost & 0xFFFFFF));
        out.putInt((int) heard.highest());
        out.putInt((int) heard.jitterSamples());
        out.putInt(other.lastSenderReport());
        out.putInt(other.delaySinceSenderReport(nanos));
    }

    private void writeName(ByteBuffer out) {
        int text = 2 + cname.length;
        int padding = 4 - text % 4;
        out.put((byte) 0x81).put((byte) SOURCE_DESCRIPTION);
        out.putShort((short) (1 + (text + padding) / 4));
        out.putInt(ssrc);
        out.put((byte) 1).put((byte) cname.length).put(cname);
        for (int i = 0; i < padding; i++) {
            out.put((byte) 0);
        }
    }

    /** Wall clock in the 64 bits of NTP: seconds since 1900 and their fraction. */
    static long ntp(long unixMs) {
        long seconds = Math.floorDiv(unixMs, 1000L) + NTP_TO_UNIX_SECONDS;
        long fraction = (Math.floorMod(unixMs, 1000L) << 32) / 1000;
        return seconds << 32 | fraction;
    }
}
