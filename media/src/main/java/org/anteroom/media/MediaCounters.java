package org.anteroom.media;

import java.util.concurrent.atomic.LongAdder;

/** What media has counted since the process began; one object is given to the engine. Counted on the media threads, read on any. */
public final class MediaCounters {
    final LongAdder packetsIn = new LongAdder();
    final LongAdder packetsOut = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder foreignSource = new LongAdder();
    final LongAdder unknownPayload = new LongAdder();
    final LongAdder beforeConnect = new LongAdder();
    final LongAdder outOfSequence = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder concealedFrames = new LongAdder();
    final LongAdder inputOverflows = new LongAdder();
    final LongAdder sendFailures = new LongAdder();
    final LongAdder digitsIn = new LongAdder();
    final LongAdder digitsOut = new LongAdder();
    final LongAdder rtcpIn = new LongAdder();
    final LongAdder rtcpOut = new LongAdder();
    final LongAdder clockOverruns = new LongAdder();
    final LongAdder streamFailures = new LongAdder();
    final LongAdder listenerFailures = new LongAdder();
    final LongAdder receiverFailures = new LongAdder();
    final LongAdder portExhaustions = new LongAdder();
    final LongAdder echoCancellerFailures = new LongAdder();

    /** Sees one counter. */
    @FunctionalInterface
    public interface Visitor {
        /** One counter: its name in snake case, one line of help, its value now. */
        void counter(String name, String help, long value);
    }

    /** Shows every counter, also those at zero, in a fixed order. */
    public void each(Visitor visitor) {
        visitor.counter("rtp_packets_in", "RTP packets accepted", packetsIn.sum());
        visitor.counter("rtp_packets_out", "RTP packets sent", packetsOut.sum());
        visitor.counter("rtp_malformed", "datagrams that are not RTP or RTCP, dropped", malformed.sum());
        visitor.counter("rtp_foreign_source", "packets from a source the stream is not locked to", foreignSource.sum());
        visitor.counter("rtp_unknown_payload", "packets of a payload type not agreed, dropped", unknownPayload.sum());
        visitor.counter("rtp_before_connect", "packets on a port that has no stream yet", beforeConnect.sum());
        visitor.counter("rtp_out_of_sequence", "packets dropped until their sequence settled", outOfSequence.sum());
        visitor.counter("rtp_duplicates", "packets that came twice", duplicates.sum());
        visitor.counter("rtp_late", "packets that came after their time to be played", late.sum());
        visitor.counter("rtp_lost", "packets missing from their sequence when a port closed", lost.sum());
        visitor.counter("rtp_concealed_frames", "20 ms frames with made-up sound", concealedFrames.sum());
        visitor.counter("rtp_input_overflows", "packets dropped because the clock fell behind", inputOverflows.sum());
        visitor.counter("rtp_send_failures", "packets the network refused to take", sendFailures.sum());
        visitor.counter("rtp_digits_in", "keys received", digitsIn.sum());
        visitor.counter("rtp_digits_out", "keys sent", digitsOut.sum());
        visitor.counter("rtcp_packets_in", "RTCP packets accepted", rtcpIn.sum());
        visitor.counter("rtcp_packets_out", "RTCP packets sent", rtcpOut.sum());
        visitor.counter("media_clock_overruns", "times the media clock skipped ahead", clockOverruns.sum());
        visitor.counter(
                "media_stream_failures", "ticks of a stream that failed by a fault of ours", streamFailures.sum());
        visitor.counter("media_listener_failures", "taps and listeners that threw", listenerFailures.sum());
        visitor.counter("media_receiver_failures", "reads of a socket that failed", receiverFailures.sum());
        visitor.counter("media_port_exhaustions", "streams refused because no port was free", portExhaustions.sum());
        visitor.counter("media_echo_canceller_failures", "echo cancellers given up", echoCancellerFailures.sum());
    }

    /** RTP packets accepted. */
    public long packetsIn() {
        return packetsIn.sum();
    }

    /** RTP packets sent. */
    public long packetsOut() {
        return packetsOut.sum();
    }

    /** Datagrams that were neither RTP nor RTCP, or did not fit; dropped. */
    public long malformed() {
        return malformed.sum();
    }

    /** Packets from a source that the stream is not locked to; dropped. */
    public long foreignSource() {
        return foreignSource.sum();
    }

    /** Packets that came after their time to be played. */
    public long late() {
        return late.sum();
    }

    /** Packets missing from their sequence, counted when a port closes. */
    public long lost() {
        return lost.sum();
    }

    /** 20 ms frames with made-up sound. */
    public long concealedFrames() {
        return concealedFrames.sum();
    }

    /** Ticks lost in a row, counted once per time the clock had to skip ahead. */
    public long clockOverruns() {
        return clockOverruns.sum();
    }

    /** Streams refused because the port range was exhausted. */
    public long portExhaustions() {
        return portExhaustions.sum();
    }

    /** Ticks of a stream that failed by a fault of ours; other streams go on. */
    public long streamFailures() {
        return streamFailures.sum();
    }
}
