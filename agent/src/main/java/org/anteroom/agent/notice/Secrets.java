package org.anteroom.agent.notice;

import java.io.IOException;
import java.nio.file.Path;
import org.anteroom.agent.config.Secret;

/** Passwords and shared secrets, each the first line of a file of its own. */
final class Secrets {
    private Secrets() {}

    /** @throws IOException with a sentence when the file can't be read or holds too little */
    static Secret read(String key, Path file, int shortest) throws IOException {
        Secret line;
        try {
            line = Secret.firstLineOf(file);
        } catch (IOException e) {
            throw new IOException(
                    key + ": " + file + " can't be read (" + e.getClass().getSimpleName()
                            + "): make it, and let the service's user read it",
                    e);
        }
        if (line.reveal().length() < shortest) {
            throw new IOException(
                    key + ": the first line of " + file + " must hold " + shortest + " characters or more");
        }
        return line;
    }
}
