package org.anteroom.agent.interop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The programs that interop tests talk to. Without one of them a test is skipped with one line naming the package;
 *  where {@code ANTEROOM_INTEROP=required} says so, it fails.
 */
public final class Peers {

    private Peers() {}

    /** Skips or fails the test when the program isn't there. */
    public static void require(String program, String debianPackage) {
        boolean there = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (there) {
            return;
        }
        String line = program + " is not installed: apt install " + debianPackage;
        if ("required".equals(System.getenv("ANTEROOM_INTEROP"))) {
            Assertions.fail(line);
        }
        Assumptions.abort(line);
    }
}
