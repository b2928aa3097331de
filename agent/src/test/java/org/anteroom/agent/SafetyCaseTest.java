package org.anteroom.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the safety case says proves something must exist. */
class SafetyCaseTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|Properties|IT))`");
    private static final Pattern PAGE = Pattern.compile("\\]\\(([^)#]+\\.md)\\)");

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Stream.of("media", "speech", "agent")
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .flatMap(SafetyCaseTest::under)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> under(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyTestAndPageItNamesExists() throws IOException {
        Path docs = ROOT.resolve("packaging/docs");
        String text = Files.readString(docs.resolve("safety-case.md"));
        assertThat(NAMED.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet()))
                .hasSizeGreaterThan(20)
                .isSubsetOf(tests());
        assertThat(PAGE.matcher(text).results().map(SafetyCaseTest::page).map(docs::resolve))
                .allSatisfy(page -> assertThat(page).exists());
    }

    private static String page(MatchResult result) {
        return result.group(1);
    }
}
