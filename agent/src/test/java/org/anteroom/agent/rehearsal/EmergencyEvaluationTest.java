package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.emergency.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmergencyEvaluationTest {

    private static final String HEADER = "id\tpractice\tlabel\tcategory\ttext\tnote\n";

    private final Map<String, Double> meanings = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void countsEmergenciesAndOthersApartAndNamesWhatWentWrong() throws IOException, TsvException {
        EmergencyReport report = run(HEADER
                + "a\tmedical\temergency\tbreathing\tshe can't breathe\t\n"
                + "b\tany\temergency\todd\tthe moon is made of cheese\t\n"
                + "c\tmedical\tnot\tordinary\ti need my flu shot\t\n"
                + "d\tmedical\tnot\tlookalike\the is choking on his food right now\t\n"
                + "e\tany\tnot\tlookalike\tit's really urgent\t\n");
        Map<String, ?> json = report.json();
        assertThat(json.get("recall")).isEqualTo(0.5);
        assertThat(json.get("falseAlarms")).isEqualTo(2.0 / 3);
        assertThat(json.get("alarmRecall")).isEqualTo(0.5);
        assertThat(json.get("concernRate")).isEqualTo(1.0 / 3);
        assertThat(json.get("cases")).isEqualTo(5);
        assertThat(json.get("misses").toString())
                .contains("id=b", "no rule found", "id=d", "at the word 'choking'", "id=e");
        assertThat(report.text()).contains("category lookalike", "missed       b", "false alarm  d");
    }

    @Test
    void figuresWithoutRowsAreNull() throws IOException, TsvException {
        Map<String, ?> json = run(HEADER + "a\tany\tnot\tordinary\thello\t\n").json();
        assertThat(json).containsEntry("recall", null).containsEntry("alarmRecall", null);
        assertThat(json.get("falseAlarms")).isEqualTo(0.0);
    }

    @Test
    void aPracticeKnowsOnlyItsOwnPhrases() throws IOException, TsvException {
        Map<String, ?> json = run(HEADER
                        + "a\tveterinary\temergency\tpoisoning\tshe ate a bunch of grapes\t\n"
                        + "b\tdental\tnot\tordinary\tshe ate a bunch of grapes\t\n")
                .json();
        assertThat(json.get("misses")).isEqualTo(List.of());
    }

    @Test
    void malformedRowsAreNamedWithTheirLines() {
        assertThatThrownBy(() -> run(
                        HEADER + "a\tany\tmaybe\tx\thello\t\n" + "b\tzoo\tnot\tx\thello\t\n" + "c\tany\tnot\tx\t \t\n"))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3")
                .hasMessageContaining("line 4");
    }

    @Test
    void meaningFiresWhereNoRuleDoes() throws IOException, TsvException {
        meanings.put("the milk has gone the colour of slate in his face", 0.8);
        meanings.put("and he does not look right", 0.5);
        Map<String, ?> json = run(HEADER
                        + "a\tany\temergency\tbreathing\tthe milk has gone the colour of slate in his face\t\n"
                        + "b\tany\temergency\tbreathing\tand he does not look right\t\n"
                        + "c\tany\temergency\tbreathing\twhat a day\t\n")
                .json();
        assertThat(json.get("recall")).isEqualTo(2.0 / 3);
        assertThat(json.get("alarmRecall")).isEqualTo(1.0 / 3);
    }

    private EmergencyReport run(String content) throws IOException, TsvException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), content);
        return new EmergencyEvaluation(text -> new Score(meanings.getOrDefault(text, -1.0), List.of())).run(file);
    }
}
