package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.interop.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentence model as it is installed: jars without natives in {@code lib}, natives in {@code native}. */
class EmbedderIT {
    private static final Path APP =
            Path.of(System.getProperty("anteroom.app", "target/anteroom")).toAbsolutePath();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void loadsWithTheStartScriptsOwnOptionsFromTheApplicationFolderAlone() throws Exception {
        try (ChildProcess process = ChildProcess.start(
                folder.toFile(),
                List.of(
                        "/usr/bin/env",
                        "-i",
                        "PATH=/usr/bin:/bin",
                        "JAVA_HOME=" + javaThatRunsInstead(InstalledEmbedder.class),
                        "ANTEROOM_JVM=-Djava.io.tmpdir=" + folder,
                        APP.resolve("bin/anteroom").toString()))) {
            boolean embedded = process.awaitLine(("vector of " + Embedder.SIZE)::equals, SOON);

            assertThat(embedded).as(process.output()).isTrue();
            assertThat(process.awaitExit(SOON)).isZero();
        }
        try (Stream<Path> unpacked = Files.walk(folder)) {
            assertThat(unpacked.map(Path::getFileName).map(Path::toString))
                    .as("natives that came out of a jar")
                    .noneMatch(name -> name.endsWith(".so"));
        }
    }

    @Test
    void oneRuntimeAloneIsInstalled() throws Exception {
        try (Stream<Path> lib = Files.list(APP.resolve("lib"));
                Stream<Path> natives = Files.list(APP.resolve("native"))) {
            assertThat(lib.map(each -> each.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("onnxruntime"))
                    .hasSize(1);
            assertThat(natives.map(each -> each.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("libonnxruntime"))
                    .containsExactlyInAnyOrder("libonnxruntime.so", "libonnxruntime4j_jni.so");
        }
    }

    /** A JAVA_HOME whose Java takes the start script's options, but runs a class of the tests in Anteroom's place. */
    private Path javaThatRunsInstead(Class<?> main) throws Exception {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Path tests =
                Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.writeString(
                java,
                """
                #!/bin/sh
                for each in "$@"; do
                  shift
                  case "$each" in
                    org.anteroom.agent.cli.Anteroom) each=%s ;;
                    */lib/\\*) each="$each:%s" ;;
                  esac
                  set -- "$@" "$each"
                done
                exec %s/bin/java "$@"
                """
                        .formatted(main.getName(), tests, System.getProperty("java.home")));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return folder.resolve("java");
    }
}
