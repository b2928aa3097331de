package org.anteroom.agent.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that lists the checks is the code's list. */
class DoctorPageTest {

    @Test
    void everyCheckHasItsRow() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("../packaging/docs/doctor.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Subject.values())
                        .map(subject -> "| " + subject.topic().word() + " | `" + subject.word() + "` | "
                                + subject.holds() + " |")
                        .toList());
    }

    @Test
    void thereAreAtLeastTwentyFourChecks() {
        assertThat(Subject.values()).hasSizeGreaterThanOrEqualTo(24);
    }
}
