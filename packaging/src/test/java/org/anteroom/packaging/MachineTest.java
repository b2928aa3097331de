package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aBrokenArchiveIsAFaultAndNothingOfItStays() throws Exception {
        Path archive = Files.writeString(folder.resolve("debian.tar"), "no archive");
        Path root = Files.createDirectory(folder.resolve("root"));

        assertThatThrownBy(() -> Machine.boot(root, archive, "none")).isInstanceOf(IllegalStateException.class);
        assertThat(root).doesNotExist();
    }

    @Test
    void anArchiveWithoutSystemdIsAFaultToo() throws Exception {
        Path archive = folder.resolve("debian.tar");
        Files.writeString(folder.resolve("file"), "text");
        Peer.run(SOON, List.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "file"));
        Path root = Files.createDirectory(folder.resolve("root"));

        assertThatThrownBy(() -> Machine.boot(root, archive, "none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds no machine");
        assertThat(root).doesNotExist();
    }
}
