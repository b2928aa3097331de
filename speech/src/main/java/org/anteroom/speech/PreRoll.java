package org.anteroom.speech;

/** The last moments of audio that were not fed, kept so that a turn can begin before it was noticed. */
final class PreRoll {
    private final short[][] frames;
    private int next;
    private int held;

    PreRoll(int ms) {
        frames = new short[Frames.of(ms)][Frames.SAMPLES_16K];
    }

    void add(short[] frame16k) {
        System.arraycopy(frame16k, 0, frames[next], 0, Frames.SAMPLES_16K);
        next = (next + 1) % frames.length;
        held = Math.min(held + 1, frames.length);
    }

    /** How much is held, in ms. */
    int ms() {
        return held * Frames.MS;
    }

    /** Feeds what is held, oldest first, and forgets it: no audio is fed twice. */
    void feedTo(Recogniser recogniser) {
        for (int i = held; i > 0; i--) {
            recogniser.feed(frames[Math.floorMod(next - i, frames.length)], Frames.SAMPLES_16K);
        }
    }

    void clear() {
        held = 0;
    }
}
