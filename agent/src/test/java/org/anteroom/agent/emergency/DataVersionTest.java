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
        assertThat(DataVersion.ofBuild()).matches("phrases [0-9a-f]{8}, weights [0-9a-f]{8}");
        assertThat(ScoreWeights.read(KnownSentence.all()).basis())
                .startsWith(DataVersion.ofBuild().replaceFirst(".* ", ""));
    }

    @Test
    void otherPhrasesAreAnotherVersion() {
        String before = DataVersion.of(List.of(file("choking", "can't swallow")));
        assertThat(DataVersion.of(List.of(file("choking", "can't swallow")))).isEqualTo(before);
        assertThat(DataVersion.of(List.of(file("choking", "can't breathe")))).isNotEqualTo(before);
    }
}
