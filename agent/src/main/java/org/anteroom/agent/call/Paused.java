package org.anteroom.agent.call;

import org.anteroom.media.Sound;

/** A sound with silence after it. One reader, as any sound. */
final class Paused implements Sound {
    private static final int SAMPLES_PER_MS = 8;

    private final Sound sound;
    private int left;
    private boolean over;

    Paused(Sound sound, int pauseMs) {
        this.sound = sound;
        this.left = pauseMs * SAMPLES_PER_MS;
    }

    @Override
    public int read(short[] into, int offset, int length) {
        int given = over ? -1 : sound.read(into, offset, length);
        if (given >= 0) {
            return given;
        }
        over = true;
        int silent = Math.min(left, length);
        if (silent == 0) {
            return -1;
        }
        left -= silent;
        for (int i = 0; i < silent; i++) {
            into[offset + i] = 0;
        }
        return silent;
    }
}
