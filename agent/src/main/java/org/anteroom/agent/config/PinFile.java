package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The PINs for handing over and for overrides by phone, beside the configuration; mode 0600, like the kept plan. */
public final class PinFile {
    /** The whole file. */
    record Content(@Key(name = "pin", doc = "") List<OncallPin> pins) {
        Content {
            pins = List.copyOf(pins);
        }
    }

    private PinFile() {}

    /** Where the PINs of a configuration file are kept that hand over the on-call phone. */
    public static Path beside(Path configFile) {
        return configFile.resolveSibling("oncall-pins.toml");
    }

    /** Where those are kept that are for overrides by phone. */
    public static Path ofStaffBeside(Path configFile) {
        return configFile.resolveSibling("staff-pins.toml");
    }

    /** Writes them so that a power cut leaves either the old or the new ones. */
    public static void write(Path file, List<OncallPin> pins) throws IOException {
        KeptFile.write(
                file,
                "Written by: anteroom oncall pin, or anteroom staff pin. Hashes of PINs; the PINs can't be read back.",
                new Content(pins));
    }

    /**
     * Reads them; none when none were ever made.
     *
     * @throws ConfigException when the file can't be used, with every problem
     */
    public static List<OncallPin> read(Path file) throws ConfigException {
        return Files.notExists(file)
                ? List.of()
                : KeptFile.read(file, Content.class, List.of()).pins();
    }
}
