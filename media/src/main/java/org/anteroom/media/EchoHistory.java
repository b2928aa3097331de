package org.anteroom.media;

/**
 * What was sent and what came in, as long as the search for an echo looks back, newest last. Both with their treble raised: speech is then
 * nearer to noise, and a caller's voice disturbs what is learned of the line less. Media clock only.
 */
final class EchoHistory {
    /** Echoes this late are followed. */
    static final int LAGS = 320 * Pcm.SAMPLES_PER_MS;

    /** Frames that are kept together with what was sent over all lags before them. */
    static final int FRAMES = 50;

    static final int TAPS = 64;

    private static final float EMPHASIS = 0.9f;

    private final float[] far = new float[FRAMES * Pcm.FRAME + LAGS + TAPS + 1];
    private final float[] near = new float[FRAMES * Pcm.FRAME];
    private final float[] plainFar = new float[Pcm.FRAME + LAGS + TAPS];
    private float farBefore;
    private float nearBefore;

    void add(short[] nearFrame, short[] farFrame) {
        System.arraycopy(far, Pcm.FRAME, far, 0, far.length - Pcm.FRAME);
        System.arraycopy(near, Pcm.FRAME, near, 0, near.length - Pcm.FRAME);
        System.arraycopy(plainFar, Pcm.FRAME, plainFar, 0, plainFar.length - Pcm.FRAME);
        for (int i = 0; i < Pcm.FRAME; i++) {
            far[far.length - Pcm.FRAME + i] = farFrame[i] - EMPHASIS * farBefore;
            near[near.length - Pcm.FRAME + i] = nearFrame[i] - EMPHASIS * nearBefore;
            plainFar[plainFar.length - Pcm.FRAME + i] = farFrame[i];
            farBefore = farFrame[i];
            nearBefore = nearFrame[i];
        }
    }

    float[] far() {
        return far;
    }

    /** Where in {@link #far} a frame begins. */
    int farStart(int framesBack) {
        return far.length - (framesBack + 1) * Pcm.FRAME;
    }

    float[] near() {
        return near;
    }

    /** Where in {@link #near} a frame begins. */
    int nearStart(int framesBack) {
        return near.length - (framesBack + 1) * Pcm.FRAME;
    }

    /** What was sent, as it was. */
    float[] plainFar() {
        return plainFar;
    }

    int plainFarStart() {
        return plainFar.length - Pcm.FRAME;
    }

    /**
     * Energy of a frame with its treble raised.
     *
     * @param before the sample before its first
     */
    static float energy(short[] frame, short before) {
        float sum = 0;
        short last = before;
        for (int i = 0; i < Pcm.FRAME; i++) {
            float sample = frame[i] - EMPHASIS * last;
            last = frame[i];
            sum += sample * sample;
        }
        return sum;
    }

    /** Energy of the newest frame that came in. */
    float nearEnergy() {
        float sum = 0;
        for (int i = near.length - Pcm.FRAME; i < near.length; i++) {
            sum += near[i] * near[i];
        }
        return sum;
    }
}
