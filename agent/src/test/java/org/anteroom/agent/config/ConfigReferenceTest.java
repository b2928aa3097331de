package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReferenceTest {
    @TempDir
    Path folder;

    @Test
    void namesEveryKeyOfEveryRecord() throws IOException {
        String reference = reference();

        assertThat(keys(Config.class)).hasSizeGreaterThan(50).allSatisfy(key -> assertThat(reference)
                .contains(key));
    }

    @Test
    void documentsEveryKey() {
        assertThat(entries(Config.class).filter(entry -> !entry.section()))
                .allSatisfy(entry -> assertThat(entry.about().doc()).hasSizeGreaterThan(5));
    }

    @Test
    void loadsAsItIsOnceThePasswordIsFilledIn() throws Exception {
        String filled = reference().replace("#password-file =", "password-file =");

        Config config = Config.load(Files.writeString(folder.resolve("anteroom.toml"), filled));

        assertThat(config.practice().name()).isEqualTo("Maple Street Dental");
        assertThat(config.sip().passwordFile()).contains(folder.resolve("sip-password"));
    }

    @Test
    void loadsWithEveryCommentedKeyTurnedOnButTheOptionsThatExcludeEachOther() throws Exception {
        String everything = reference().replaceAll("(?m)^#([a-z-]+ = )", "$1").replaceFirst("(?m)^password = .*$", "");

        Config config = Config.load(Files.writeString(folder.resolve("anteroom.toml"), everything));

        assertThat(config.practice().hours().monday()).hasSize(2);
        assertThat(config.media().bind()).isPresent();
    }

    @Test
    void escapesOnlyWhatTomlWantsEscaped() throws IOException {
        assertThat(reference()).contains("\"Dr. Reed's mobile\"");
    }

    @Test
    void keepsLinesShort() throws IOException {
        assertThat(reference().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    private static String reference() throws IOException {
        StringBuilder out = new StringBuilder();
        ConfigReference.write(out);
        return out.toString();
    }

    private static List<String> keys(Class<?> record) {
        return entries(record)
                .filter(entry -> !entry.section())
                .map(entry -> entry.key() + " = ")
                .toList();
    }

    private static Stream<Schema.Entry> entries(Class<?> record) {
        return Schema.entries(record).stream()
                .flatMap(entry ->
                        entry.section() ? Stream.concat(Stream.of(entry), entries(entry.type())) : Stream.of(entry));
    }
}
