package org.anteroom.media;

/** One sound in a player's queue. */
public final class Playback {
    final Sound sound;
    final PlaybackListener listener;
    final long order;
    boolean begun;
    private volatile boolean over;

    Playback(Sound sound, PlaybackListener listener, long order) {
        this.sound = sound;
        this.listener = listener;
        this.order = order;
    }

    /** Whether it has finished or was stopped. Any thread. */
    public boolean over() {
        return over;
    }

    void end() {
        over = true;
    }
}
