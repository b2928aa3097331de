package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anteroom.speech.Expected;

/** Figures out of the packets that a phone's wire saw; all in ms. */
final class WireFigures {

    private static final double NANOS_PER_MS = 1e6;
    private static final long AFTER_END_NANOS = 100_000_000L;

    private WireFigures() {}

    /** From the last packet with a caller's speech to the first with the answer, for every turn with that pause. */
    static List<Double> answers(List<DemoTurn> turns, Expected.Kind pause) {
        List<Double> found = new ArrayList<>();
        for (DemoTurn turn : turns) {
            if (turn.pause() == pause) {
                answer(turn.call().packets(), turn.spoken()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Empty when nobody answered, or somebody spoke already: then no answer has a beginning. */
    static OptionalDouble answer(List<PacketSeen> packets, Spoken spoken) {
        OptionalLong end = packets.stream()
                .filter(packet -> !packet.incoming() && packet.loud())
                .mapToLong(PacketSeen::nanos)
                .filter(nanos -> nanos >= spoken.startedNanos() && nanos <= spoken.endedNanos() + AFTER_END_NANOS)
                .max();
        if (end.isEmpty()) {
            return OptionalDouble.empty();
        }
        return answerAfter(packets, spoken.startedNanos(), end.getAsLong());
    }

    /** The same where it is known when the speech was over, as in noise that is as loud. */
    static OptionalDouble answerAfter(List<PacketSeen> packets, long startedNanos, long endedNanos) {
        OptionalLong answer = firstLoud(packets, endedNanos);
        return answer.isEmpty() || talkedOver(packets, startedNanos, endedNanos)
                ? OptionalDouble.empty()
                : OptionalDouble.of((answer.getAsLong() - endedNanos) / NANOS_PER_MS);
    }

    /** An emergency doesn't wait for the end of the sentence: what is heard then began before it and is no answer to it. */
    private static boolean talkedOver(List<PacketSeen> packets, long fromNanos, long toNanos) {
        return packets.stream()
                .anyMatch(packet ->
                        packet.incoming() && packet.loud() && packet.nanos() > fromNanos && packet.nanos() <= toNanos);
    }

    /** When the first incoming packet with sound came after a moment, nanos. */
    static OptionalLong firstLoud(List<PacketSeen> packets, long afterNanos) {
        return packets.stream()
                .filter(packet -> packet.incoming() && packet.loud() && packet.nanos() > afterNanos)
                .mapToLong(PacketSeen::nanos)
                .findFirst();
    }

    /** How far the time between two packets in a row was from 20 ms, for what the agent sent to this phone. */
    static List<Double> pacing(List<PacketSeen> packets) {
        List<Double> deviations = new ArrayList<>();
        PacketSeen before = null;
        for (PacketSeen packet : packets) {
            if (packet.incoming()) {
                if (before != null
                        && packet.sequence() == ((before.sequence() + 1) & 0xffff)
                        && packet.timestamp() - before.timestamp() == 160) {
                    deviations.add(Math.abs((packet.nanos() - before.nanos()) / NANOS_PER_MS - 20));
                }
                before = packet;
            }
        }
        return deviations;
    }
}
