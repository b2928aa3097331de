package org.anteroom.agent.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.anteroom.agent.config.FileTrouble;

/**
 * What SQLite itself doesn't notice: that its file was taken away or replaced, in which case it writes on to a file without a
 * name, and that the next message will find no room. Costs two system calls a look. Any thread.
 */
final class Footing {
    /** Less than a message and the journal of its call may need before the next look, in bytes. */
    private static final long ROOM = 256 * 1024;

    private final Path file;
    private final String identity;

    /** Remembers which file it is. */
    Footing(Path file) throws IOException {
        this.file = file;
        this.identity = identity(file);
    }

    /** What is wrong, and what to do; empty when all is well. */
    Optional<String> trouble() {
        try {
            if (!identity(file).equals(identity)) {
                return Optional.of(
                        "The database " + file + " was replaced while the service runs, so what is stored now"
                                + " would be lost. Stop the service, put the right file there, and start it again.");
            }
            // Not by its FileStore, which must find the mount in /proc and can't in some sandboxes.
            long room = file.toFile().getUsableSpace();
            return room >= ROOM
                    ? Optional.empty()
                    : Optional.of("The disk that holds " + file + " is full: " + room / 1024
                            + " kB are left. Free some space.");
        } catch (NoSuchFileException e) {
            return Optional.of("The database " + file + " was taken away while the service runs, so what is stored now"
                    + " would be lost. Put it back; if it is gone for good, stop the service, restore a backup, and start"
                    + " it again.");
        } catch (IOException e) {
            return Optional.of("The database " + file + " can't be looked at (" + FileTrouble.why(e)
                    + "). Check the disk and who owns its folder.");
        }
    }

    private static String identity(Path file) throws IOException {
        return String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }
}
