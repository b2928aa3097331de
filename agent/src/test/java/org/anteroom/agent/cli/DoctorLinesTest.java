package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.anteroom.agent.cli.doctor.Examination.Result;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.Subject;
import org.junit.jupiter.api.Test;

class DoctorLinesTest {
    private static final Duration TOOK = Duration.ofMillis(1_234);
    private static final List<Result> RESULTS = List.of(
            new Result(Subject.JAVA, Finding.ok("Java 17."), TOOK),
            new Result(
                    Subject.DISK, Finding.fault("It is\u001b[2J full.", "Nothing is stored.", "Free some space"), TOOK),
            new Result(Subject.PBX, Finding.warning("It is slow.", "Callers wait.", "Look at its load"), TOOK),
            new Result(Subject.ECHO, Finding.skipped("No call was wanted.", ""), TOOK));

    @Test
    void wellIsALineAndAFaultHasThreeSentences() {
        assertThat(new DoctorLines(RESULTS, TOOK, false).text())
                .containsExactly(
                        "machine",
                        "  ok     java            Java 17.",
                        "  FAULT  disk            It is [2J full.",
                        "           why:  Nothing is stored.",
                        "           mend: Free some space",
                        "telephone",
                        "  warn   pbx             It is slow.",
                        "           why:  Callers wait.",
                        "           mend: Look at its load",
                        "  -      echo            No call was wanted.",
                        "4 checks in 1.2 s: 1 ok, 1 warning, 1 fault, 1 skipped.");
    }

    @Test
    void oneCauseThatLeavesOutManyChecksIsToldOnceAndToMonitoringEachTime() throws Exception {
        Finding blind = Finding.skipped("The configuration can't be used.", "anteroom config check");
        DoctorLines lines = new DoctorLines(
                List.of(
                        new Result(Subject.JAVA, Finding.ok("Java 17."), TOOK),
                        new Result(Subject.DISK, blind, TOOK),
                        new Result(Subject.DNS, blind, TOOK),
                        new Result(Subject.PBX, blind, TOOK)),
                TOOK,
                false);

        assertThat(lines.text())
                .containsExactly(
                        "machine",
                        "  ok     java            Java 17.",
                        "not looked at: 3 of 4 checks",
                        "  -      The configuration can't be used.",
                        "           disk, dns, pbx",
                        "           mend: anteroom config check",
                        "4 checks in 1.2 s: 1 ok, 0 warnings, 0 faults, 3 skipped.");
        assertThat(new ObjectMapper().readTree(lines.json()).path("checks")).hasSize(4);
    }

    @Test
    void colourOnlyWhereItIsWanted() {
        assertThat(String.join("", new DoctorLines(RESULTS, TOOK, true).text())).contains("\u001b[1;31mFAULT");
        assertThat(String.join("", new DoctorLines(RESULTS, TOOK, false).text()))
                .doesNotContain("\u001b");
    }

    @Test
    void monitoringReadsOneObject() throws Exception {
        JsonNode node = new ObjectMapper().readTree(new DoctorLines(RESULTS, TOOK, false).json());

        assertThat(node.path("state").asText()).isEqualTo("fault");
        assertThat(node.path("faults").asInt()).isEqualTo(1);
        assertThat(node.path("warnings").asInt()).isEqualTo(1);
        assertThat(node.path("skipped").asInt()).isEqualTo(1);
        assertThat(node.path("checks")).hasSize(4);
        assertThat(node.path("checks").path(1).path("name").asText()).isEqualTo("disk");
        assertThat(node.path("checks").path(1).path("mend").asText()).isEqualTo("Free some space");
    }
}
