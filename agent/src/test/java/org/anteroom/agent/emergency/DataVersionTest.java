package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataVersionTest {
    private static TsvFile file(String... columns) {
        return new TsvFile("base.tsv", List.of(new TsvFile.Row("base.tsv", 2, List.of(columns))));
    }

    @Test
    void namesPhrasesAndWeightsOfTheBuild() {
        assertThat(DataVersion.phrases()).matches("[0-9a-f]{8}").isNotEqualTo(DataVersion.weights());
        assertThat(DataVersion.weights()).matches("[0-9a-f]{8}");
    }

    @Test
    void otherPhrasesAreAnotherVersion() {
        String before = DataVersion.hash(List.of(file("choking", "can't swallow")));
        assertThat(DataVersion.hash(List.of(file("choking", "can't swallow")))).isEqualTo(before);
        assertThat(DataVersion.hash(List.of(file("choking", "can't breathe")))).isNotEqualTo(before);
    }

    @Test
    void aFileThatIsMissingStopsNoDecision() {
        assertThat(DataVersion.of(List.of("no-such.tsv"))).isEqualTo("damaged");
    }
}
