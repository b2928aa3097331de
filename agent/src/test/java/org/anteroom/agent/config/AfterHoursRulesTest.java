package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterHoursRulesTest {
    private static final String PRACTICE =
            """
            [practice]
            name = "Maple Street Clinic"
            type = "medical"
            timezone = "UTC"
            [practice.hours]
            monday = ["08:00-17:00"]
            [[practice.holiday]]
            name = "Christmas Day"
            date = 2026-12-25
            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "pw"
            [desk]
            number = "300"
            """;

    private static final String DOCTOR =
            """
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            [[oncall.group.target]]
            name = "nurse"
            number = "202"
            """;

    @TempDir
    Path folder;

    private Config load(String more) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + more));
    }

    private List<Problem> problems(String more) {
        return catchThrowableOfType(() -> load(more), ConfigException.class).problems();
    }

    @Test
    void whoAsksForTheClinicianOnCallIsConnectedWhereNothingIsSaid() throws Exception {
        AfterHoursConfig rules = load(DOCTOR).afterHours();

        assertThat(Period.values())
                .allSatisfy(period -> assertThat(rules.clinician(period)).isEqualTo(ClinicianOutcome.CONNECT));
        assertThat(rules.callBackMinutes()).isEqualTo(30);
        assertThat(load(DOCTOR).practice().holidays())
                .containsExactly(new PracticeHoliday("Christmas Day", LocalDate.of(2026, 12, 25)));
    }

    @Test
    void eachPeriodHasItsOwn() throws Exception {
        AfterHoursConfig rules = load(DOCTOR
                        + """
                        [after-hours]
                        night = "page"
                        weekend = "message"
                        lunch = "message"
                        closure = "page"
                        call-back-minutes = 45
                        contact = "302"
                        """)
                .afterHours();

        assertThat(rules.clinician(Period.NIGHT)).isEqualTo(ClinicianOutcome.PAGE);
        assertThat(rules.clinician(Period.WEEKEND)).isEqualTo(ClinicianOutcome.MESSAGE);
        assertThat(rules.clinician(Period.LUNCH)).isEqualTo(ClinicianOutcome.MESSAGE);
        assertThat(rules.clinician(Period.HOLIDAY)).isEqualTo(ClinicianOutcome.CONNECT);
        assertThat(rules.clinician(Period.CLOSURE)).isEqualTo(ClinicianOutcome.PAGE);
        assertThat(rules.contact()).contains("302");
    }

    @Test
    void nobodyToConnectOrPageIsRefused() {
        String servicesOnly =
                """
                [[oncall.group]]
                name = "county"
                [[oncall.group.target]]
                name = "whoever"
                rota = "county"
                [[oncall.person]]
                name = "county"
                numbers = ["911"]
                kind = "service"
                state-law-checked = 2026-01-15
                [[oncall.rota]]
                name = "county"
                turns = ["county"]
                first-week = 2026-01-05
                [after-hours]
                lunch = "message"
                night = "message"
                weekend = "page"
                """;

        assertThat(problems(servicesOnly)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("after-hours.weekend");
            assertThat(problem.sentence())
                    .startsWith("is \"page\", but no person is on call while the practice is closed")
                    .contains("\"message\"");
        });
    }

    @Test
    void theContactIsAPersonOfThePractice() {
        assertThat(problems(DOCTOR + "[after-hours]\ncontact = \"911\"\n"))
                .extracting(Problem::key)
                .containsExactly("after-hours.contact");
        assertThat(problems(DOCTOR + "[after-hours]\ncontact = \"100\"\n"))
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("own extension");
        assertThat(problems(DOCTOR + "[after-hours]\ncall-back-minutes = 5\n"))
                .extracting(Problem::key)
                .containsExactly("after-hours.call-back-minutes");
        assertThat(problems(DOCTOR + "[after-hours]\nnight = \"voicemail\"\n"))
                .extracting(Problem::sentence)
                .containsExactly("must be one of \"connect\", \"page\", \"message\"");
    }

    @Test
    void aPromiseOfWhichNobodyWouldHearIsDoubted() throws Exception {
        assertThat(Doubts.of(load(DOCTOR + "[after-hours]\nnight = \"page\"\n")))
                .extracting(Doubt::key)
                .contains("after-hours.contact");
        assertThat(Doubts.of(load(DOCTOR + "[after-hours]\nnight = \"page\"\ncontact = \"302\"\n")))
                .extracting(Doubt::key)
                .doesNotContain("after-hours.contact");
    }
}
