package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.anteroom.agent.emergency.Grade;
import org.junit.jupiter.api.Test;

class GradeTableTest {

    private final GradeTable table =
            new GradeTable(List.of(Grade.ALARM, Grade.ALARM, Grade.CONCERN, Grade.NONE), List.of(Grade.NONE));

    @Test
    void countsBothKindsByWhatWasDecided() {
        assertThat(table.json())
                .containsEntry("emergencies", Map.of("alarm", 2L, "concern", 1L, "nothing", 1L))
                .containsEntry("others", Map.of("alarm", 0L, "concern", 0L, "nothing", 1L));
    }

    @Test
    void tellsPartsWithIntervals() {
        assertThat(table.text(12).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "decided cases alarm concern nothing",
                        "emergencies 4 50.0 % (15.0-85.0) 25.0 % (4.6-69.9) 25.0 % (4.6-69.9)",
                        "others 1 0.0 % (0.0-79.3) 0.0 % (0.0-79.3) 100.0 % (20.7-100.0)");
    }

    @Test
    void showsADashWhereThereIsNothingToCount() {
        assertThat(new GradeTable(List.of(), List.of()).text(12)).contains("others            0                    -");
    }
}
