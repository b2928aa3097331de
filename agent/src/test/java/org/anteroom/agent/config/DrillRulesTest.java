package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillRulesTest {
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
            [drill]
            """;
    private static final String ACCOUNT = "user = \"299\"\npassword-file = \"drill-password\"\n";

    @TempDir
    Path folder;

    private Config load(String drill) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + drill));
    }

    private List<String> problems(String drill) throws IOException {
        try {
            Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + drill));
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream()
                    .map(problem -> problem.key() + ": " + problem.sentence())
                    .toList();
        }
    }

    @Test
    void withoutAnAccountThereAreNoDrills() throws Exception {
        assertThat(load("").drill().set()).isFalse();
        assertThat(problems("day = \"sunday\"\n")).singleElement().asString().startsWith("drill.user: is missing");
    }

    @Test
    void theAutomaticPhoneMayBeTheCallersOwn() throws Exception {
        DrillConfig drill = load(ACCOUNT + "auto-user = \"299\"\nday = \"sunday\"\ntime = \"03:00\"\n")
                .drill();
        assertThat(drill.day()).contains(DayOfWeek.SUNDAY);
        assertThat(drill.autoUser()).isEqualTo(drill.user());
    }

    @Test
    void whatADrillNeedsIsNamed() throws Exception {
        assertThat(problems("user = \"299\"\nauto-user = \"298\"\n"))
                .anyMatch(each -> each.startsWith("drill.password-file: is missing"))
                .anyMatch(each -> each.startsWith("drill.auto-password-file: is missing"));
        assertThat(problems(ACCOUNT)).singleElement().asString().contains("a drill needs a phone that rings");
    }

    @Test
    void aServiceIsRefusedAndAPhoneIsRungOnce() throws Exception {
        assertThat(problems(ACCOUNT + "phones = [\"911\"]\n"))
                .singleElement()
                .asString()
                .contains("not 911: that one is a service");
        assertThat(problems(ACCOUNT + "phones = [\"301\", \"301\"]\n"))
                .singleElement()
                .asString()
                .contains("twice");
    }

    @Test
    void peoplesPhonesDontRingByThemselvesInTheQuietHours() throws Exception {
        String night = "day = \"sunday\"\ntime = \"03:00\"\n";
        assertThat(problems(ACCOUNT + "phones = [\"301\"]\n" + night))
                .singleElement()
                .asString()
                .startsWith("drill.time: lies in the quiet hours");
        assertThat(problems(ACCOUNT + "phones = [\"301\"]\nday = \"sunday\"\ntime = \"12:00\"\n"))
                .isEmpty();
    }
}
