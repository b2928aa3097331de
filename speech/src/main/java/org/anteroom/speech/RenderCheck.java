package org.anteroom.speech;

import java.util.List;
import java.util.Optional;

/**
 * Whether synthesised audio may be played. The synthesiser's failures are loud: a sentence can collapse into a full-scale
 * blast and silence. Reasons name what was measured, never what is said. All audio is 8 kHz.
 */
final class RenderCheck {
    private static final double BLAST_DB = -8;
    private static final double BLAST_PEAK = 0.92;
    private static final double FINISHED_BLAST_DB = -5;
    private static final int LONGEST_HOLE_MS = 900;
    private static final double SILENT_DB = -35;
    private static final double LEAST_ACTIVE = 0.35;
    private static final double FINISHED_PEAK = Math.pow(10, (Loudness.PEAK_DB + 0.1) / 20);
    private static final int SHORTEST_WORD_MS = 70;
    private static final int LONGEST_WORD_MS = 1_100;
    private static final int LONGEST_PAUSE_MS = 800;

    private RenderCheck() {}

    /** What is wrong with audio as it comes from the synthesiser (any piece of it), if anything. */
    static Optional<String> raw(short[] pcm) {
        if (Pcm.peak(pcm, 0, pcm.length) > BLAST_PEAK) {
            return Optional.of("its peaks reach full scale");
        }
        return blast(pcm, BLAST_DB);
    }

    /** What is wrong with a finished render of this text, if anything. */
    static Optional<String> finished(short[] pcm, String text) {
        List<String> tokens = SpokenTokens.of(text);
        int words = (int) tokens.stream().filter(SpokenTokens::isWord).count();
        return finished(pcm, words, tokens.size() - words);
    }

    /** What is wrong with a finished render of so many words and punctuation marks, if anything. */
    static Optional<String> finished(short[] pcm, int words, int marks) {
        int ms = pcm.length / 8;
        int shortest = words * SHORTEST_WORD_MS;
        int longest = words * LONGEST_WORD_MS + (marks + 1) * LONGEST_PAUSE_MS;
        if (ms < shortest || ms > longest) {
            return Optional.of("it takes " + ms + " ms where " + shortest + " to " + longest + " ms are plausible");
        }
        if (Pcm.peak(pcm, 0, pcm.length) > FINISHED_PEAK) {
            return Optional.of("its peaks are above " + Loudness.PEAK_DB + " dBFS");
        }
        double active = Loudness.activeDb(pcm);
        if (active < SILENT_DB) {
            return Optional.of("it is silent");
        }
        double share = Loudness.activeShare(pcm);
        if (share < LEAST_ACTIVE) {
            return Optional.of("only " + Math.round(share * 100) + " % of it is sound: it collapsed");
        }
        int hole = longestHoleMs(pcm);
        if (hole > LONGEST_HOLE_MS) {
            return Optional.of("it has a hole of " + hole + " ms");
        }
        return blast(pcm, FINISHED_BLAST_DB);
    }

    private static Optional<String> blast(short[] pcm, double limitDb) {
        for (int at = 0; at + Frames.SAMPLES_8K <= pcm.length; at += Frames.SAMPLES_8K) {
            double db = Pcm.level(pcm, at, Frames.SAMPLES_8K);
            if (db > limitDb) {
                return Optional.of("20 ms of it are as loud as " + Math.round(db) + " dBFS: a blast");
            }
        }
        return Optional.empty();
    }

    private static int longestHoleMs(short[] pcm) {
        int longest = 0;
        int hole = 0;
        for (int at = 0; at + Frames.SAMPLES_8K <= pcm.length; at += Frames.SAMPLES_8K) {
            hole = Loudness.isQuiet(pcm, at, Frames.SAMPLES_8K) ? hole + Frames.MS : 0;
            longest = Math.max(longest, hole);
        }
        return longest;
    }
}
