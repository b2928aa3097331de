package org.anteroom.agent.call;

import java.util.Optional;

/**
 * Tells our own voice, coming back from the caller's line, from the caller: by comparing what came in with what went out.
 * An echo is our own signal again, weaker and up to {@value #LONGEST_LAG_MS} ms late, so the two correlate; a caller's
 * speech doesn't, also while we speak. Works on the sound as it came, before an echo canceller, so that it
 * tells the same on every machine.
 *
 * <pre>
 *   went out  ....xxxxxxxx........     correlation = max over lags of  sum(in * out) / (|in| |out|)
 *   came in   ........xxxxxxxx....     echo: near 1     caller: near 0     both: between, by their levels
 * </pre>
 *
 * {@link #frame} runs on the media clock; the rest on the call's mailbox, which only looks at samples that are whole.
 */
final class EchoWatch {
    static final int LONGEST_LAG_MS = 600;

    /** Two unrelated voices stay below 0.3, an echo alone is above 0.9; with a caller a little louder over it, below this. */
    private static final double ECHO = 0.6;

    /** A caller 4 dB over the echo correlates to 0.5: what correlates no more is taken for the caller's. */
    private static final double CALLER = 0.55;

    /** Quieter than -60 dBFS nobody says anything that a recogniser makes words of. */
    private static final double AUDIBLE = 30;

    /** Pairs of samples are averaged: half the rate is enough, at a quarter of the work. */
    private static final int SAMPLES_PER_MS = 4;

    private static final int KEPT = 8_000 * SAMPLES_PER_MS;
    private static final int LAGS = LONGEST_LAG_MS * SAMPLES_PER_MS;
    private static final int LONGEST = 1_500 * SAMPLES_PER_MS;
    private static final int SHORTEST = 100 * SAMPLES_PER_MS;

    /** What is as long as a few syllables can't correlate by accident. */
    private static final int TELLING = 500 * SAMPLES_PER_MS;

    private final short[] in = new short[KEPT];
    private final short[] out = new short[KEPT];
    private volatile long written;

    /** The same 20 ms of both directions. */
    void frame(short[] incoming, short[] outgoing) {
        long at = written;
        for (int i = 0; i + 1 < incoming.length; i += 2) {
            int slot = (int) (at++ % KEPT);
            in[slot] = (short) ((incoming[i] + incoming[i + 1]) / 2);
            out[slot] = (short) ((outgoing[i] + outgoing[i + 1]) / 2);
        }
        written = at;
    }

    /** Whether what came in between two positions of the call's audio, in ms, is mostly our own voice. */
    boolean echo(long fromMs, long toMs) {
        long now = written;
        long to = Math.min(toMs * SAMPLES_PER_MS, now);
        long from = Math.max(Math.max(fromMs * SAMPLES_PER_MS, to - LONGEST), oldest(now));
        return from >= 0 && to - from >= SHORTEST && correlation(from, to) >= ECHO;
    }

    /**
     * Whether the signal itself shows the caller between two positions of the call's audio, in ms, whatever was
     * recognised; empty when the sound of then is not there any more, or not yet.
     */
    Optional<Boolean> caller(long fromMs, long toMs) {
        long now = written;
        long to = toMs * SAMPLES_PER_MS;
        long first = Math.max(0, Math.min(fromMs * SAMPLES_PER_MS, to - TELLING));
        if (to > now || first < oldest(now) || to - first < SHORTEST) {
            return Optional.empty();
        }
        long pieces = Math.max(1, (to - first) / TELLING);
        for (long piece = 0; piece < pieces; piece++) {
            long from = first + (to - first) * piece / pieces;
            long end = first + (to - first) * (piece + 1) / pieces;
            boolean audible = energy(in, from, end) >= AUDIBLE * AUDIBLE * (end - from);
            if (!audible || correlation(from, end) >= CALLER) {
                return Optional.of(false);
            }
        }
        return Optional.of(true);
    }

    /** The oldest position that can be compared at every lag. */
    private static long oldest(long now) {
        return now - KEPT + LAGS + SHORTEST;
    }

    private double correlation(long from, long to) {
        double incoming = energy(in, from, to);
        double best = 0;
        for (int lag = 0; lag < LAGS && from - lag >= 0; lag++) {
            double outgoing = energyAt(from - lag, to - lag, lag == 0);
            if (outgoing > 0 && incoming > 0) {
                double product = product(from, to, lag);
                best = Math.max(best, Math.abs(product) / Math.sqrt(incoming * outgoing));
            }
        }
        return best;
    }

    private double slidingEnergy;

    /** Energy of what went out, moved back by one sample from call to call. */
    private double energyAt(long from, long to, boolean fresh) {
        if (fresh) {
            slidingEnergy = energy(out, from, to);
        } else {
            double enters = out[(int) (from % KEPT)];
            double leaves = out[(int) (to % KEPT)];
            slidingEnergy += enters * enters - leaves * leaves;
        }
        return slidingEnergy;
    }

    private double product(long from, long to, int lag) {
        long sum = 0;
        int a = (int) (from % KEPT);
        int b = (int) ((from - lag) % KEPT);
        for (long i = from; i < to; i++) {
            sum += in[a] * out[b];
            a = a + 1 == KEPT ? 0 : a + 1;
            b = b + 1 == KEPT ? 0 : b + 1;
        }
        return sum;
    }

    private static double energy(short[] ring, long from, long to) {
        double energy = 0;
        for (long i = from; i < to; i++) {
            double sample = ring[(int) (i % KEPT)];
            energy += sample * sample;
        }
        return energy;
    }
}
