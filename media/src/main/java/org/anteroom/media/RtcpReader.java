package org.anteroom.media;

import java.nio.ByteBuffer;

/**
 * Reads RTCP that comes in (RFC 3550 section 6) without trusting a length in it: what the other side says of our
 * stream. BYE means nothing here: calls end by signalling. Read on {@code rtp-in}, figures on any thread.
 */
final class RtcpReader {
    private static final int HEADER = 8;
    private static final int SENDER_INFO = 20;
    private static final int BLOCK = 24;
    private static final double NTP_UNITS_PER_MS = 65.536;
    private static final double LONGEST_ROUND_TRIP_MS = 60_000;

    private final int ourSsrc;
    private volatile int lastSenderReport;
    private volatile long lastSenderReportNanos;
    private volatile double roundTripMs = -1;
    private volatile double remoteLossPercent;

    RtcpReader(int ourSsrc) {
        this.ourSsrc = ourSsrc;
    }

    /**
     * Reads a compound packet from index 0 to its limit.
     *
     * @return whether it was RTCP from front to end
     */
    boolean read(ByteBuffer datagram, long unixMs, long nanos) {
        int length = datagram.limit();
        int at = 0;
        while (at < length) {
            if (length - at < HEADER || (datagram.get(at) & 0xC0) != 0x80) {
                return false;
            }
            int size = 4 + 4 * (datagram.getShort(at + 2) & 0xFFFF);
            int type = datagram.get(at + 1) & 0xFF;
            if (size < HEADER || size > length - at || type < 192 || type > 223) {
                return false;
            }
            packet(datagram, at, size, type, unixMs, nanos);
            at += size;
        }
        return length > 0;
    }

    private void packet(ByteBuffer datagram, int at, int size, int type, long unixMs, long nanos) {
        int count = datagram.get(at) & 0x1F;
        if (type == RtcpReport.SENDER_REPORT && size >= HEADER + SENDER_INFO) {
            lastSenderReport = (int) (datagram.getLong(at + HEADER) >>> 16);
            lastSenderReportNanos = nanos;
            blocks(datagram, at + HEADER + SENDER_INFO, at + size, count, unixMs);
        } else if (type == RtcpReport.RECEIVER_REPORT) {
            blocks(datagram, at + HEADER, at + size, count, unixMs);
        }
    }

    private void blocks(ByteBuffer datagram, int from, int end, int count, long unixMs) {
        for (int i = 0, at = from; i < count && at + BLOCK <= end; i++, at += BLOCK) {
            if (datagram.getInt(at) != ourSsrc) {
                continue;
            }
            remoteLossPercent = (datagram.get(at + 4) & 0xFF) * 100 / 256.0;
            int report = datagram.getInt(at + 16);
            if (report != 0) {
                int now = (int) (RtcpReport.ntp(unixMs) >>> 16);
                double trip = (now - report - datagram.getInt(at + 20)) / NTP_UNITS_PER_MS;
                roundTripMs = trip >= 0 && trip <= LONGEST_ROUND_TRIP_MS ? trip : roundTripMs;
            }
        }
    }

    /** Middle 32 bits of the NTP time in the latest sender report, 0 when none came. */
    int lastSenderReport() {
        return lastSenderReport;
    }

    /** Time since the latest sender report, in 1/65536 s; 0 when none came. */
    int delaySinceSenderReport(long nanos) {
        return lastSenderReport == 0 ? 0 : (int) ((nanos - lastSenderReportNanos) / 1e9 * 65_536);
    }

    double roundTripMs() {
        return roundTripMs;
    }

    double remoteLossPercent() {
        return remoteLossPercent;
    }
}
