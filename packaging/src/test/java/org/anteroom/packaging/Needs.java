package org.anteroom.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What the package's tests need of the machine they run on. Where something isn't there they are skipped with one line that
 *  names it; with {@code ANTEROOM_INTEROP=required} they fail.
 */
final class Needs {

    /** Names the Debian root that {@code .ci/run} makes. */
    static final String ROOT = "ANTEROOM_DEBIAN_ROOT";

    private static final Duration MADE_WITHIN = Duration.ofMinutes(5);
    /** A file that has not grown for so long was left by a run that was cut off. */
    private static final Duration STALLED = Duration.ofMinutes(2);

    private static final long LOOK_MILLIS = 200;

    private Needs() {}

    /** @param programs each with the Debian package that brings it */
    static void programs(Map<String, String> programs) {
        List<String> missing = new ArrayList<>();
        programs.forEach((program, debian) -> {
            if (!there(program)) {
                missing.add(program + " (apt install " + debian + ")");
            }
        });
        missing(missing);
    }

    /** A user who may boot a machine. Nobody need be root to run the other tests, so without it this is always skipped. */
    static void root() {
        if (!"root".equals(System.getProperty("user.name"))) {
            Assumptions.abort("The package's test needs the rights of root.");
        }
    }

    /** The archive of a Debian root; one that is being made beside it is waited for. */
    static Path debianRoot() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        Path archive = Path.of(System.getenv().getOrDefault(ROOT, "/nonexistent"));
        long deadline = System.nanoTime() + MADE_WITHIN.toNanos();
        while (!Files.isReadable(archive) && beingMade(archive) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
        if (!Files.isReadable(archive)) {
            missing.add("a Debian root, as .ci/run makes it, named by " + ROOT);
        }
        missing(missing);
        return archive;
    }

    private static boolean beingMade(Path archive) throws IOException {
        Path folder = archive.toAbsolutePath().getParent();
        String begun = archive.getFileName() + ".";
        if (folder == null || !Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> beside = Files.list(folder)) {
            Instant lately = Instant.now().minus(STALLED);
            return beside.filter(
                            file -> Objects.toString(file.getFileName(), "").startsWith(begun))
                    .anyMatch(file ->
                            Instant.ofEpochMilli(file.toFile().lastModified()).isAfter(lately));
        }
    }

    private static void missing(List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        String line = "The package's test needs: " + String.join(", ", missing);
        if ("required".equals(System.getenv("ANTEROOM_INTEROP"))) {
            Assertions.fail(line);
        }
        Assumptions.abort(line);
    }

    private static boolean there(String program) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
