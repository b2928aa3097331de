package org.anteroom.media;

import java.util.OptionalLong;

/**
 * What a port has seen so far. Packet times are {@link System#nanoTime} beside the socket call, so latencies can be taken from them.
 *
 * @param packetsIn RTP packets accepted
 * @param packetsOut RTP packets sent
 * @param lost packets missing from the sequence (RFC 3550 A.3), never negative
 * @param late packets that came after their time to be played
 * @param duplicates packets that came twice
 * @param concealedFrames frames in which missing sound was made up
 * @param jitterMs interarrival jitter in ms (RFC 3550 A.8)
 * @param playoutDelayMs present delay of the jitter buffer, in ms
 * @param firstPacketInNanos when the first RTP packet was read
 * @param lastPacketInNanos when the latest RTP packet was read
 * @param firstPacketOutNanos when the first RTP packet was sent
 * @param silenceMs time since the latest packet came, since the port was opened when none did, in ms
 * @param roundTripMs round trip measured by RTCP in ms, negative when unknown
 * @param remoteLossPercent loss that the other side last reported of what we send, 0-100
 */
public record StreamStats(
        long packetsIn,
        long packetsOut,
        long lost,
        long late,
        long duplicates,
        long concealedFrames,
        double jitterMs,
        double playoutDelayMs,
        OptionalLong firstPacketInNanos,
        OptionalLong lastPacketInNanos,
        OptionalLong firstPacketOutNanos,
        long silenceMs,
        double roundTripMs,
        double remoteLossPercent) {}
