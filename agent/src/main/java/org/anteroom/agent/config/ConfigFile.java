package org.anteroom.agent.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /**
     * Reads a file into a record.
     *
     * @throws ConfigException with everything that is wrong with the file
     */
    static <R extends Record> R load(Path file, Class<R> type, List<SectionCheck<?>> checks) throws ConfigException {
        TomlParseResult toml = parse(file);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Problems problems = new Problems();
        Binder binder = new Binder(folder == null ? Path.of("/") : folder, checks, problems);
        Optional<R> record = binder.bind(type, toml);
        if (record.isEmpty() || problems.any()) {
            throw problems.exception(file);
        }
        return record.get();
    }

    /**
     * Reads a file as TOML, whatever it says.
     *
     * @throws ConfigException when it can't be read, or is no TOML
     */
    static TomlParseResult parse(Path file) throws ConfigException {
        return toml(file, text(file));
    }

    /**
     * Parses the text of a file.
     *
     * @throws ConfigException when it isn't TOML
     */
    static TomlParseResult toml(Path file, String text) throws ConfigException {
        TomlParseResult toml = parse(text);
        if (toml.hasErrors()) {
            List<String> lines = text.lines().toList();
            throw new ConfigException(
                    file,
                    toml.errors().stream()
                            .map(error -> problem(error, lines))
                            .sorted(IN_FILE_ORDER)
                            .toList());
        }
        return toml;
    }

    static TomlParseResult parse(String text) {
        return Toml.parse(datesApart(text));
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
            throw unreadable(
                    file, "does not exist; name another with --config, or make one with: anteroom config init");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8 text");
        } catch (AccessDeniedException e) {
            throw unreadable(
                    file,
                    "can't be read (" + FileTrouble.why(e) + "); "
                            + Keeper.of(file).wayTo(file));
        } catch (IOException e) {
            throw unreadable(
                    file, "can't be read (" + FileTrouble.why(e) + "); check that it is a file the service may read");
        }
    }

    private static ConfigException unreadable(Path file, String sentence) {
        return new ConfigException(file, List.of(Problem.of("", sentence)));
    }

    /** What the parser found; its words hold what it stumbled over, which must not be a password. */
    private static Problem problem(TomlParseError error, List<String> lines) {
        int line = error.position().line();
        boolean secret =
                line >= 1 && line <= lines.size() && lines.get(line - 1).contains("password");
        String message = error.getMessage();
        String sentence = secret || message == null ? "the value must be text in quotes" : message;
        return new Problem(line, error.position().column(), "", "not TOML: " + sentence);
    }
}
