package org.anteroom.agent.dialogue;

/**
 * A stretch of the call's audio that holds an answer, so that staff can hear it as it was said.
 *
 * @param fromMs milliseconds of the call's audio, 0 = its first frame
 * @param toMs end of the stretch, at least {@code fromMs}
 */
public record Clip(long fromMs, long toMs) {
    public Clip {
        if (fromMs < 0 || toMs < fromMs) {
            throw new IllegalArgumentException("a clip from " + fromMs + " to " + toMs + " ms is not a stretch");
        }
    }

    /** From the earlier beginning to the later end. */
    Clip join(Clip other) {
        return new Clip(Math.min(fromMs, other.fromMs), Math.max(toMs, other.toMs));
    }
}
