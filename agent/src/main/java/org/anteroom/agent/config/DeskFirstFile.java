package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Until when all calls are put to the desk, beside the configuration; mode 0600, like the closures. */
public final class DeskFirstFile {
    /** The whole file; the last one counts. */
    record Content(@Key(name = "desk-first", doc = "") List<DeskFirst> times) {
        Content {
            times = List.copyOf(times);
        }
    }

    private DeskFirstFile() {}

    /** Where that of a configuration file is kept. */
    public static Path beside(Path configFile) {
        return configFile.resolveSibling("desk-first.toml");
    }

    /** Writes it so that a power cut leaves either the old or the new one. */
    public static void write(Path file, Optional<DeskFirst> time) throws IOException {
        KeptFile.write(
                file,
                "Written by: anteroom desk. When all calls are put to the desk first.",
                new Content(time.stream().toList()));
    }

    /**
     * Reads it; empty when there is none.
     *
     * @throws ConfigException when the file can't be used, with every problem
     */
    public static Optional<DeskFirst> read(Path file) throws ConfigException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<DeskFirst> times = KeptFile.read(file, Content.class, List.of()).times();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() - 1));
    }
}
