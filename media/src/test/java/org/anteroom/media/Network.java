package org.anteroom.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sender, a network and a media clock for a jitter buffer, in time that only exists here: packets are put in by their arrival. */
final class Network {
    private record Packet(double arrivalMs, int order, int timestamp, boolean newStream, byte[] payload) {}

    /** What one tick gave. */
    record Pulled(double atMs, short[] pcm, boolean concealed) {}

    private final List<Packet> packets = new ArrayList<>();
    private final List<Packet> quiet = new ArrayList<>();
    final JitterBuffer buffer;
    double clockRatio = 1;

    Network(int leastMs, int mostMs) {
        buffer = new JitterBuffer(leastMs, mostMs);
    }

    /** A packet of mu-law sound that takes {@code delayMs} to arrive. */
    void packet(double sentMs, double delayMs, int timestamp, short[] pcm, int offset, int length) {
        packet(sentMs, delayMs, timestamp, false, Tones.encoded(Codec.PCMU, pcm, offset, length));
    }

    void packet(double sentMs, double delayMs, int timestamp, boolean newStream, byte[] payload) {
        packets.add(new Packet(sentMs * clockRatio + delayMs, packets.size(), timestamp, newStream, payload));
    }

    void quiet(double sentMs, double delayMs, int timestamp) {
        quiet.add(new Packet(sentMs + delayMs, packets.size(), timestamp, false, new byte[0]));
        packets.add(quiet.get(quiet.size() - 1));
    }

    /** Runs the clock from before the first arrival until {@code untilMs}. */
    List<Pulled> run(double untilMs) {
        packets.sort(Comparator.comparingDouble(Packet::arrivalMs).thenComparingInt(Packet::order));
        List<Pulled> pulled = new ArrayList<>();
        int next = 0;
        for (double now = 1_000_003; now < 1_000_003 + untilMs; now += 20) {
            while (next < packets.size() && packets.get(next).arrivalMs() + 1_000_000 <= now) {
                Packet packet = packets.get(next++);
                if (quiet.contains(packet)) {
                    buffer.quiet(packet.timestamp());
                } else {
                    buffer.put(
                            (long) ((packet.arrivalMs() + 1_000_000) * 8),
                            packet.timestamp(),
                            packet.newStream(),
                            packet.payload(),
                            packet.payload().length,
                            Codec.PCMU);
                }
            }
            short[] pcm = new short[Pcm.FRAME];
            boolean concealed = buffer.pull((long) (now * 8), pcm);
            pulled.add(new Pulled(now - 1_000_003, pcm, concealed));
        }
        return pulled;
    }

    static short[] joined(List<Pulled> frames) {
        short[] all = new short[frames.size() * Pcm.FRAME];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i).pcm(), 0, all, i * Pcm.FRAME, Pcm.FRAME);
        }
        return all;
    }

    /** Tone bursts with pauses, somewhat like talk: 700 ms of a wavering tone, 300 ms of faint noise. */
    static short[] talk(int ms) {
        short[] pcm = new short[ms * 8];
        double phase = 0;
        java.util.Random noise = new java.util.Random(1);
        for (int i = 0; i < pcm.length; i++) {
            phase += 2 * Math.PI * (140 + 20 * Math.sin(i / 2000.0)) / 8000;
            boolean voiced = i % 8000 < 5600;
            double voice = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase);
            pcm[i] = Pcm.clip((voiced ? 5000 * voice : 0) + noise.nextGaussian() * 15);
        }
        return pcm;
    }
}
