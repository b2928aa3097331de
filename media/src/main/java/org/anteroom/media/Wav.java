package org.anteroom.media;

import java.io.IOException;
import java.nio.file.Path;

/** WAV files of 8 kHz mono: 16-bit PCM and mu-law. */
@SuppressWarnings("DoNotCallSuggester")
public final class Wav {
    private Wav() {}

    /** Reads a file. @throws IOException with a sentence that names the file and what is wrong with it */
    public static short[] read(Path file) throws IOException {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Writes 16-bit PCM. */
    public static void write(Path file, short[] pcm) throws IOException {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Writes mu-law, half the size. */
    public static void writeMuLaw(Path file, short[] pcm) throws IOException {
        throw new UnsupportedOperationException("not yet built");
    }
}
