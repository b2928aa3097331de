package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmRulesTest {
    private static final String PRACTICE =
            """
            [practice]
            name = "Elm Road Family Medicine"
            type = "medical"
            timezone = "America/Chicago"
            [sip]
            pbx = "10.0.0.2"
            user = "700"
            password = "hush"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "Dr. Okafor"
            number = "412"
            """;
    private static final String MAIL =
            """
            [[alarms.mail]]
            name = "it-mail"
            server = "mail.practice.example"
            user = "anteroom"
            password-file = "mail-password"
            from = "anteroom@practice.example"
            to = ["it@practice.example"]
            """;
    private static final String WEBHOOK =
            """
            [[alarms.webhook]]
            name = "pager"
            level = 2
            after-minutes = 10
            url = "https://pager.example/anteroom"
            secret-file = "webhook-secret"
            """;

    @TempDir
    Path folder;

    @Test
    void takeChannelsAndKeepThemInTheEmergencyPlan() throws Exception {
        Config config = Config.load(file(MAIL + WEBHOOK));
        Path plan = folder.resolve("emergency-plan.toml");
        PlanFile.write(plan, EmergencyPlan.of(config));

        assertThat(config.alarms().mails()).hasSize(1);
        assertThat(PlanFile.read(plan, List.of()).alarms()).isEqualTo(config.alarms());
    }

    @Test
    void sayWhatIsWrongWithAMailChannel() {
        assertThat(problems(MAIL.replace("[\"it@practice.example\"]", "[]")))
                .containsExactly("alarms.mail[1].to: names nobody: add to = [\"it@practice.example\"]");
        assertThat(problems(MAIL.replace("[\"it@practice.example\"]", "[\"it\"]")))
                .singleElement()
                .asString()
                .contains("must be an e-mail address");
        assertThat(problems(MAIL.replace("password-file", "#password-file")))
                .singleElement()
                .asString()
                .contains("belong together");
        assertThat(problems(MAIL + "security = \"none\"\n"))
                .singleElement()
                .asString()
                .startsWith("alarms.mail[1].security")
                .contains("password-in-clear = true");
        assertThat(problems(MAIL + "security = \"none\"\npassword-in-clear = true\n"))
                .isEmpty();
    }

    @Test
    void sayWhatIsWrongWithAWebhook() {
        String only = WEBHOOK.replace("level = 2\nafter-minutes = 10\n", "");
        assertThat(problems(only)).isEmpty();
        assertThat(problems(only.replace("https://pager.example", "http://127.0.0.1:8080")))
                .isEmpty();
        assertThat(problems(only.replace("https://pager.example", "http://pager.example")))
                .singleElement()
                .asString()
                .contains("must begin with https://");
        assertThat(problems(only.replace("https://pager.example", "https://me:pw@pager.example")))
                .singleElement()
                .asString()
                .contains("without a name, a password");
        assertThat(problems(only.replace("pager.example", "pager.example/%zz")))
                .singleElement()
                .asString()
                .contains("must be https://HOST/PATH");
    }

    @Test
    void sayWhatIsWrongWithLevels() {
        assertThat(problems(WEBHOOK)).singleElement().asString().contains("no channel of level 1");
        assertThat(problems(MAIL + WEBHOOK.replace("after-minutes = 10", "after-minutes = 0")))
                .singleElement()
                .asString()
                .startsWith("alarms.webhook[1].after-minutes");
        assertThat(problems(MAIL + WEBHOOK + WEBHOOK.replace("pager", "boss").replace("level = 2", "level = 3")))
                .singleElement()
                .asString()
                .contains("more than that of every lower level");
        assertThat(problems(MAIL + WEBHOOK.replace("\"pager\"", "\"it-mail\"")))
                .singleElement()
                .asString()
                .contains("different names");
    }

    private List<String> problems(String channels) {
        try {
            Config.load(file(channels));
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream()
                    .map(problem -> problem.key() + ": " + problem.sentence())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String channels) throws IOException {
        return Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + channels);
    }
}
