package org.anteroom.speech;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.util.Locale;

/**
 * libfvad's C functions, called through JNA in the library that libfvad-jni brings.
 *
 * <p>Its own Java class is not used: each of its calls keeps a copy of the frame for ever (57 MB per call and hour), and
 * it finds its instances in an unguarded map that all threads share.
 */
final class Fvad {
    private static final String FAILURE = register();

    private Fvad() {}

    /** Makes a detector or says why there can be none. */
    static Pointer open() {
        if (!FAILURE.isEmpty()) {
            throw new IllegalStateException(FAILURE);
        }
        Pointer instance = fvad_new();
        if (instance == null) {
            throw new IllegalStateException("the voice activity detector got no memory");
        }
        return instance;
    }

    private static String register() {
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String folder =
                switch (arch) {
                    case "amd64", "x86_64" -> "debian-amd64";
                    case "aarch64" -> "debian-arm64";
                    default -> "";
                };
        if (folder.isEmpty()) {
            return "there is no voice activity detector (libfvad) for " + arch + ": run on x86-64 or arm64";
        }
        try {
            Native.register(Fvad.class, library(folder));
            return "";
        } catch (IOException | UnsatisfiedLinkError e) {
            return "the voice activity detector (libfvad) can't be loaded (" + e.getMessage()
                    + "): make the temporary folder writable and executable, or set jna.tmpdir to one that is";
        }
    }

    /** The file in the installed application's folder of natives; in a build, what the jar has. */
    private static NativeLibrary library(String folder) throws IOException {
        try {
            return NativeLibrary.getInstance("libfvad-jni");
        } catch (UnsatisfiedLinkError notInstalled) {
            File unpacked = Native.extractFromResourcePath(
                    "/" + folder + "/liblibfvad-jni.so",
                    io.github.givimad.libfvadjni.VoiceActivityDetector.class.getClassLoader());
            return NativeLibrary.getInstance(unpacked.getAbsolutePath());
        }
    }

    static native Pointer fvad_new();

    static native void fvad_free(Pointer instance);

    static native int fvad_set_mode(Pointer instance, int mode);

    static native int fvad_set_sample_rate(Pointer instance, int hertz);

    /** 1 = voice, 0 = none, -1 = wrong length. */
    static native int fvad_process(Pointer instance, short[] frame, long length);
}
