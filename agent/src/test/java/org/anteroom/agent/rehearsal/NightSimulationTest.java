package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightSimulationTest {
    private static final NightMix MIX = new NightMix(15, 0.05, 3, 4, 2, 1);

    private static final NightSimulation NIGHTS =
            new NightSimulation(PracticeType.MEDICAL, text -> new Score(0, List.of()));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(
                folder.resolve("cases.tsv"),
                """
                practice\tlabel\tcategory\ttext
                any\tnot\tordinary\ti would like to book a cleaning
                medical\tnot\tordinary\twhat are your hours
                any\tnot\tlookalike\tmy chest hurts so badly right now
                dental\tnot\tlookalike\the can't breathe
                any\temergency\tchest-pain\tmy chest hurts
                """);
    }

    @Test
    void everyCallWithALookalikeThatFiresIsOneWakeUp() throws Exception {
        NightReport report = NIGHTS.run(List.of(file), MIX);

        assertThat(report.ordinary()).isEqualTo(2);
        assertThat(report.lookalikes()).as("of this practice and no emergency").isEqualTo(1);
        assertThat(report.wakeUps()).allMatch(NightReport.WakeUp::lookalike);
        assertThat(report.aMonth()).as("5 %% of 450 calls").isBetween(12.0, 34.0);
        assertThat(report.text()).contains("NOT KEPT").contains("by rule").contains("chest");
        assertThat(report.json()).containsEntry("bearable", false).containsEntry("calls", 900L);
    }

    @Test
    void theSameSeedGivesTheSameNights() throws Exception {
        assertThat(NIGHTS.run(List.of(file), MIX)).isEqualTo(NIGHTS.run(List.of(file), MIX));
        assertThat(NIGHTS.run(List.of(file), MIX).wakeUps())
                .isNotEqualTo(NIGHTS.run(List.of(file), new NightMix(15, 0.05, 3, 4, 2, 7))
                        .wakeUps());
    }

    @Test
    void aCallEndsWithItsFirstDecision() {
        assertThat(NIGHTS.decides(
                        List.of("what are your hours", "my chest hurts so badly right now", "he is choking now")))
                .hasValueSatisfying(decision -> assertThat(decision.category()).isEqualTo("chest-pain"));
        assertThat(NIGHTS.decides(List.of("what are your hours", "thank you goodbye")))
                .isEmpty();
    }

    @Test
    void figuresAreAMonthWhateverTheirNumber() {
        NightReport report = new NightReport(
                "medical",
                MIX,
                10,
                10,
                List.of(
                        new NightReport.WakeUp(0, 0, true, Grade.ALARM, "choking"),
                        new NightReport.WakeUp(0, 1, false, Grade.CONCERN, "meaning"),
                        new NightReport.WakeUp(1, 1, false, Grade.CONCERN, "meaning")));

        assertThat(report.aMonth()).isEqualTo(1.5);
        assertThat(report.json())
                .containsEntry("bearable", true)
                .containsEntry("ofLookalikes", 0.5)
                .containsEntry("rules", Map.of("meaning", 1.0, "choking", 0.5))
                .containsEntry("doctors", Map.of("doctor 1", 0.5, "doctor 2", 1.0));
        assertThat(report.text()).contains("1.50 (at most 4 wanted: kept); 95 of 100 months 1 to 2");
    }

    @Test
    void refusesNightsThatCannotBe() throws Exception {
        assertThatThrownBy(() -> new NightMix(0, 0.05, 3, 4, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NightMix(1, 1.05, 3, 4, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        Path none = Files.writeString(
                folder.resolve("none.tsv"), "label\tcategory\ttext\nnot\tordinary\twhat are your hours\n");
        assertThatThrownBy(() -> NIGHTS.run(List.of(none), MIX))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("1 and 0");
    }
}
