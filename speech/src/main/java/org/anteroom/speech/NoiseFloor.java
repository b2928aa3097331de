package org.anteroom.speech;

import java.util.Arrays;

/**
 * The level of what is there when nobody speaks: the lowest smoothed level of the last second and a half. Speech has
 * dips, so the lowest level is the background even while somebody talks; a background that becomes louder is believed
 * after that time, one that becomes quieter at once. One thread, 20 ms frames.
 */
final class NoiseFloor {
    private static final int SLOTS = 8;
    private static final int FRAMES_PER_SLOT = 9;
    private static final double SMOOTHING = 0.4;
    /** No line is quieter: digital silence (nothing came, or a PBX that suppresses silence) must not make noise loud. */
    private static final double LOWEST_DB = -66;
    /** No background is louder at the start of a call: a caller who speaks from the first frame on is heard. */
    private static final double FIRST_DB = -40;

    private final double[] lowest = new double[SLOTS];
    private int slot;
    private int frames;
    private double smoothed = FIRST_DB;
    private boolean begun;

    NoiseFloor() {
        Arrays.fill(lowest, FIRST_DB);
    }

    /** Takes the level of the next 20 ms and returns the floor, both in dBFS. */
    double step(double levelDb) {
        double level = Math.max(levelDb, LOWEST_DB);
        smoothed = begun ? smoothed + SMOOTHING * (level - smoothed) : Math.min(level, FIRST_DB);
        begun = true;
        lowest[slot] = Math.min(lowest[slot], smoothed);
        if (++frames == FRAMES_PER_SLOT) {
            frames = 0;
            slot = (slot + 1) % SLOTS;
            lowest[slot] = smoothed;
        }
        double floor = lowest[0];
        for (double each : lowest) {
            floor = Math.min(floor, each);
        }
        return floor;
    }
}
