package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of one section that mean something else in another. */
class PhoneRulesTest {
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
            [desk]
            number = "400"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "Dr. Okafor"
            number = "412"
            [[oncall.group.target]]
            name = "county"
            number = "555 0199"
            kind = "service"
            state-law-checked = 2026-01-15
            """;
    private static final String ALARM =
            "[[alarms.phone]]\nname = \"owner\"\nlevel = 1\nafter-minutes = 0\nnumber = \"%s\"\n";
    private static final String DRILL =
            "[drill]\nuser = \"%s\"\npassword-file = \"p\"\nauto-user = \"%s\"\nauto-password-file = \"q\"\n";

    @TempDir
    Path folder;

    private List<String> problems(String more) throws IOException {
        try {
            Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + more));
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(Problem::key).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "9911", "988", "555 0199", "700"})
    void nobodyDialsAServiceOrUsForAnAlarmOrACallBack(String number) throws Exception {
        assertThat(problems(ALARM.formatted(number))).containsExactly("alarms.phone[1].number");
        assertThat(problems("[after-hours]\ncontact = \"" + number + "\"\n")).containsExactly("after-hours.contact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "9911", "988", "5550199"})
    void noDrillDialsAService(String number) throws Exception {
        String drill = DRILL.formatted("298", "299");
        assertThat(problems(drill + "dial = \"" + number + "\"\n")).containsExactly("drill.dial");
        assertThat(problems(drill + "dial = \"700\"\n"))
                .as("the extension itself may be dialled")
                .isEmpty();
    }

    @Test
    void thePhoneOfAPersonMayStandInSeveralSections() throws Exception {
        assertThat(problems(ALARM.formatted("412") + "[after-hours]\ncontact = \"412\"\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"700", "412", "400", "5550199"})
    void aPhoneOfADrillIsNobodyElses(String taken) throws Exception {
        assertThat(problems(DRILL.formatted("299", taken))).containsExactly("drill.auto-user");
        assertThat(problems(DRILL.formatted(taken, "298"))).containsExactly("drill.user");
        assertThat(problems(DRILL.formatted("299", "298"))).isEmpty();
    }
}
