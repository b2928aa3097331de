package org.anteroom.agent.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.PacketSeen;

/** What the packets of a call say about it. */
final class Packets {

    private static final double FRAME_MS = 20;

    private Packets() {}

    /** When the first packet with speech came in after that moment. */
    static OptionalLong firstSpeechAfter(List<PacketSeen> packets, long nanos) {
        return packets.stream()
                .filter(packet -> packet.incoming() && packet.loud() && packet.nanos() > nanos)
                .mapToLong(PacketSeen::nanos)
                .findFirst();
    }

    /** How far the time between two packets that follow each other is from 20 ms, in ms, packet by packet. */
    static Figures deviation(List<PacketSeen> packets) {
        Figures figures = new Figures();
        PacketSeen last = null;
        for (PacketSeen packet : packets) {
            if (!packet.incoming()) {
                continue;
            }
            if (last != null && ((packet.sequence() - last.sequence()) & 0xffff) == 1) {
                double gap = (packet.nanos() - last.nanos()) / (double) TimeUnit.MILLISECONDS.toNanos(1);
                figures.add(Math.abs(gap - FRAME_MS));
            }
            last = packet;
        }
        return figures;
    }

    /** When the call stopped to sound like an undisturbed one: the arrival of the first packet that differs in loudness.
     *
     *  @param undisturbed packets of a call in which the same sentence was heard whole
     *  @return empty when the two never differ, or sound different from the start
     */
    static OptionalLong departsFrom(List<PacketSeen> undisturbed, List<PacketSeen> packets) {
        List<PacketSeen> whole = fromFirstSpeech(undisturbed);
        List<PacketSeen> cut = fromFirstSpeech(packets);
        for (int i = 0; i < Math.min(whole.size(), cut.size()); i++) {
            if (Math.abs(whole.get(i).rms() - cut.get(i).rms()) > 1) {
                return i < 25
                        ? OptionalLong.empty()
                        : OptionalLong.of(cut.get(i).nanos());
            }
        }
        return OptionalLong.empty();
    }

    private static List<PacketSeen> fromFirstSpeech(List<PacketSeen> packets) {
        return packets.stream()
                .filter(PacketSeen::incoming)
                .dropWhile(packet -> !packet.loud())
                .toList();
    }
}
