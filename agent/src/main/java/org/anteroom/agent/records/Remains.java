package org.anteroom.agent.records;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What only a folder that held records has: beside it a missing or empty database was lost and is not a new one. */
final class Remains {
    private Remains() {}

    /** The audit anchor and the folder of recordings, each if it is there and not empty. */
    static List<Path> of(Path folder) throws IOException {
        List<Path> remains = new ArrayList<>();
        Path anchor = folder.resolve(AuditAnchor.FILE);
        if (Files.exists(anchor)) {
            remains.add(anchor);
        }
        Path recordings = folder.resolve(Recordings.FOLDER);
        if (Files.isDirectory(recordings) && !isEmpty(recordings)) {
            remains.add(recordings);
        }
        return remains;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
