package org.anteroom.agent.rehearsal;

import java.util.Arrays;
import java.util.Random;

/**
 * Ways of speaking that a telephone caller in need may have, made from an ordinary recording at 8 kHz. The same recording gives
 * the same samples every time. Rough models, not people: what they take from the recogniser is what the real ones take.
 */
enum Manner {
    /** As recorded. */
    PLAIN {
        @Override
        double[] of(double[] voice) {
            return voice;
        }
    },
    /** Somebody who must not be heard, or lies far from the phone: {@value #QUIET_DBFS} dBFS while speaking. */
    QUIET {
        @Override
        double[] of(double[] voice) {
            double gain = FULL * Math.pow(10, QUIET_DBFS / 20.0) / level(voice);
            return Arrays.stream(voice).map(sample -> gain * sample).toArray();
        }
    },
    /** No tone: noise with the envelope that the voice's short-time spectra have. */
    WHISPERED {
        @Override
        double[] of(double[] voice) {
            double[] noise = new double[voice.length];
            Random random = new Random(voice.length);
            double[] window = window(SPECTRUM);
            for (int at = 0; at + SPECTRUM <= voice.length; at += SPECTRUM / 4) {
                double[] sizes = smooth(sizes(voice, at, window));
                add(noise, at, withRandomPhases(sizes, random), window);
            }
            return as(voice, noise);
        }
    },
    /** Half as slow again, consonants dull: drink, a sedative, a stroke. */
    SLURRED {
        @Override
        double[] of(double[] voice) {
            return as(voice, lowPassed(stretched(voice, 1.5), 2_500));
        }
    },
    /** The same with hardly a consonant left, and e no longer told from o. */
    SLURRED_BADLY {
        @Override
        double[] of(double[] voice) {
            return as(voice, lowPassed(stretched(voice, 1.5), 2_000));
        }
    },
    /** A shorter throat: pitch and formants up by a quarter, as fast as before. */
    CHILD {
        @Override
        double[] of(double[] voice) {
            return as(voice, resampled(stretched(voice, 1.25), 1.25));
        }
    };

    private static final int QUIET_DBFS = -45;
    private static final double FULL = 32_768;
    private static final int RATE = 8_000;
    /** 16 ms: too short to tell the harmonics of a voice apart, so that only its envelope is left. */
    private static final int SPECTRUM = 128;

    /** Pieces of 30 ms, laid half over each other where they fit best. */
    private static final int PIECE = 240;

    private static final int SEARCH = 80;
    private static final int TAPS = 101;
    private static final int FRAME = 160;
    /** Frames 26 dB below the loudest are pauses and don't count for the level. */
    private static final double PAUSE = 0.0025;

    abstract double[] of(double[] voice);

