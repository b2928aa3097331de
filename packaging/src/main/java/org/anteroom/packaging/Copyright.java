package org.anteroom.packaging;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The copyright file (DEP-5), held against what is installed: every library, native, model and sentence must be named in
 *  it by more than the paragraph for all, whatever it names must be there, each library once, and no library may hide a native.
 */
final class Copyright {

    /** Where the application folder is installed, as patterns of the file begin. */
    private static final String HOME = "usr/lib/anteroom/";

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|exe)");

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

    /** A sentence for each file of the application folder that isn't named, for each name without a file, for each library
     *  that is there in two versions, and for each that has natives inside.
     */
    List<String> differencesFrom(Path app) throws IOException {
        List<String> installed;
        try (Stream<Path> files = Files.walk(app)) {
            installed = files.filter(Files::isRegularFile)
                    .map(file -> HOME + app.relativize(file))
                    .sorted()
                    .toList();
        }
        List<String> wrong = differences(installed);
        for (String file : installed) {
            if (file.endsWith(".jar")) {
                wrong.addAll(natives(file, app.resolve(file.substring(HOME.length()))));
            }
        }
        return wrong;
    }

    /** Natives stand beside the libraries, where each is named; those inside would be unnamed, and of other platforms too. */
    private static List<String> natives(String file, Path jar) throws IOException {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            long natives = entries.stream()
                    .filter(entry -> NATIVE.matcher(entry.getName()).matches())
                    .count();
            return natives == 0
                    ? List.of()
                    : List.of(file + " has " + natives
                            + " natives inside: split it in agent/pom.xml, or build anew with mvn clean.");
        }
    }

    List<String> differences(List<String> installed) {
        List<String> wrong = new ArrayList<>();
        for (String file : installed) {
            if (patterns.stream().noneMatch(pattern -> fits(pattern, file))) {
                wrong.add(file + " is not named: add it under Files: with its copyright and licence.");
            }
        }
        for (String pattern : patterns) {
            List<String> named =
                    installed.stream().filter(file -> fits(pattern, file)).toList();
            if (named.isEmpty()) {
                wrong.add(pattern + " names nothing that is there: take it out.");
            } else if (named.size() > 1 && pattern.endsWith(".jar")) {
                wrong.add(pattern + " names " + String.join(" and ", named)
                        + ": build anew with mvn clean, or name each library by a pattern of its own.");
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
