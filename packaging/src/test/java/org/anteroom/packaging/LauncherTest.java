package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java {@code bin/anteroom} takes. */
class LauncherTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DEBIANS = "/usr/lib/jvm/java-17-openjdk-amd64";

    @TempDir
    Path folder;

    private Path launcher = Path.of("");

    /** The script, with a place of the test's own for Debian's Java. */
    @BeforeEach
    void copy() throws Exception {
        String script = Files.readString(Path.of("../agent/src/main/app/bin/anteroom"));
        assertThat(script).contains(DEBIANS);
        launcher = executable("bin/anteroom", script.replace(DEBIANS, folder + "/debian"));
        for (String tool : List.of("readlink", "dirname")) {
            Files.createSymbolicLink(
                    launcher.resolveSibling(tool),
                    Path.of(Peer.run(SOON, List.of("sh", "-c", "command -v " + tool))
                            .strip()));
        }
    }

    @Test
    void javaHomeGoesFirstThenDebiansJava17ThenWhateverIsFound() throws Exception {
        executable("bin/java", "#!/bin/sh\necho found");
        assertThat(launch("")).isEqualTo("found");

        executable("debian/bin/java", "#!/bin/sh\necho debian");
        assertThat(launch("")).isEqualTo("debian");

        executable("home/bin/java", "#!/bin/sh\necho home");
        assertThat(launch(folder + "/home")).isEqualTo("home");
    }

    @Test
    void withoutJavaItSaysSoAndIsTriedAgain() throws Exception {
        try (Peer peer = Peer.start(command(""))) {
            assertThat(peer.exit(SOON)).isEqualTo(75);
            assertThat(peer.output()).startsWith("anteroom: no Java found: install");
        }
    }

    private String launch(String javaHome) throws IOException, InterruptedException {
        return Peer.run(SOON, command(javaHome));
    }

    private List<String> command(String javaHome) {
        return List.of("env", "JAVA_HOME=" + javaHome, "PATH=" + launcher.getParent(), "/bin/sh", launcher.toString());
    }

    private Path executable(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
