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
 * What an alarm depends on takes more: see {@link #caller}, and packaging/docs/decisions/002-own-voice.md for the figures.
 *
 * <p>{@link #frame} runs on the media clock; the rest on the call's mailbox, which only looks at samples that are whole.
 */
final class EchoWatch {
    static final int LONGEST_LAG_MS = 600;

    /** Two unrelated voices stay below 0.3, an echo alone is above 0.9; with a caller a little louder over it, below this. */
    private static final double ECHO = 0.6;

    /** The waveform of an echo correlates more, but in rooms that blur it: then its bands do. */
    private static final double CALLER_WAVE = 0.45;

    private static final double CALLER_BANDS = 0.65;

    /** Echoes come back at -10 dB or less: a caller is louder than this share of our energy, -6 dB. */
    private static final double CALLER_SHARE = 0.25;

    /** Quieter than -60 dBFS nobody says anything that a recogniser makes words of. */
    private static final double AUDIBLE = 30;

    /** Pairs of samples are averaged: half the rate is enough, at a quarter of the work. */
    private static final int SAMPLES_PER_MS = 4;

    private static final int KEPT = 8_000 * SAMPLES_PER_MS;
    private static final int LAGS = LONGEST_LAG_MS * SAMPLES_PER_MS;
    private static final int TAIL = BandEnvelopes.TAIL_MS * SAMPLES_PER_MS;
    private static final int LONGEST = 1_400 * SAMPLES_PER_MS;
    private static final int SHORTEST = 100 * SAMPLES_PER_MS;

    /** What is as long as a few syllables can't correlate by accident. */
    private static final int TELLING = 700 * SAMPLES_PER_MS;

    /** Longer hits are ours and the caller's mixed, and would take long to look at. */
    private static final int LONGEST_HIT = 2_000 * SAMPLES_PER_MS;

    /** A syllable: the loudest one is compared with our loudest one of so long before. */
    private static final int SYLLABLE = 200 * SAMPLES_PER_MS;

    private static final int LOUDEST_BEFORE = 2_000 * SAMPLES_PER_MS;

    private final short[] in = new short[KEPT];
    private final short[] out = new short[KEPT];
    private final CrossCorrelation waves = new CrossCorrelation(8_192);
    private final BandEnvelopes bands = new BandEnvelopes(1_000 * SAMPLES_PER_MS);
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
        long from = Math.max(Math.max(fromMs * SAMPLES_PER_MS, to - LONGEST), oldest(now, LAGS));
        return from >= 0 && to - from >= SHORTEST && wave(from, to) >= ECHO;
    }

    /**
     * Whether the signal itself shows the caller between two positions of the call's audio, in ms, whatever was
     * recognised: all through it there is somebody loud enough to be no echo, and neither the waveform nor the movement of
     * its bands is ours. In doubt it is our own voice. Empty when the sound of then is not there any more, or not yet.
     */
    Optional<Boolean> caller(long fromMs, long toMs) {
        long now = written;
        long to = toMs * SAMPLES_PER_MS;
        long first = Math.max(0, Math.min(fromMs * SAMPLES_PER_MS, to - TELLING));
        if (to > now || first < oldest(now, LOUDEST_BEFORE) || to - first < SHORTEST) {
            return Optional.empty();
        }
        if (to - first > LONGEST_HIT) {
            return Optional.of(false);
        }
        long pieces = Math.max(1, (to - first) / TELLING);
        for (long piece = 0; piece < pieces; piece++) {
            long from = first + (to - first) * piece / pieces;
            long end = first + (to - first) * (piece + 1) / pieces;
            if (share(from, end) < CALLER_SHARE || wave(from, end) >= CALLER_WAVE || bands(from, end) >= CALLER_BANDS) {
                return Optional.of(false);
            }
        }
        return Optional.of(true);
    }

    /** The energy of the loudest syllable that came in, as a share of our loudest one; 0 when nothing audible came. */
    double share(long from, long to) {
        double incoming = loudest(copy(in, from, to));
        boolean audible = incoming >= AUDIBLE * AUDIBLE;
        return audible ? incoming / (loudest(copy(out, from - LOUDEST_BEFORE, to)) + 1) : 0;
    }

    /** How much of the waveform that came in is ours, 0 to 1. */
    double wave(long from, long to) {
        return waves.highest(copy(in, from, to), copy(out, from - LAGS, to));
    }

    /** How much of the movement of the bands that came in is ours, 0 to 1. */
    double bands(long from, long to) {
        return bands.likeness(copy(in, from, to), copy(out, from - LAGS - TAIL, to));
    }

    /** The oldest position before which so much can still be compared. */
    private static long oldest(long now, int before) {
        return now - KEPT + before + SHORTEST;
    }

    /** Silence before the call began. */
    private static float[] copy(short[] ring, long from, long to) {
        float[] sound = new float[(int) (to - from)];
        for (long i = Math.max(0, from); i < to; i++) {
            sound[(int) (i - from)] = ring[(int) (i % KEPT)];
        }
        return sound;
    }

    private static double loudest(float[] sound) {
        int length = Math.min(SYLLABLE, sound.length);
        double energy = 0;
        double loudest = 0;
        for (int i = 0; i < sound.length; i++) {
            energy += (double) sound[i] * sound[i];
            if (i >= length) {
                energy -= (double) sound[i - length] * sound[i - length];
            }
            loudest = Math.max(loudest, energy);
        }
        return loudest / length;
    }
}
