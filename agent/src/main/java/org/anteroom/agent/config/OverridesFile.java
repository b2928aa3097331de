package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The overrides that were put in by command, beside the configuration; mode 0600, like the kept plan. */
public final class OverridesFile {
    /** The whole file. */
    record Content(@Key(name = "override", doc = "") List<OncallOverride> overrides) {
        Content {
            overrides = List.copyOf(overrides);
        }
    }

    private OverridesFile() {}

    /** Where the overrides of a configuration file are kept. */
    public static Path beside(Path configFile) {
        return configFile.resolveSibling("oncall-overrides.toml");
    }

    /** Writes them so that a power cut leaves either the old or the new ones. */
    public static void write(Path file, List<OncallOverride> overrides) throws IOException {
        KeptFile.write(
                file,
                "Written by: anteroom oncall override. Who is on call in somebody else's place.",
                new Content(overrides));
    }

    /**
     * Reads them; empty when none were ever put in.
     *
     * @throws ConfigException when the file can't be used, with every problem
     */
    public static Optional<List<OncallOverride>> read(Path file) throws ConfigException {
        return Files.notExists(file)
                ? Optional.empty()
                : Optional.of(KeptFile.read(file, Content.class, List.of()).overrides());
    }
}
