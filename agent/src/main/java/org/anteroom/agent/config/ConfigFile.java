package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a TOML file into a record and collects everything that is wrong with it. */
final class ConfigFile {
    private static final long LARGEST = 1 << 20;
    private static final Pattern DATE_IN_BRACKETS = Pattern.compile("(?s)\"{3}.*?\"{3}|'{3}.*?'{3}"
            + "|\"(?:\\\\.|[^\"\\\\\n])*\"|'[^'\n]*'|#[^\n]*"
            + "|(\\d{4}-\\d\\d-\\d\\d)]");
    private static final Comparator<Problem> IN_FILE_ORDER =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private ConfigFile() {}

    static Config load(Path file) throws ConfigException {
        Problems problems = new Problems();
        Config config = read(file, Config.class, problems);
        Rules.check(config, problems);
        problems.orThrow(file);
        return config;
    }

    static EmergencyPlan loadPlan(Path file) throws ConfigException {
        Problems problems = new Problems();
        EmergencyPlan plan = read(file, EmergencyPlan.class, problems);
        Rules.check(plan, problems);
        problems.orThrow(file);
        return plan;
    }

    /** The record in the file; throws when the record can't be made, and leaves lesser problems in {@code problems}. */
    private static <R extends Record> R read(Path file, Class<R> type, Problems problems) throws ConfigException {
        TomlParseResult toml = Toml.parse(datesApart(text(file)));
        if (toml.hasErrors()) {
            throw new ConfigException(
                    file,
                    toml.errors().stream()
                            .map(ConfigFile::problem)
                            .sorted(IN_FILE_ORDER)
                            .toList());
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Binder binder = new Binder(folder == null ? Path.of("/") : folder, problems);
        return binder.bind(type, toml).orElseThrow(() -> problems.exception(file));
    }

    /**
     * The parser takes a date right before a closing bracket, [2026-12-25], for one that goes on; a space between them
     * ends it. Strings and comments stay as they are.
     */
    private static String datesApart(String toml) {
        return DATE_IN_BRACKETS
                .matcher(toml)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) == null ? match.group() : match.group(1) + " ]"));
    }

    private static String text(Path file) throws ConfigException {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw unreadable(file, "is larger than 1 MB and can't be a configuration");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "does not exist; make one with: anteroom config init");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(
                    file,
                    "can't be read (" + e.getClass().getSimpleName()
                            + "); check that it is a file the service may read");
        }
    }

    private static ConfigException unreadable(Path file, String sentence) {
        return new ConfigException(file, List.of(Problem.of("", sentence)));
    }

    private static Problem problem(TomlParseError error) {
        String message = error.getMessage() == null ? "not TOML" : error.getMessage();
        return new Problem(error.position().line(), error.position().column(), "", "not TOML: " + message);
    }
}
