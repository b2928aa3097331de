package org.anteroom.agent.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightTest {
    @TempDir
    Path folder;

    @Test
    void tellsAFileFromNone() throws Exception {
        assertThat(Sight.of(Files.writeString(folder.resolve("there"), ""))).isEqualTo(Sight.THERE);
        assertThat(Sight.of(folder.resolve("absent"))).isEqualTo(Sight.ABSENT);
    }

    @Test
    void doesNotTakeAFileThatItMayNotLookForForAbsent() throws Exception {
        // A name that is too long is refused by the system for everybody, root included, as a closed folder is for
        // others.
        assertThat(Sight.of(folder.resolve("x".repeat(300)))).isEqualTo(Sight.HIDDEN);
    }
}
