package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The closures that were put in by command, beside the configuration; mode 0600, like the kept plan. */
public final class ClosuresFile {
    /** The whole file. */
    record Content(@Key(name = "closure", doc = "") List<PracticeClosure> closures) {
        Content {
            closures = List.copyOf(closures);
        }
    }

    private ClosuresFile() {}

    /** Where the closures of a configuration file are kept. */
    public static Path beside(Path configFile) {
        return configFile.resolveSibling("closures.toml");
    }

    /** Writes them so that a power cut leaves either the old or the new ones. */
    public static void write(Path file, List<PracticeClosure> closures) throws IOException {
        KeptFile.write(
                file, "Written by: anteroom closure. When the practice is closed unplanned.", new Content(closures));
    }

    /**
     * Reads them; none when none were ever put in.
     *
     * @throws ConfigException when the file can't be used, with every problem
     */
    public static List<PracticeClosure> read(Path file) throws ConfigException {
        return Files.notExists(file)
                ? List.of()
                : KeptFile.read(file, Content.class, List.of()).closures();
    }
}
