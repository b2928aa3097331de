package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    Path folder;

    private Config config;
    private Path plan;

    @BeforeEach
    void loadAConfiguration() throws Exception {
        Path file = Files.writeString(
                folder.resolve("anteroom.toml"),
                """
                [practice]
                name = "Café d'Été \\"Dent\\" 東"
                type = "mental-health"
                timezone = "America/New_York"
                closed = [2026-12-25]
                [practice.hours]
                monday = ["08:00-12:00", "13:00-24:00"]
                [sip]
                pbx = "pbx.example"
                user = "200"
                password = "p\\"ss\\\\word"
                [speech]
                workers = 2
                [[oncall.group]]
                name = "first"
                [[oncall.group.target]]
                name = "Dr. Reed"
                number = "301"
                [[oncall.group.target]]
                name = "Dr. Yu"
                number = "302"
                when = "closed"
                [[oncall.group]]
                name = "second"
                ring-seconds = 40
                [[oncall.group.target]]
                name = "county"
                number = "+15550100"
                kind = "service"
                state-law-checked = 2026-01-15
                """);
        config = Config.load(file);
        plan = PlanFile.beside(file);
    }

    @Test
    void readsBackExactlyWhatWasWritten() throws Exception {
        PlanFile.write(plan, EmergencyPlan.of(config));

        assertThat(PlanFile.read(plan, List.of())).isEqualTo(EmergencyPlan.of(config));
    }

    @Test
    void holdsSocketAndRenderedSentencesSoThatItNeedsNothingElseOfTheConfiguration() throws Exception {
        PlanFile.write(plan, EmergencyPlan.of(config));

        EmergencyPlan kept = PlanFile.read(plan, List.of());

        assertThat(kept.control()).isEqualTo(config.control());
        assertThat(kept.speech().prompts()).contains(config.records().folder().resolve("prompts"));
    }

    @Test
    void saysThatOthersMayReadIt() throws Exception {
        PlanFile.write(plan, EmergencyPlan.of(config));
        assertThat(PlanFile.exposure(plan)).isEmpty();

        Files.setPosixFilePermissions(plan, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(PlanFile.exposure(plan))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("chmod 0600 " + plan));
    }

    @Test
    void isReadableByItsOwnerOnlyBecauseThePasswordMayBeInIt() throws Exception {
        PlanFile.write(plan, EmergencyPlan.of(config));

        assertThat(Files.getPosixFilePermissions(plan)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void replacesAnOlderPlanAndLeavesNothingElseBehind() throws Exception {
        Files.writeString(plan, "old");
        Files.writeString(plan.resolveSibling("emergency-plan.toml.new"), "left by a power cut");

        PlanFile.write(plan, EmergencyPlan.of(config));

        assertThat(PlanFile.read(plan, List.of()).practice().name())
                .isEqualTo(config.practice().name());
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void isValidatedLikeAConfigurationWhenReadBack() throws Exception {
        PlanFile.write(plan, EmergencyPlan.of(config));
        Files.writeString(plan, Files.readString(plan).replace("number = \"301\"", "number = \"3o1\""));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> PlanFile.read(plan, List.of()))
                .withMessageContaining("oncall.group[1].target[1].number");
    }

    @Test
    void ringsThoseOnDutyOnly() {
        assertThat(config.oncall().onDuty(true).get(0).targets())
                .extracting(OncallTarget::number)
                .containsExactly(Optional.of("301"));
        assertThat(config.oncall().onDuty(false).get(0).targets()).hasSize(2);
    }
}
