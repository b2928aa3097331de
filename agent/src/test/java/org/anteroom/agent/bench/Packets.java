package org.anteroom.agent.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.Spoken;

/** What the packets of a call say about it. */
final class Packets {

    private static final double FRAME_MS = 20;
    private static final int FRAME_SAMPLES = 160;
    private static final int SAMPLES_PER_MS = 8;
    /** A recorded caller's softest sounds; between them and after them the recordings are silent. */
    private static final double CALLERS_RMS = 150;

    private static final int FIRST_DYNAMIC_TYPE = 96;
    private static final int HELD_PACKETS = 5;
    private static final long AFTER_END_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** The first half second must be alike, or the two greetings can't be laid side by side. */
    private static final int ALIKE_FRAMES = 25;

    private Packets() {}

    /** From the last packet with a caller's speech to the first packet with speech that came in after it, in ms. */
    static OptionalDouble answerMs(List<PacketSeen> packets, Spoken spoken) {
        OptionalLong end = packets.stream()
                .filter(packet -> !packet.incoming() && packet.rms() >= CALLERS_RMS)
                .mapToLong(PacketSeen::nanos)
                .filter(nanos -> nanos >= spoken.startedNanos() && nanos <= spoken.endedNanos() + AFTER_END_NANOS)
                .max();
        OptionalLong answer = end.isPresent() ? firstSpeechAfter(packets, end.getAsLong()) : end;
        return answer.isPresent()
                ? OptionalDouble.of((answer.getAsLong() - end.getAsLong()) / 1e6)
                : OptionalDouble.empty();
    }

    /** When the packet passed that holds this moment of what was said.
     *
     *  @param ms from the beginning of the recording
     */
    static OptionalLong sent(List<PacketSeen> packets, Spoken spoken, int ms) {
        List<PacketSeen> said = packets.stream()
                .filter(packet -> !packet.incoming()
                        && packet.payloadType() < FIRST_DYNAMIC_TYPE
                        && packet.nanos() >= spoken.startedNanos())
                .toList();
        return said.stream()
                .filter(packet -> packet.timestamp() - said.get(0).timestamp() + FRAME_SAMPLES > ms * SAMPLES_PER_MS)
                .mapToLong(PacketSeen::nanos)
                .findFirst();
    }

    /** When the packet passed that makes a key of one: keys are told from noise by being held for 100 ms, and a key's packets
     *  (RFC 4733) come every 20 ms, the first of them with the first 20 ms.
     */
    static OptionalLong keyHeldAfter(List<PacketSeen> packets, long nanos) {
        return packets.stream()
                .filter(packet ->
                        !packet.incoming() && packet.payloadType() >= FIRST_DYNAMIC_TYPE && packet.nanos() >= nanos)
                .mapToLong(PacketSeen::nanos)
                .skip(HELD_PACKETS - 1)
                .findFirst();
    }

    /** When the last key that was pressed began: all packets of a key have one timestamp (RFC 4733 2.5.1.1). */
    static OptionalLong lastKey(List<PacketSeen> packets) {
        List<PacketSeen> keys = packets.stream()
                .filter(packet -> !packet.incoming() && packet.payloadType() >= FIRST_DYNAMIC_TYPE)
                .toList();
        return keys.stream()
                .filter(packet ->
                        packet.timestamp() == keys.get(keys.size() - 1).timestamp())
                .mapToLong(PacketSeen::nanos)
                .findFirst();
    }

    private static OptionalLong firstSpeechAfter(List<PacketSeen> packets, long nanos) {
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

    /** How many packets of the far end never came, by their numbers. */
    static long lost(List<PacketSeen> packets) {
        long lost = 0;
        PacketSeen last = null;
        for (PacketSeen packet : packets) {
            if (packet.incoming()) {
                int step = last == null ? 1 : (packet.sequence() - last.sequence()) & 0xffff;
                lost += step > 1 && step < 0x8000 ? step - 1 : 0;
                last = packet;
            }
        }
        return lost;
    }

    /** When the call stopped to sound like an undisturbed one: the arrival of the first packet that differs in loudness.
     *
     *  @param undisturbed packets of a call in which the same sentence was heard whole
     *  @return empty when the two never differ, or sound different from the start
     */
    static OptionalLong departsFrom(List<PacketSeen> undisturbed, List<PacketSeen> packets) {
        List<PacketSeen> whole = fromFirstSpeech(undisturbed);
        List<PacketSeen> cut = fromFirstSpeech(packets);
        int same = 0;
        while (same < Math.min(whole.size(), cut.size())
                && Math.abs(whole.get(same).rms() - cut.get(same).rms()) <= 1) {
            same++;
        }
        boolean comparable = same >= ALIKE_FRAMES && same < Math.min(whole.size(), cut.size());
        return comparable ? OptionalLong.of(cut.get(same).nanos()) : OptionalLong.empty();
    }

    private static List<PacketSeen> fromFirstSpeech(List<PacketSeen> packets) {
        return packets.stream()
                .filter(PacketSeen::incoming)
                .dropWhile(packet -> !packet.loud())
                .toList();
    }
}
