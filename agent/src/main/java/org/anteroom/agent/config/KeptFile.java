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

/** Writes records as small files beside the configuration: whole or not at all, for their owner only. */
final class KeptFile {
    static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private KeptFile() {}

    /** Writes the content so that a power cut leaves either the old or the new one. */
    static void write(Path file, String heading, Record content) throws IOException {
        Keeper keeper = Keeper.of(file);
        keeper.mayBeUs(file);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text(heading, content));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        keeper.takes(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /** Reads one.
     *
     *  @throws ConfigException when it can't be used, with every problem
     */
    static <T extends Record> T read(Path file, Class<T> type, List<SectionCheck<?>> checks) throws ConfigException {
        Optional<String> stranger = Keeper.of(file).strangerTo(file);
        if (stranger.isPresent()) {
            throw new ConfigException(file, List.of(Problem.of("", stranger.get())));
        }
        return ConfigFile.load(file, type, checks);
    }

    private static String text(String heading, Record content) {
        StringBuilder out = new StringBuilder("# ").append(heading).append('\n');
        sections(out, content, "");
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

    static Optional<Object> present(Object value) {
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        return value instanceof Optional<?> optional ? optional.map(Object.class::cast) : Optional.of(value);
    }

    static Object value(Record record, Schema.Entry entry) {
        try {
            return entry.component().getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(record.getClass() + " does not give its " + entry.key(), e);
        }
    }
}
