package org.anteroom.agent.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** What this user can tell of a file. */
public enum Sight {
    THERE,
    ABSENT,
    /** A folder above it can't be entered, so nobody can say from here whether it is there. */
    HIDDEN;

    public static Sight of(Path file) {
        if (Files.exists(file)) {
            return THERE;
        }
        // Neither of the two holds where the system refuses to look.
        return Files.notExists(file) ? ABSENT : HIDDEN;
    }
}
