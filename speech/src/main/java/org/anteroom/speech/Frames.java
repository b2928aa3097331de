package org.anteroom.speech;

/** The grid of everything that is heard: 20 ms. */
final class Frames {
    static final int MS = 20;
    static final int SAMPLES_8K = 160;
    static final int SAMPLES_16K = 320;

    private Frames() {}

    static int of(int ms) {
        return (ms + MS - 1) / MS;
    }
}
