package org.anteroom.media;

/** Sounds that tests recognise again. */
final class Tones {
    private Tones() {}

    static short[] sine(double hertz, int ms, double amplitude) {
        short[] pcm = new short[ms * Pcm.SAMPLES_PER_MS];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = Pcm.clip(amplitude * Math.sin(2 * Math.PI * hertz * i / Pcm.RATE));
        }
        return pcm;
    }

    /** A tone that never ends. */
    static Sound endless(double hertz, double amplitude) {
        long[] at = {0};
        return (into, offset, length) -> {
            for (int i = 0; i < length; i++) {
                into[offset + i] = Pcm.clip(amplitude * Math.sin(2 * Math.PI * hertz * at[0]++ / Pcm.RATE));
            }
            return length;
        };
    }

    static byte[] encoded(Codec codec, short[] pcm, int offset, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = G711.encode(codec, pcm[offset + i]);
        }
        return bytes;
    }
}
