package org.anteroom.media;

/** Told what became of a {@link Playback}: {@code STARTED} then {@code FINISHED} or {@code STOPPED}, or only {@code STOPPED}. */
@FunctionalInterface
public interface PlaybackListener {
    /**
     * Runs on the media clock: only post it somewhere, never block.
     *
     * @param playback the one that {@link Player#play} returned
     * @param event what happened
     * @param nanoTime {@link System#nanoTime} just after the frame concerned was handed to the network: for {@code STARTED}
     *     the first frame with sound of this playback, otherwise the first frame without it;
     *     with packets longer than 20 ms the packet itself may leave up to two ticks later
     */
    void playback(Playback playback, Event event, long nanoTime);

    /** What may happen to a playback. */
    enum Event {
        /** Its first samples were sent. */
        STARTED,
        /** It was sent to its end. */
        FINISHED,
        /** It was stopped before its end, or never began. */
        STOPPED
    }
}
