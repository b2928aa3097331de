package org.anteroom.speech;

/**
 * A sentence that passed its checks.
 *
 * @param text as it was given, before normalisation
 * @param pcm 8 kHz mono, trimmed, active level about -17 dBFS, peaks at most -3 dBFS; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent")
public record Render(String text, short[] pcm) {
    /** Length in ms. */
    public int durationMs() {
        return pcm.length / 8;
    }
}
