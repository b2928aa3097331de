package org.anteroom.media;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** The echo canceller of Debian's libspeexdsp1: an adaptive filter over the last 320 ms, then suppression of what is left. */
final class SpeexEchoCanceller implements EchoCanceller {
    static final int TAIL = 320 * Pcm.SAMPLES_PER_MS;

    private final Memory near = new Memory(Pcm.FRAME * Short.BYTES);
    private final Memory far = new Memory(Pcm.FRAME * Short.BYTES);
    private final Memory out = new Memory(Pcm.FRAME * Short.BYTES);
    private final Pointer filter;
    private final Pointer suppressor;

    SpeexEchoCanceller() {
        this(TAIL, -40, -15);
    }

    /**
     * For measurements.
     *
     * @param tailSamples longest echo that can be followed
     * @param suppressDb how far what is left is turned down when only echo is heard
     * @param suppressActiveDb the same while the caller speaks
     */
    SpeexEchoCanceller(int tailSamples, int suppressDb, int suppressActiveDb) {
        filter = Speexdsp.speex_echo_state_init(Pcm.FRAME, tailSamples);
        Speexdsp.speex_echo_ctl(filter, Speexdsp.ECHO_SET_SAMPLING_RATE, new IntByReference(Pcm.RATE));
        suppressor = Speexdsp.speex_preprocess_state_init(Pcm.FRAME, Pcm.RATE);
        set(Speexdsp.PREPROCESS_SET_NOISE_SUPPRESS, 0);
        set(Speexdsp.PREPROCESS_SET_ECHO_SUPPRESS, suppressDb);
        set(Speexdsp.PREPROCESS_SET_ECHO_SUPPRESS_ACTIVE, suppressActiveDb);
        Speexdsp.speex_preprocess_ctl(suppressor, Speexdsp.PREPROCESS_SET_ECHO_STATE, filter);
    }

    private void set(int request, int value) {
        Speexdsp.speex_preprocess_ctl(suppressor, request, new IntByReference(value).getPointer());
    }

    @Override
    public void cancel(short[] nearFrame, short[] farFrame, short[] outFrame) {
        filter(nearFrame, farFrame, outFrame);
        suppress(outFrame);
    }

    /** The adaptive filter alone. */
    void filter(short[] nearFrame, short[] farFrame, short[] outFrame) {
        near.write(0, nearFrame, 0, Pcm.FRAME);
        far.write(0, farFrame, 0, Pcm.FRAME);
        Speexdsp.speex_echo_cancellation(filter, near, far, out);
        out.read(0, outFrame, 0, Pcm.FRAME);
    }

    /** Turns down what the filter left in the frame, which must be the one it left last. */
    void suppress(short[] frame) {
        Speexdsp.speex_preprocess_run(suppressor, out);
        out.read(0, frame, 0, Pcm.FRAME);
    }

    @Override
    public void close() {
        Speexdsp.speex_preprocess_state_destroy(suppressor);
        Speexdsp.speex_echo_state_destroy(filter);
        near.close();
        far.close();
        out.close();
    }
}
