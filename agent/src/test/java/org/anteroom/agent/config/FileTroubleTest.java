package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
    @TempDir
    Path folder;

    @Test
    void isSaidInTheSystemsWordsWithoutTheFile() {
        assertThat(FileTrouble.why(new AccessDeniedException("/x"))).isEqualTo("Permission denied");
        assertThat(FileTrouble.why(new NoSuchFileException("/x"))).isEqualTo("No such file or directory");
        assertThat(FileTrouble.why(new FileSystemException("/x", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileTrouble.why(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }

    @Test
    void isTheKindOfFaultWhereNoWordsAreTheSystems() {
        assertThat(FileTrouble.why(new FileSystemException("/x"))).isEqualTo("FileSystemException");
        assertThat(FileTrouble.why(new GeneralSecurityException("holds what not")))
                .isEqualTo("GeneralSecurityException");
    }

    @Test
    void isWhatTheSystemSaysOfAFolderThatIsNone() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        IOException refused = catchThrowableOfType(() -> Files.createFile(file.resolve("inside")), IOException.class);

        assertThat(FileTrouble.why(refused)).isEqualTo("Not a directory");
    }
}
