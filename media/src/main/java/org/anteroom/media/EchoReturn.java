package org.anteroom.media;

/**
 * Whether a line returns what we send. Silence while we speak shows that it doesn't:
 *
 * <pre>
 *   we send    ####### ###### #### #######
 *   comes in   ___________________________|      600 ms of it, 40 dB below us: nothing returns
 *   comes in   __####### ###### #### ######       an echo, or a caller over us: unknown
 * </pre>
 *
 * A line without echo is the usual one. A canceller has nothing to do there, and does harm: what it learned from a caller who
 * spoke over us it subtracts afterwards from silence, which leaves a ghost of our own voice for the recogniser. Media clock only.
 */
final class EchoReturn {
    /** Frames: no echo comes later. */
    private static final int LONGEST = SpeexEchoCanceller.TAIL / Pcm.FRAME;
    /** Frames: longer than the silence between an echo's words can be, whatever its delay. */
    private static final int ENOUGH = 30;
    /** Frames: sound came in for so long without another silence that the line may have changed. */
    private static final int DOUBT = 150;
    /** Power: our own pauses show nothing. */
    private static final double SPOKEN = 100.0 * 100.0;
    /** 40 dB. */
    private static final double FAINT = 1e-4;

    private final double[] sent = new double[LONGEST];
    private int next;
    private int silent;
    private int sounding;
    private boolean faint;
    private boolean none;

    /**
     * Takes one frame of both directions.
     *
     * @param concealed whether {@code near} was made up because nothing came: no silence of the line
     */
    void heard(short[] near, boolean concealed, short[] far) {
        sent[next] = power(far);
        next = (next + 1) % LONGEST;
        double loudest = 0;
        for (double power : sent) {
            loudest = Math.max(loudest, power);
        }
        faint = power(near) < loudest * FAINT;
        if (concealed || loudest < SPOKEN) {
            return;
        }
        if (faint) {
            silent++;
            if (silent >= ENOUGH) {
                none = true;
                sounding = 0;
            }
        } else {
            silent = 0;
            sounding++;
            none &= sounding < DOUBT;
        }
    }

    /** True when the line was shown to return nothing; false while that isn't known. */
    boolean none() {
        return none;
    }

    /** True when the last frame holds nothing to cancel: silence, or a line that was shown to return nothing. */
    boolean nothing() {
        return none || faint;
    }

    /** Mean square of a frame. */
    private static double power(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return sum / frame.length;
    }
}
