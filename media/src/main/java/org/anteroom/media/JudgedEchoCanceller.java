package org.anteroom.media;

/**
 * Two cancellers for one stream: the filter of libspeexdsp, which leaves a caller who speaks over our prompt intelligible but needs two
 * seconds to learn the line, and WebRTC's, which removes a prompt from its first word on but takes much of the caller with it. While
 * WebRTC finds nobody speaking its output is heard, background noise included; else the filter's. Measured in decision 001.
 */
final class JudgedEchoCanceller implements EchoCanceller {
    /** -58 dBFS: prompts alone leave -72 dBFS after WebRTC. */
    private static final double SOMEBODY_SPEAKS_RMS = 40;

    private static final int STAYS_OPEN_FRAMES = 15;
    private static final double CLOSING = 0.4;
    private static final int FADE = 5 * Pcm.SAMPLES_PER_MS;

    private final EchoCanceller filter;
    private final EchoCanceller judge;
    private final short[] judged = new short[Pcm.FRAME];
    private int open;
    private double share;

    /** Owns both. */
    JudgedEchoCanceller(EchoCanceller filter, EchoCanceller judge) {
        this.filter = filter;
        this.judge = judge;
    }

    @Override
    public void cancel(short[] near, short[] far, short[] out) {
        judge.cancel(near, far, judged);
        filter.cancel(near, far, out);
        open = Pcm.rms(judged, 0, Pcm.FRAME) > SOMEBODY_SPEAKS_RMS ? STAYS_OPEN_FRAMES : Math.max(0, open - 1);
        double next = open > 0 ? 1 : share * CLOSING;
        for (int i = 0; i < Pcm.FRAME; i++) {
            double now = share + (next - share) * Math.min(1, (i + 1) / (double) FADE);
            out[i] = Pcm.clip(now * out[i] + (1 - now) * judged[i]);
        }
        share = next;
    }

    @Override
    public void close() {
        try (filter) {
            judge.close();
        }
    }
}
