package org.anteroom.media;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** The C functions of libspeexdsp 1.2 that are used here (speex_echo.h, speex_preprocess.h). Loading the class loads the library. */
final class Speexdsp {
    static final int ECHO_SET_SAMPLING_RATE = 24;
    static final int PREPROCESS_SET_NOISE_SUPPRESS = 18;
    static final int PREPROCESS_SET_ECHO_SUPPRESS = 20;
    static final int PREPROCESS_SET_ECHO_SUPPRESS_ACTIVE = 22;
    static final int PREPROCESS_SET_ECHO_STATE = 24;

    static {
        Native.register(Speexdsp.class, "libspeexdsp.so.1");
    }

    private Speexdsp() {}

    static native Pointer speex_echo_state_init(int frameSamples, int tailSamples);

    static native void speex_echo_state_destroy(Pointer state);

    static native int speex_echo_ctl(Pointer state, int request, IntByReference value);

    static native void speex_echo_cancellation(Pointer state, Pointer near, Pointer far, Pointer out);

    static native Pointer speex_preprocess_state_init(int frameSamples, int rate);

    static native void speex_preprocess_state_destroy(Pointer state);

    static native int speex_preprocess_ctl(Pointer state, int request, Pointer value);

    static native int speex_preprocess_run(Pointer state, Pointer samples);
}