    /** The recording, spoken so. */
    short[] spoken(short[] pcm) {
        double[] voice = new double[pcm.length];
        Arrays.setAll(voice, i -> pcm[i]);
        double[] made = of(voice);
        short[] out = new short[made.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(made[i])));
        }
        return out;
    }

    /** Effective value of what is spoken, without the pauses. */
    static double level(double[] voice) {
        double[] powers = new double[Math.max(1, voice.length / FRAME)];
        for (int i = 0; i < Math.min(voice.length, powers.length * FRAME); i++) {
            powers[i / FRAME] += voice[i] * voice[i] / FRAME;
        }
        double loudest = Arrays.stream(powers).max().orElse(0);
        return Math.sqrt(Arrays.stream(powers)
                .filter(power -> power >= PAUSE * loudest)
                .average()
                .orElse(0));
    }

    /** At the level of another. */
    private static double[] as(double[] voice, double[] made) {
        double gain = level(voice) / Math.max(1e-9, level(made));
        return Arrays.stream(made).map(sample -> gain * sample).toArray();
    }

    /** Longer by the factor at the same pitch: overlap-add of pieces, each taken where it continues the one before best. */
    private static double[] stretched(double[] voice, double factor) {
        double[] out = new double[(int) (voice.length * factor) + PIECE];
        double[] window = window(PIECE);
        int half = PIECE / 2;
        int from = 0;
        for (int at = 0; at + PIECE <= out.length; at += half) {
            int wanted = (int) (at / factor);
            if (wanted + SEARCH + PIECE >= voice.length) {
                break;
            }
            from = at == 0 ? 0 : best(voice, from + half, wanted);
            for (int i = 0; i < PIECE; i++) {
                out[at + i] += window[i] * voice[from + i];
            }
        }
        return out;
    }

    private static int best(double[] voice, int natural, int wanted) {
        int best = Math.max(0, wanted);
        double most = Double.NEGATIVE_INFINITY;
        for (int from = Math.max(0, wanted - SEARCH); from <= wanted + SEARCH; from++) {
            double alike = 0;
            for (int i = 0; i < PIECE / 2 && natural + i < voice.length; i++) {
                alike += voice[natural + i] * voice[from + i];
            }
            if (alike > most) {
                most = alike;
                best = from;
            }
        }
        return best;
    }

    /** Faster and higher by the factor. */
    private static double[] resampled(double[] voice, double factor) {
        double[] clean = lowPassed(voice, RATE / 2.0 / factor);
        double[] out = new double[(int) ((voice.length - 1) / factor)];
        for (int i = 0; i < out.length; i++) {
            double at = i * factor;
            int whole = (int) at;
            double part = at - whole;
            out[i] = (1 - part) * clean[whole] + part * clean[whole + 1];
        }
        return out;
    }

    private static double[] lowPassed(double[] voice, double hertz) {
        double[] taps = new double[TAPS];
        double[] window = window(TAPS);
        double edge = 2 * hertz / RATE;
        for (int i = 0; i < TAPS; i++) {
            double x = Math.PI * (i - TAPS / 2);
            taps[i] = window[i] * (x == 0 ? edge : Math.sin(edge * x) / x);
        }
        double[] out = new double[voice.length];
        for (int i = 0; i < out.length; i++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int at = i + tap - TAPS / 2;
                out[i] += at >= 0 && at < voice.length ? taps[tap] * voice[at] : 0;
            }
        }
        return out;
    }

    private static double[] window(int length) {
        double[] window = new double[length];
        Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length));
        return window;
    }

    private static double[] sizes(double[] voice, int at, double[] window) {
        double[] sizes = new double[SPECTRUM / 2 + 1];
        for (int bin = 0; bin < sizes.length; bin++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < SPECTRUM; i++) {
                double sample = window[i] * voice[at + i];
                real += sample * Math.cos(2 * Math.PI * bin * i / SPECTRUM);
                imaginary -= sample * Math.sin(2 * Math.PI * bin * i / SPECTRUM);
            }
            sizes[bin] = Math.hypot(real, imaginary);
        }
        return sizes;
    }

    private static double[] smooth(double[] sizes) {
        double[] smooth = new double[sizes.length];
        Arrays.setAll(
                smooth,
                bin -> (sizes[Math.max(0, bin - 1)] + 2 * sizes[bin] + sizes[Math.min(sizes.length - 1, bin + 1)]) / 4);
        return smooth;
    }

    private static double[] withRandomPhases(double[] sizes, Random random) {
        double[] samples = new double[SPECTRUM];
        for (int bin = 1; bin < sizes.length - 1; bin++) {
            double phase = 2 * Math.PI * random.nextDouble();
            for (int i = 0; i < SPECTRUM; i++) {
                samples[i] += sizes[bin] * Math.cos(2 * Math.PI * bin * i / SPECTRUM + phase);
            }
        }
        return samples;
    }

    private static void add(double[] sum, int at, double[] piece, double[] window) {
        for (int i = 0; i < piece.length; i++) {
            sum[at + i] += window[i] * piece[i];
        }
    }
}
