package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why the system refused a file, in the words that an operator knows from other programs and can search for. */
public final class FileTrouble {
    private FileTrouble() {}

    /** Without the name of the file, such as {@code No space left on device}; the kind of exception where it tells nothing. */
    public static String why(Exception refused) {
        if (refused instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (refused instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (refused instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        // What comes of reading or writing an open file is this class itself, with the system's words alone.
        String words = refused.getMessage();
        return refused.getClass() == IOException.class && words != null
                ? words
                : refused.getClass().getSimpleName();
    }
}
