package org.anteroom.packaging;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The copyright file (DEP-5), held against what is installed: every library, native, model and sentence must be named in
 *  it by more than the paragraph for all, and whatever it names must be there.
 */
final class Copyright {

    /** Where the application folder is installed, as patterns of the file begin. */
    private static final String HOME = "usr/lib/anteroom/";

    private final List<String> patterns;

    private Copyright(List<String> patterns) {
        this.patterns = patterns;
    }

    static Copyright read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Copyright parse(String text) {
        List<String> patterns = new ArrayList<>();
        boolean files = false;
        for (String line : text.split("\n")) {
            files = line.startsWith("Files:") || (files && line.startsWith(" "));
            if (files) {
                Stream.of(line.replaceFirst("^Files:", "").strip().split("\\s+"))
                        .filter(each -> each.startsWith(HOME))
                        .forEach(patterns::add);
            }
        }
        return new Copyright(patterns);
    }

    /** A sentence for each file of the application folder that isn't named, and for each name without a file. */
    List<String> differencesFrom(Path app) throws IOException {
        List<String> installed;
        try (Stream<Path> files = Files.walk(app)) {
            installed = files.filter(Files::isRegularFile)
                    .map(file -> HOME + app.relativize(file))
                    .sorted()
                    .toList();
        }
        return differences(installed);
    }

    List<String> differences(List<String> installed) {
        List<String> wrong = new ArrayList<>();
        for (String file : installed) {
            if (patterns.stream().noneMatch(pattern -> fits(pattern, file))) {
                wrong.add(file + " is not named: add it under Files: with its copyright and licence.");
            }
        }
        for (String pattern : patterns) {
            if (installed.stream().noneMatch(file -> fits(pattern, file))) {
                wrong.add(pattern + " names nothing that is there: take it out.");
            }
        }
        return wrong;
    }

    /** As DEP-5 has it: * and ? stand for any characters, slashes among them. */
    private static boolean fits(String pattern, String file) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("*", "**"));
        return matcher.matches(Path.of(file));
    }
}
