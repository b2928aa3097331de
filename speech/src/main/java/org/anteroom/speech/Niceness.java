package org.anteroom.speech;

import com.sun.jna.Native;

/**
 * Makes the calling thread yield to the media clock. Java's own thread priorities do nothing on Linux; its nice value is
 * per thread, and threads started by a lowered one (Vosk, MaryTTS) inherit it.
 */
public final class Niceness {
    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;
    private static final boolean THERE = register();

    private Niceness() {}

    /**
     * Lowers the calling thread's priority; can't be undone without privileges.
     *
     * @param nice 1 (a little) to 19 (only when nothing else runs)
     */
    public static void lower(int nice) {
        if (THERE) {
            setpriority(PRIO_PROCESS, THIS_THREAD, nice);
        }
    }

    private static boolean register() {
        try {
            Native.register(Niceness.class, "c");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    private static native int setpriority(int which, int who, int nice);
}
