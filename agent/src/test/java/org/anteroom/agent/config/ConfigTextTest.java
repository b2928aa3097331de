package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTextTest {

    private static final Path FILE = Path.of("anteroom.toml");
    private static final String PRACTICE =
            """
            # Ours.
            [sip] # the old PBX
            pbx = "10.0.0.1"  # in the cellar
            #port = 5060
            password = "do not show"
            hidden = """
                    + "\"[sip]\"\n";

    @Test
    void changesAValueAndKeepsTheCommentBesideIt() throws ConfigException {
        assertThat(of(PRACTICE).with("sip.pbx", "pbx.example").toString())
                .isEqualTo(PRACTICE.replace("\"10.0.0.1\"", "\"pbx.example\""));
    }

    @Test
    void takesACommentedKeyIntoUse() throws ConfigException {
        assertThat(of(PRACTICE).with("sip.port", "5070").toString())
                .isEqualTo(PRACTICE.replace("#port = 5060", "port = 5070"));
    }

    @Test
    void addsAKeyToItsSectionAndASectionToTheFile() throws ConfigException {
        assertThat(of(PRACTICE)
                        .with("sip.user", "600")
                        .with("desk.number", "100")
                        .toString())
                .isEqualTo(PRACTICE + "user = \"600\"\n\n[desk]\nnumber = \"100\"\n");
    }

    @Test
    void commentsAPasswordOutWithoutKeepingIt() throws ConfigException {
        assertThat(of(PRACTICE).without("sip.password").toString())
                .contains("\n#password = \"\"\n")
                .doesNotContain("do not show");
    }

    @Test
    void replacesAListThatGoesOverSeveralLines() throws ConfigException {
        String text =
                "[practice.hours]\nmonday = [\n  \"08:00-12:00\", # the [morning]\n  \"13:00-17:00\",\n] # lunch\n"
                        + "tuesday = []\n";
        assertThat(of(text).with("practice.hours.monday", List.of("09:00-10:00"))
                        .toString())
                .isEqualTo("[practice.hours]\nmonday = [\"09:00-10:00\"] # lunch\ntuesday = []\n");
    }

    @Test
    void refusesWhatItCantFind() throws ConfigException {
        ConfigText unusual = of("sip = { pbx = \"a\" }\n");
        assertThatThrownBy(() -> unusual.with("sip.pbx", "b")).isInstanceOf(ConfigException.class);
    }

    @Test
    void fillsTheEmptyGroupOfTheReferenceInAndPutsFurtherOnesBehindIt() throws ConfigException {
        ConfigText reference = ConfigText.reference();
        ConfigText filled = reference.with(List.of(
                new PhoneGroup("on call", List.of(phone("Dr. Reed", "301"), phone("mobile", "5550142"))),
                new PhoneGroup("backup", List.of(phone("Dr. Yu", "302")))));
        assertThat(filled.groups()).hasSize(2);
        assertThat(filled.groups().get(0).phones()).extracting("number").containsExactly("301", "5550142");
        assertThat(comments(filled)).isEqualTo(comments(reference));
        assertThat(filled.toString())
                .containsSubsequence("Dr. Reed", "mobile", "backup", "Dr. Yu", "[[oncall.person]]");
    }

    @Test
    void keepsWhatElseIsSaidOfAPhone() throws ConfigException {
        String text =
                """
                [[oncall.group]]
                name = "first"
                ring-seconds = 40
                [[oncall.group.target]]
                # Two phones.
                name = "Dr. Reed"
                number = "301"
                when = "open"
                [[oncall.group.target]]
                name = "911"
                number = "911"
                kind = "service"
                """;
        ConfigText changed = of(text).with(List.of(new PhoneGroup("first", List.of(phone("Dr. R.", "301")))));
        assertThat(changed.toString())
                .isEqualTo(text.substring(0, text.lastIndexOf("[[oncall")).replace("Dr. Reed", "Dr. R."));
        assertThat(of(text).groups().get(0).phones())
                .extracting(PhoneGroup.Phone::person)
                .containsExactly(false, false);
    }

    @Test
    void givesValuesAsTheyAreTyped() throws ConfigException {
        assertThat(of("[sip]\npbx-port = 5070\nuser = \"\"\n").value("sip.pbx-port"))
                .contains("5070");
        assertThat(of("[sip]\nuser = \"\"\n").value("sip.user")).isEmpty();
        assertThat(of("[practice.hours]\nmonday = [\"08:00-12:00\", \"13:00-17:00\"]\n")
                        .value("practice.hours.monday"))
                .contains("08:00-12:00 13:00-17:00");
    }

    @Test
    void judgesAValueAsTheFileDoes() {
        assertThat(ConfigKey.problem("sip.pbx-port", "70000"))
                .hasValueSatisfying(said -> assertThat(said).contains("from 1 to 65535"));
        assertThat(ConfigKey.problem("sip.pbx-port", "5060")).isEmpty();
        assertThat(ConfigKey.problem("practice.type", "bakery"))
                .hasValueSatisfying(said -> assertThat(said).contains("\"dental\""));
        assertThat(ConfigKey.problem("sip.pxb", "x")).contains("there is no such key");
    }

    private static ConfigText of(String text) throws ConfigException {
        return ConfigText.of(FILE, text);
    }

    private static PhoneGroup.Phone phone(String name, String number) {
        return new PhoneGroup.Phone(name, number, true);
    }

    private static List<String> comments(ConfigText text) {
        return text.toString().lines().filter(line -> line.startsWith("#")).toList();
    }
}
