package org.anteroom.media;

/** Plays sounds to one stream: pulled by the media clock, stops within one frame. */
@SuppressWarnings("DoNotCallSuggester")
public final class Player {
    Player() {}

    /** Queues a sound behind what plays. Any thread. */
    public Playback play(Sound sound, PlaybackListener listener) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Stops what plays and forgets what is queued: silence from the next tick on. Any thread. */
    public void stop() {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Whether anything plays or waits to be played. Any thread. */
    public boolean playing() {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Switches a quiet tone on or off that is heard while nothing else plays. Any thread. */
    public void comfortTone(boolean on) {
        throw new UnsupportedOperationException("not yet built");
    }
}
