package org.anteroom.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;

/** Pieces of 8 kHz audio for tests: the recorded sentences, silence, noise, and what can be made of them. */
final class Audio {
    private Audio() {}

    /** A sentence made by src/test/audio/make.sh, about -20 dBFS. */
    static short[] sentence(String name) {
        try (InputStream in = Audio.class.getResourceAsStream(name + ".wav")) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + ".wav");
            }
            return Wav.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static short[] silence(int ms) {
        return new short[8 * ms];
    }

    /** White noise at this level, the same every time. */
    static short[] noise(int ms, double db) {
        Random random = new Random(42);
        short[] pcm = new short[8 * ms];
        double rms = 32768 * Math.pow(10, db / 20);
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = Pcm.clamp(random.nextGaussian() * rms);
        }
        return pcm;
    }

    static short[] sine(double hertz, int ms, double amplitude) {
        short[] pcm = new short[8 * ms];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = Pcm.clamp(32767 * amplitude * Math.sin(2 * Math.PI * hertz * i / 8000));
        }
        return pcm;
    }

    static short[] louder(short[] pcm, double db) {
        short[] out = new short[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            out[i] = Pcm.clamp(pcm[i] * Math.pow(10, db / 20));
        }
        return out;
    }

    static short[] join(short[]... pieces) {
        int length = 0;
        for (short[] piece : pieces) {
            length += piece.length;
        }
        short[] out = new short[length];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, out, at, piece.length);
            at += piece.length;
        }
        return out;
    }

    /** Both at once; as long as the first. */
    static short[] mix(short[] one, short[] other) {
        short[] out = one.clone();
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            out[i] = Pcm.clamp(one[i] + other[i]);
        }
        return out;
    }

    /** The 20 ms frame at this index. */
    static short[] frame(short[] pcm, int index) {
        short[] frame = new short[Frames.SAMPLES_8K];
        int from = index * Frames.SAMPLES_8K;
        System.arraycopy(pcm, from, frame, 0, Math.min(frame.length, pcm.length - from));
        return frame;
    }

    static int frames(short[] pcm) {
        return (pcm.length + Frames.SAMPLES_8K - 1) / Frames.SAMPLES_8K;
    }
}
