package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds the package from the same sources gets the same bytes: nothing in it tells when, where or by whom it was
 *  built.
 */
@Tag("interop")
class DebIT {

    private static final Path DEB = Path.of(System.getProperty("anteroom.deb", "target/anteroom.deb"));
    private static final Path AGAIN = Path.of(System.getProperty("anteroom.deb.again", "target/again/anteroom.deb"));
    private static final Instant BUILT = Instant.parse(System.getProperty("anteroom.built", "2026-01-01T00:00:00Z"));
    private static final Duration COMMAND = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void madeTwiceItIsTheSame() throws IOException {
        assertThat(Files.mismatch(DEB, AGAIN)).isEqualTo(-1);
    }

    @Test
    void everyFileAndFolderBearsTheDateOfTheSourcesAndIsRoots() throws Exception {
        String list = Peer.run(
                COMMAND,
                List.of("sh", "-c", "dpkg-deb --fsys-tarfile \"$0\" | TZ=UTC tar -tv --full-time", DEB.toString()));

        assertThat(list.lines()).hasSizeGreaterThan(100);
        String date = LocalDateTime.ofInstant(BUILT, ZoneOffset.UTC).toString().replace('T', ' ');
        assertThat(list.lines()).allMatch(line -> line.contains(date) && line.contains(" root/root "));
    }

    @Test
    void ourJarsBearItInside() throws Exception {
        Peer.run(COMMAND, List.of("dpkg-deb", "-x", DEB.toString(), folder.toString()));
        try (Stream<Path> jars = Files.list(folder.resolve("usr/lib/anteroom/lib"))) {
            List<Path> ours = jars.filter(
                            jar -> jar.getFileName().toString().matches("(agent|media|speech)-[0-9.]+\\.jar"))
                    .toList();
            assertThat(ours).hasSize(3);
            for (Path jar : ours) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    assertThat(zip.stream().map(ZipEntry::getTimeLocal))
                            .as(jar.getFileName().toString())
                            .containsOnly(LocalDateTime.ofInstant(BUILT, ZoneOffset.UTC));
                }
            }
        }
    }
}
