package org.anteroom.agent.config;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The last valid plan, beside the configuration: emergencies reach the on-call phones although configuration, database
 * or key are damaged. Holds no PHI; mode 0600 because the password of the extension may be in it.
 */
public final class PlanFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private PlanFile() {}

    /** Where the plan of a configuration file is kept. */
    public static Path beside(Path configFile) {
        return configFile.resolveSibling("emergency-plan.toml");
    }

    /** Writes the plan so that a power cut leaves either the old or the new one. */
    public static void write(Path file, EmergencyPlan plan) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text(plan));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /**
     * Reads a plan back with the same checks as a configuration.
     *
     * @throws ConfigException when there is none or it can't be used, with every problem
     */
    public static EmergencyPlan read(Path file, List<SectionCheck<?>> checks) throws ConfigException {
        return ConfigFile.load(file, EmergencyPlan.class, checks);
    }

    /** A sentence when others than its owner may read or write the plan, which can hold the password of the extension. */
    public static Optional<String> exposure(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            return OWNER.containsAll(mode)
                    ? Optional.empty()
                    : Optional.of("The plan " + file + " may be used by others (mode "
                            + PosixFilePermissions.toString(mode) + "). Mend it with: chmod 0600 " + file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(EmergencyPlan plan) {
        StringBuilder out = new StringBuilder("# Written by Anteroom from the last valid configuration; used when that"
                + " or the records can't be.\n");
        sections(out, plan, "");
        return out.toString();
    }

    private static void section(StringBuilder out, Record record, String path, boolean repeated) {
        out.append('\n')
                .append(repeated ? "[[" + path + "]]" : "[" + path + "]")
                .append('\n');
        for (Schema.Entry entry : Schema.entries(record.getClass())) {
            if (!entry.section()) {
                present(value(record, entry)).ifPresent(value -> out.append(entry.key())
                        .append(" = ")
                        .append(TomlText.of(value))
                        .append('\n'));
            }
        }
        sections(out, record, path + ".");
    }

    private static void sections(StringBuilder out, Record record, String prefix) {
        for (Schema.Entry entry : Schema.entries(record.getClass())) {
            if (entry.section()) {
                Object value = value(record, entry);
                List<?> inner = value instanceof List<?> list ? list : List.of(value);
                inner.forEach(each -> section(out, (Record) each, prefix + entry.key(), entry.list()));
            }
        }
    }

    private static Optional<Object> present(Object value) {
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        return value instanceof Optional<?> optional ? optional.map(Object.class::cast) : Optional.of(value);
    }

    private static Object value(Record record, Schema.Entry entry) {
        try {
            return entry.component().getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(record.getClass() + " does not give its " + entry.key(), e);
        }
    }
}
