package org.anteroom.media;

import java.util.Objects;

/** Something a {@link Player} can play: 8 kHz mono samples, pulled on the media clock. */
@FunctionalInterface
public interface Sound {
    /**
     * Gives the next samples without ever blocking. Runs on the media clock.
     *
     * @param into where they go
     * @param offset index of the first
     * @param length how many are wanted, at least 1
     * @return how many were given; 0 when none are ready yet (silence is sent meanwhile); -1 at the end
     */
    int read(short[] into, int offset, int length);

    /** A sound whose samples are all there; may be played once. The array is not copied and must not change. */
    static Sound of(short[] pcm) {
        return new PcmSound(Objects.requireNonNull(pcm, "pcm"));
    }
}
