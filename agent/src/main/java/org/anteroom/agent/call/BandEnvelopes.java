package org.anteroom.agent.call;

/**
 * How alike two sounds move, in five bands of the voice: what is left of likeness when a room's reverberation, a jump of
 * the delay or a codec has taken the waveform's. A room lets every band die away slowly, so the earlier sound is compared as it is
 * and with such tails added. Pure.
 *
 * <pre>
 *   earlier   _#__#_          with a tail  _#=-_#=-
 *   later     ____#__#_       in a room    ____#=-_#=-      compared at every lag, 10 ms apart
 * </pre>
 */
final class BandEnvelopes {
    /** The tail of a sound that counts: what is older is too weak. */
    static final int TAIL_MS = 1_000;

    private static final int FRAME_MS = 10;
    private static final double[][] BANDS_HZ = {{150, 350}, {350, 600}, {600, 900}, {900, 1_300}, {1_300, 1_900}};

    /** Rooms: the time in which sound dies away by 60 dB, in s, and the tail's strength; the first is no room. */
    private static final double[][] ROOMS = {{0.3, 0}, {0.3, 0.5}, {0.6, 4}, {1.0, 4}};

    private final int perSecond;
    private final int frame;

    /** @param perSecond samples in a second of the sounds */
    BandEnvelopes(int perSecond) {
        this.perSecond = perSecond;
        this.frame = perSecond * FRAME_MS / 1_000;
    }

    /**
     * The highest correlation, 0 to 1, over lags and rooms.
     *
     * @param earlier ends when {@code later} ends and begins before it by the longest lag and {@link #TAIL_MS}
     */
    double likeness(float[] later, float[] earlier) {
        int frames = later.length / frame;
        int before = (earlier.length - later.length) / frame;
        int first = earlier.length - later.length - before * frame;
        double[][] heard = energies(later, 0, frames);
        double[][] said = energies(earlier, first, before + frames);
        double own = 0;
        for (double[] band : heard) {
            compress(band);
            own += centre(band);
        }
        double best = 0;
        for (double[] room : ROOMS) {
            best = Math.max(best, likeness(heard, own, inRoom(said, room), before));
        }
        return best;
    }

    private static double likeness(double[][] heard, double own, double[][] said, int before) {
        int frames = heard[0].length;
        double best = 0;
        for (int start = TAIL_MS / FRAME_MS; start <= before; start++) {
            double product = 0;
            double other = 0;
            for (int band = 0; band < heard.length; band++) {
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < frames; i++) {
                    double value = said[band][start + i];
                    product += heard[band][i] * value;
                    sum += value;
                    squares += value * value;
                }
                other += squares - sum * sum / frames;
            }
            if (own > 0 && other > 0) {
                best = Math.max(best, product / Math.sqrt(own * other));
            }
        }
        return best;
    }

    private static double[][] inRoom(double[][] energies, double[] room) {
        double decay = Math.pow(10, -6 * FRAME_MS / 1_000.0 / room[0]);
        double[][] sounding = new double[energies.length][];
        for (int band = 0; band < energies.length; band++) {
            double[] with = energies[band].clone();
            double tail = 0;
            for (int i = 0; i < with.length; i++) {
                with[i] += room[1] * tail;
                tail = decay * tail + (1 - decay) * energies[band][i];
            }
            compress(with);
            sounding[band] = with;
        }
        return sounding;
    }

    /** The fourth root, as loudness goes: otherwise the loudest vowel is all that counts. */
    private static void compress(double[] band) {
        for (int i = 0; i < band.length; i++) {
            band[i] = Math.sqrt(Math.sqrt(band[i]));
        }
    }

    /** Takes the mean away; returns what moves, squared. */
    private static double centre(double[] band) {
        double mean = 0;
        for (double value : band) {
            mean += value / band.length;
        }
        double squares = 0;
        for (int i = 0; i < band.length; i++) {
            band[i] -= mean;
            squares += band[i] * band[i];
        }
        return squares;
    }

    private double[][] energies(float[] sound, int first, int frames) {
        double[][] energies = new double[BANDS_HZ.length][frames];
        for (int band = 0; band < BANDS_HZ.length; band++) {
            bandPass(sound, first, BANDS_HZ[band], energies[band]);
        }
        return energies;
    }

    /** Mean energy per frame of one band, through a second-order band-pass. */
    private void bandPass(float[] sound, int first, double[] edges, double[] into) {
        double middle = Math.sqrt(edges[0] * edges[1]);
        double angle = 2 * Math.PI * middle / perSecond;
        double alpha = Math.sin(angle) * (edges[1] - edges[0]) / (2 * middle);
        double gain = alpha / (1 + alpha);
        double back1 = 2 * Math.cos(angle) / (1 + alpha);
        double back2 = -(1 - alpha) / (1 + alpha);
        double in1 = 0;
        double in2 = 0;
        double out1 = 0;
        double out2 = 0;
        for (int f = 0; f < into.length; f++) {
            double energy = 0;
            for (int i = first + f * frame; i < first + (f + 1) * frame; i++) {
                double in = sound[i];
                double out = gain * (in - in2) + back1 * out1 + back2 * out2;
                in2 = in1;
                in1 = in;
                out2 = out1;
                out1 = out;
                energy += out * out;
            }
            into[f] = energy / frame;
        }
    }
}
