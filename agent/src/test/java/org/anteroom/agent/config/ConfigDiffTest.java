package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.config.ConfigDiff.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of values and of keys. */
class ConfigDiffTest {
    private static final String FILE =
            """
            [practice]
            name = "Elm"
            type = "medical"
            timezone = "UTC"
            [practice.hours]
            monday = ["08:00-12:00"]
            [sip]
            pbx = "10.0.0.2"
            user = "700"
            password = "hush"
            port = 5060
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "Dr. Yu"
            number = "412"
            """;
    private static final String NURSES =
            """
            [[oncall.group]]
            name = "nurses"
            ring-seconds = 40
            [[oncall.group.target]]
            name = "Kim"
            number = "413"
            """;

    @TempDir
    Path folder;

    private Config config(String text) throws IOException, ConfigException {
        return Config.load(file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("anteroom.toml"), text);
    }

    @Test
    void tellsValuesThatAreNotTheDefault() throws Exception {
        List<Change> changes = ConfigDiff.fromDefaults(config(FILE + "[media]\nlast-port = 20001\n"));

        assertThat(changes)
                .contains(new Change("sip.pbx", "", "\"10.0.0.2\"", true))
                .contains(new Change("practice.hours.monday", "", "[\"08:00-12:00\"]", false))
                .contains(new Change("media.last-port", "16583", "20001", true))
                .contains(new Change("oncall.group[doctors].target[Dr. Yu].number", "", "\"412\"", false));
        assertThat(changes).extracting(Change::key).doesNotContain("sip.port", "oncall.group[doctors].ring-seconds");
    }

    @Test
    void showsNoPasswordAndStillComparesIt() throws Exception {
        Config before = config(FILE);
        Config after = config(FILE.replace("hush", "other"));

        assertThat(ConfigDiff.between(before, after))
                .containsExactly(new Change("sip.password", "(secret)", "(secret)", true));
        assertThat(ConfigDiff.fromDefaults(before).toString()).doesNotContain("hush");
        assertThat(PlacedValue.in(file(FILE), "sip.password").toString()).doesNotContain("hush");
    }

    @Test
    void oneGroupPutInBeforeAnotherIsNoDifferenceOfTheOther() throws Exception {
        Config before = config(FILE);
        Config after = config(FILE.replace("[[oncall.group]]", NURSES + "[[oncall.group]]"));

        assertThat(ConfigDiff.between(before, after))
                .containsExactly(
                        new Change("oncall.group[nurses].name", "", "\"nurses\"", false),
                        new Change("oncall.group[nurses].ring-seconds", "", "40", false),
                        new Change("oncall.group[nurses].target[Kim].name", "", "\"Kim\"", false),
                        new Change("oncall.group[nurses].target[Kim].number", "", "\"413\"", false),
                        new Change("oncall.group[nurses].target[Kim].kind", "", "\"person\"", false),
                        new Change("oncall.group[nurses].target[Kim].when", "", "\"always\"", false));
        assertThat(ConfigDiff.between(after, after)).isEmpty();
    }

    @Test
    void isIndifferentToOrderAndComments() throws Exception {
        assertThat(ConfigDiff.between(
                        config(FILE),
                        config("# later\n"
                                + FILE.replace("user = \"700\"\n", "")
                                        .replace("port = 5060", "port = 0x13c4\nuser = \"700\""))))
                .isEmpty();
    }

    @Test
    void findsWhereAFileSetsAKeyThoughItIsWrong() throws Exception {
        Path file = file(FILE.replace("port = 5060", "port = \"many\"") + NURSES);

        assertThat(PlacedValue.in(file, "sip.port")).containsExactly(new PlacedValue("sip.port", 11, "\"many\""));
        assertThat(PlacedValue.in(file, "oncall.group.target.number"))
                .containsExactly(
                        new PlacedValue("oncall.group[1].target[1].number", 16, "\"412\""),
                        new PlacedValue("oncall.group[2].target[1].number", 22, "\"413\""));
        assertThat(PlacedValue.in(file, "practice.hours.monday"))
                .containsExactly(new PlacedValue("practice.hours.monday", 6, "[\"08:00-12:00\"]"));
        assertThat(PlacedValue.in(file, "media.bind")).isEmpty();
        assertThatThrownBy(() -> PlacedValue.in(file("["), "media.bind")).isInstanceOf(ConfigException.class);
    }

    @Test
    void everyKeyOfTheReferenceIsExplained() throws IOException {
        StringBuilder reference = new StringBuilder();
        ConfigReference.write(reference);

        assertThat(KeyGuide.all()).hasSizeGreaterThan(80).allSatisfy(guide -> {
            assertThat(guide.doc()).as(guide.key()).isNotEmpty();
            assertThat(guide.type()).as(guide.key()).isNotEmpty();
            assertThat(reference.toString())
                    .contains(guide.key().substring(guide.key().lastIndexOf('.') + 1) + " = ");
            assertThat(KeyGuide.of(guide.key())).contains(guide);
        });
        assertThat(KeyGuide.all()).extracting(KeyGuide::key).doesNotHaveDuplicates();
    }

    @Test
    void explainsWithRangeDefaultAndWhatAChangeTakes() {
        KeyGuide ring = KeyGuide.of("oncall.group[2].ring-seconds").orElseThrow();
        assertThat(ring.type()).isEqualTo("whole number from 10 to 120");
        assertThat(ring.preset()).isEqualTo("25");
        assertThat(ring.restart()).isFalse();
        assertThat(KeyGuide.of("sip.port").orElseThrow().restart()).isTrue();
        assertThat(KeyGuide.of("sip.password").orElseThrow().instead()).isEqualTo("sip.password-file");
        assertThat(KeyGuide.of("practice.name").orElseThrow().required()).isTrue();
    }

    @Test
    void findsTheNearestKeyAndTheKeysOfASection() {
        assertThat(KeyGuide.nearest("calls.simltaneous")).isEqualTo("calls.simultaneous");
        assertThat(KeyGuide.nearest("ring-seconds")).isEqualTo("oncall.group.ring-seconds");
        assertThat(KeyGuide.under("watch")).extracting(KeyGuide::key).containsExactly("watch.port");
        assertThat(KeyGuide.under("sip.")).isEmpty();
        assertThat(KeyGuide.of("oncall")).isEmpty();
    }
}
