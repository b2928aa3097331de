package org.anteroom.media;

/**
 * Fills gaps with what the voice was just doing, in the manner of ITU-T G.711 Appendix I: the last pitch period is repeated, after 10 ms
 * the last two, after 20 ms the last three, joined by overlap-add, and fades to silence between 10 and 60 ms. Unlike the appendix it
 * adds no delay: the step where the gap begins is removed by a short offset that dies away.
 *
 * <pre>
 *   heard            | gap
 *   ...ABCDEFGH      | GH GH(10 ms) EFGHEFGH(20 ms) CDEFGH... fading     | silence from 60 ms
 *          `-pitch-' |                                                   | next heard sample: cross-faded in over 5 ms
 * </pre>
 */
public final class Concealment {
    static final int SILENT_AFTER = 60 * Pcm.SAMPLES_PER_MS;
    private static final int FULL_UNTIL = 10 * Pcm.SAMPLES_PER_MS;
    private static final int SHORTEST_PITCH = 40;
    private static final int LONGEST_PITCH = 120;
    private static final int MATCH = 160;
    private static final int STEP_FADE = 16;
    private static final int RETURN_FADE = 40;
    private static final int HISTORY = 3 * LONGEST_PITCH + LONGEST_PITCH / 4 + 1;

    private final short[] history = new short[HISTORY];
    private final short[] continued = new short[RETURN_FADE];
    private int concealed;
    private boolean muted;
    private int pitch;
    private int periods;
    private int position;
    private int step;

    /** Forgets the voice: the next gap is silent. */
    void mute() {
        if (concealed == 0) {
            muted = true;
        } else {
            concealed = Math.max(concealed, SILENT_AFTER);
        }
    }

    /** Whether made-up sound is being played or has faded out, that is: the last sample was not a heard one. */
    boolean active() {
        return concealed > 0;
    }

    /** Whether it has faded to silence. */
    boolean silent() {
        return concealed >= SILENT_AFTER;
    }

    /** Takes what was heard, blending it with what was made up when it ends a gap; changes the samples in place. */
    public void heard(short[] pcm, int offset, int length) {
        if (concealed > 0) {
            int fade = Math.min(RETURN_FADE, length);
            conceal(continued, 0, fade);
            for (int i = 0; i < fade; i++) {
                int weight = i + 1;
                pcm[offset + i] =
                        (short) ((continued[i] * (fade + 1 - weight) + pcm[offset + i] * weight) / (fade + 1));
            }
            concealed = 0;
        }
        muted = false;
        int kept = Math.max(0, HISTORY - length);
        System.arraycopy(history, HISTORY - kept, history, 0, kept);
        System.arraycopy(pcm, offset + length - (HISTORY - kept), history, kept, HISTORY - kept);
    }

    /** Makes up samples. */
    public void conceal(short[] out, int offset, int length) {
        if (concealed == 0) {
            begin();
        }
        for (int i = 0; i < length; i++) {
            out[offset + i] = concealed >= SILENT_AFTER ? 0 : next();
            concealed = Math.min(concealed + 1, SILENT_AFTER);
        }
    }

    private void begin() {
        if (muted) {
            concealed = SILENT_AFTER;
            return;
        }
        pitch = findPitch();
        periods = 1;
        position = 0;
        step = history[HISTORY - 1] - history[HISTORY - 1 - pitch];
    }

    private int findPitch() {
        int best = SHORTEST_PITCH;
        double bestScore = -1;
        int from = HISTORY - MATCH;
        for (int lag = SHORTEST_PITCH; lag <= LONGEST_PITCH; lag++) {
            long product = 0;
            long energy = 1;
            for (int i = from; i < HISTORY; i++) {
                product += history[i] * history[i - lag];
                energy += history[i - lag] * history[i - lag];
            }
            double score = product / Math.sqrt((double) energy);
            if (score > bestScore) {
                bestScore = score;
                best = lag;
            }
        }
        return best;
    }

    private short next() {
        int cycle = periods * pitch;
        int overlap = pitch / 4;
        double sample = history[HISTORY - cycle + position];
        int left = cycle - position;
        if (left <= overlap) {
            int following = periodsFrom(concealed + left) * pitch;
            double weight = (double) (overlap - left + 1) / (overlap + 1);
            sample += weight * (history[HISTORY - following - left] - sample);
        }
        position++;
        if (position == cycle) {
            position = 0;
            periods = periodsFrom(concealed + 1);
        }
        if (concealed < STEP_FADE) {
            sample += step * (double) (STEP_FADE - concealed) / (STEP_FADE + 1);
        }
        double gain = concealed < FULL_UNTIL ? 1 : (double) (SILENT_AFTER - concealed) / (SILENT_AFTER - FULL_UNTIL);
        return Pcm.clip(sample * gain);
    }

    private static int periodsFrom(int concealedSamples) {
        return Math.min(3, 1 + concealedSamples / FULL_UNTIL);
    }
}
