package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The last valid plan, beside the configuration: emergencies reach the on-call phones although configuration, database
 * or key are damaged. Holds no PHI; mode 0600 because the password of the extension may be in it.
 */
public final class PlanFile {
    private PlanFile() {}

    /** Where the plan of a configuration file is kept. */
    public static Path beside(Path configFile) {
        return configFile.resolveSibling("emergency-plan.toml");
    }

    /** Writes the plan so that a power cut leaves either the old or the new one. */
    public static void write(Path file, EmergencyPlan plan) throws IOException {
        KeptFile.write(
                file,
                "Written by Anteroom from the last valid configuration; used when that or the records can't be.",
                plan);
    }

    /**
     * Reads a plan back with the same checks as a configuration.
     *
     * @throws ConfigException when there is none or it can't be used, with every problem
     */
    public static EmergencyPlan read(Path file, List<SectionCheck<?>> checks) throws ConfigException {
        return KeptFile.read(file, EmergencyPlan.class, checks);
    }

    /** A sentence when others than its owner may read or write the plan, which can hold the password of the extension. */
    public static Optional<String> exposure(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            return KeptFile.OWNER.containsAll(mode)
                    ? Optional.empty()
                    : Optional.of("The plan " + file + " may be used by others (mode "
                            + PosixFilePermissions.toString(mode) + "). Mend it with: chmod 0600 " + file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
