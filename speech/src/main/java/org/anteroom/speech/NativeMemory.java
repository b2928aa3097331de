package org.anteroom.speech;

import com.sun.jna.Native;

/** Gives freed native memory back to the system; glibc keeps a closed recogniser's otherwise. */
final class NativeMemory {
    private static final boolean THERE = register();

    private NativeMemory() {}

    /** Takes about 15 ms; nothing where the C library is not glibc. */
    static void trim() {
        if (THERE) {
            malloc_trim(0);
        }
    }

    private static boolean register() {
        try {
            Native.register(NativeMemory.class, "c");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    private static native int malloc_trim(long keep);
}
