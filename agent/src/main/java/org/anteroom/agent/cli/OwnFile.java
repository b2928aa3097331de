package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that commands make for whoever runs them: mode 0600 from the first byte, and never in the place of another. */
final class OwnFile {

    private OwnFile() {}

    /** Before anything is asked for it.
     *
     *  @throws Failure when it is there
     */
    static void refuseExisting(Path file) throws Failure {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw there(file);
        }
    }

    /** @throws Failure when it is there, or can't be written */
    static void write(Path file, String text) throws Failure {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw there(file);
        } catch (IOException e) {
            throw Failure.failed(
                    file + " can't be written (" + e.getClass().getSimpleName() + "): take a folder of yours.");
        }
    }

    private static Failure there(Path file) {
        return Failure.failed(file + " is there already and is not written over: take another name.");
    }
}
