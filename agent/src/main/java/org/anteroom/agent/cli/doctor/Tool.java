package org.anteroom.agent.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of the system that are asked because Java can't: they only read. */
public final class Tool {
    private static final int MOST_BYTES = 1 << 20;

    private Tool() {}

    /** What it printed; empty where it is missing, refuses, or takes too long. */
    public static Optional<String> output(Duration within, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                byte[] bytes = process.getInputStream().readNBytes(MOST_BYTES);
                boolean done = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
                return done && process.exitValue() == 0
                        ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Whether there is such a program, also among those of root. */
    public static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Lines of the form {@code Name=value}. */
    public static Map<String, String> properties(String lines) {
        return lines.lines()
                .filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, last) -> last));
    }
}
