package org.anteroom.media;

/**
 * Finds where a voice repeats itself, so that a piece may be left out or played twice without being heard (waveform similarity
 * overlap-add). Stateless apart from scratch memory; media clock only.
 */
final class TimeScaler {
    /** Samples that must be at hand to search. */
    static final int NEEDED = 280;

    private static final int SHORTEST = 20;
    private static final int LONGEST = 120;
    private static final int MATCH = 160;
    private static final int OVERLAP = 40;
    private static final double ALIKE = 0.7;

    private int bestLag;
    private double bestLikeness;

    private void search(short[] pcm) {
        bestLag = LONGEST;
        bestLikeness = -1;
        double energyHere = 1;
        for (int i = 0; i < MATCH; i++) {
            energyHere += pcm[i] * pcm[i];
        }
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            long product = 0;
            double energy = 1;
            for (int i = 0; i < MATCH; i++) {
                product += pcm[i] * pcm[i + lag];
                energy += pcm[i + lag] * pcm[i + lag];
            }
            double likeness = product / Math.sqrt(energy * energyHere);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                bestLag = lag;
            }
        }
    }

    /**
     * Makes one frame out of more than a frame.
     *
     * @param pcm {@link #NEEDED} samples; the first {@code offset} of {@code out} are filled
     * @return samples used up: 160 plus what was left out, or 160 when nothing could be left out unheard and {@code force} is off
     */
    int shorten(short[] pcm, short[] out, boolean force) {
        search(pcm);
        System.arraycopy(pcm, 0, out, 0, Pcm.FRAME);
        if (bestLikeness < ALIKE && !force) {
            return Pcm.FRAME;
        }
        Pcm.crossfade(out, 0, pcm, bestLag, OVERLAP);
        System.arraycopy(pcm, bestLag + OVERLAP, out, OVERLAP, Pcm.FRAME - OVERLAP);
        return Pcm.FRAME + bestLag;
    }

    /**
     * Makes one frame out of less than a frame: a piece is played twice.
     *
     * @return samples used up: 160 less what was repeated, or 160 when nothing could be repeated unheard and {@code force} is off
     */
    int lengthen(short[] pcm, short[] out, boolean force) {
        search(pcm);
        System.arraycopy(pcm, 0, out, 0, Pcm.FRAME);
        if (bestLikeness < ALIKE && !force) {
            return Pcm.FRAME;
        }
        int overlap = Math.min(OVERLAP, Pcm.FRAME - bestLag);
        Pcm.crossfade(out, bestLag, pcm, 0, overlap);
        System.arraycopy(pcm, overlap, out, bestLag + overlap, Pcm.FRAME - bestLag - overlap);
        return Pcm.FRAME - bestLag;
    }
}
