package org.anteroom.media;

/** A soft 425 Hz note of 400 ms every two seconds at -36 dBFS: the caller on hold hears that the line is alive. Media clock only. */
final class ComfortTone {
    private static final int PERIOD = 2 * Pcm.RATE;
    private static final int NOTE = 400 * Pcm.SAMPLES_PER_MS;
    private static final int EDGE = 80 * Pcm.SAMPLES_PER_MS;
    private static final short[] SAMPLES = new short[NOTE];

    static {
        double amplitude = 32768 * Math.pow(10, -36 / 20.0) * Math.sqrt(2);
        for (int i = 0; i < NOTE; i++) {
            double edge = Math.min(1, Math.min(i, NOTE - i) / (double) EDGE);
            SAMPLES[i] = Pcm.clip(amplitude * edge * Math.sin(2 * Math.PI * 425 * i / Pcm.RATE));
        }
    }

    private int position;

    void restart() {
        position = 0;
    }

    void read(short[] into) {
        for (int i = 0; i < Pcm.FRAME; i++) {
            into[i] = position < NOTE ? SAMPLES[position] : 0;
            position = (position + 1) % PERIOD;
        }
    }
}
