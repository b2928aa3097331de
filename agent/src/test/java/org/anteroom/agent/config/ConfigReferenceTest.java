package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
                .allSatisfy(entry ->
                        assertThat(entry.about().doc()).hasSizeGreaterThan(5).endsWith("."));
    }

    @Test
    void isRefusedAsWrittenBecauseOfEveryKeyThatMustBeFilledInAndNothingElse() throws IOException {
        assertThat(problems(reference()))
                .allSatisfy(problem -> assertThat(problem.sentence()).startsWith("is not filled in; "))
                .extracting(Problem::key)
                .containsExactly(
                        "practice.name",
                        "practice.type",
                        "practice.timezone",
                        "sip.pbx",
                        "sip.user",
                        "sip.password",
                        "oncall.group[1].name",
                        "oncall.group[1].target[1].name",
                        "oncall.group[1].target[1].number");
    }

    @Test
    void staysRefusedUntilTheLastEmptyKeyIsFilledInAndThenLoads() throws Exception {
        for (int left = FilledIn.VALUES.size(); left > 0; left--) {
            assertThat(problems(filledIn(FilledIn.VALUES.size() - left))).hasSize(left);
        }

        assertThat(load(filledIn(FilledIn.VALUES.size()))
                        .oncall()
                        .groups()
                        .get(0)
                        .targets()
                        .get(0)
                        .number())
                .contains("412");
    }

    @Test
    void takesAPasswordFileInThePlaceOfThePassword() throws Exception {
        String filled = filledIn(FilledIn.VALUES.size())
                .replaceFirst("(?m)^password = ", "#password = ")
                .replaceFirst("(?m)^#password-file = ", "password-file = ");

        assertThat(load(filled).sip().passwordFile()).contains(folder.resolve("sip-password"));
    }

    @Test
    void loadsWithEveryCommentedKeyTurnedOnButTheOptionsThatExcludeEachOther() throws Exception {
        String everything = filledIn(FilledIn.VALUES.size())
                .replaceAll("(?m)^#([a-z-]+ = )", "$1")
                .replaceFirst("(?m)^password = .*$", "")
                .replaceFirst("(?m)^rota = .*$", "");

        Config config = load(everything);

        assertThat(config.practice().hours().monday()).hasSize(2);
        assertThat(config.media().bind()).isPresent();
    }

    @Test
    void showsTheRotaAsACommentThatLoadsWhenItIsTurnedOn() throws Exception {
        String rota = filledIn(FilledIn.VALUES.size())
                .replaceAll("(?m)^#   ", "")
                .replaceFirst("(?s)\\[\\[oncall.rota.shift]].*?(?=\\[\\[oncall.rota.override)", "")
                .replaceFirst("\"Dr. Reed\", \"Dr. Yu\"", "\"Dr. Reed\"")
                .replaceFirst("who = \"Dr. Yu\"", "who = \"Dr. Reed\"");

        assertThat(load(rota).oncall().rotas().get(0).overrides()).hasSize(1);
    }

    @Test
    void setsNothingButWhatMustBeFilledIn() throws IOException {
        assertThat(reference().lines().filter(line -> line.matches("[a-z-]+ = .*")))
                .hasSize(FilledIn.VALUES.size())
                .allSatisfy(line -> assertThat(line).endsWith(" = \"\""));
    }

    @Test
    void saysOfEveryCommentedValueWhetherItIsTheDefaultOrAnExample() throws IOException {
        String text = reference().replace("\n# ", " ");

        assertThat(written(Config.class).filter(entry -> !entry.section() && !entry.toFillIn()))
                .allSatisfy(entry -> assertThat(text).contains(shown(entry)));
    }

    @Test
    void givesTheExampleOfAKeyToFillInAboveIt() throws IOException {
        assertThat(reference()).contains("# Name of the practice. For example \"Maple Street Dental\".\nname = \"\"\n");
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

    /** The end of the comment and the line below it. */
    private static String shown(Schema.Entry entry) {
        if (entry.list() && entry.about().example().isEmpty()) {
            return " Default: [].\n#" + entry.key() + " = []";
        }
        String value = entry.hasPreset() ? TomlText.preset(entry) : TomlText.example(entry);
        String word = entry.hasPreset() ? " Default: " : " For example ";
        return word + value + ".\n#" + entry.key() + " = " + value;
    }

    /** The reference after somebody has filled in its first keys. */
    private static String filledIn(int keys) throws IOException {
        String text = reference();
        for (String value : FilledIn.VALUES.subList(0, keys)) {
            text = text.replaceFirst("= \"\"", "= \"" + value + "\"");
        }
        return text;
    }

    private Config load(String toml) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml));
    }

    private List<Problem> problems(String toml) {
        return catchThrowableOfType(() -> load(toml), ConfigException.class).problems();
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

    /** The same without sections that most files do without. */
    private static Stream<Schema.Entry> written(Class<?> record) {
        return Schema.entries(record).stream()
                .filter(entry -> !entry.about().spare())
                .flatMap(entry ->
                        entry.section() ? Stream.concat(Stream.of(entry), written(entry.type())) : Stream.of(entry));
    }
}
