package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.words.Utterance;
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

    @Test
    void tellsWhatWasDecidedAndWhyACaseWentWrong() throws IOException, TsvException {
        EmergencyReport report = run(HEADER
                + "a\tmedical\temergency\tbreathing\tshe can't breathe\t\n"
                + "b\tmedical\temergency\tchest-pain\tno chest pain just the form for the gym\t\n"
                + "c\tmedical\tnot\tlookalike\the is choking on his food right now\t\n"
                + "d\tany\tnot\tordinary\thello\t\n");

        assertThat(report.json().get("decided"))
                .isEqualTo(Map.of(
                        "emergencies", Map.of("alarm", 1L, "concern", 0L, "nothing", 1L),
                        "others", Map.of("alarm", 1L, "concern", 0L, "nothing", 1L)));
        assertThat(report.json().get("misses").toString()).contains("reason=score -1.00 of the 0.40 needed");
        assertThat(report.text().lines())
                .anyMatch(line -> line.startsWith("emergencies ") && line.contains("50.0 %"))
                .anyMatch(line -> line.startsWith("missed       b: no chest pain")
                        && line.contains("<score -1.00 of the 0.40 needed")
                        && line.contains("on \"chest pain\" taken back by negated"))
                .anyMatch(line -> line.startsWith("false alarm  c: he is choking")
                        && line.contains("<alarm by choking (choking) at the word 'choking': on \""));
    }

    @Test
    void theLabelAndTheTextAreEnough() throws IOException, TsvException {
        EmergencyReport report = run("text\tlabel\n"
                + "She CAN'T breathe!\temergency\n"
                + "\t\n"
                + "The milk is sour.\temergency\n"
                + "I need my flu shot, please.\tnot\n");

        assertThat(report.json()).containsEntry("cases", 3).containsEntry("recall", 0.5);
        assertThat(report.text()).contains("practice any ", "missed       line 4: The milk is sour.");
        assertThat(report.text()).doesNotContain("category");
    }

    @Test
    void saysOnWhichLineTheFileIsWrong() {
        assertThatThrownBy(() -> run("")).hasMessageContaining("line 1: the header line");
        assertThatThrownBy(() -> run("label\ttext\n")).hasMessageContaining("line 2: there are no cases");
        assertThatThrownBy(() -> run("label\tsentence\nnot\thello\n"))
                .hasMessageContaining("line 1: the column 'text' is missing");
        assertThatThrownBy(() -> run("label\ttext\nnot\thello\nurgent\thelp\n"))
                .hasMessageContaining("line 3: the label is 'urgent'; it must be emergency or not");
    }

    @Test
    void drawsTheTradeOffWithTheFiguresOfTheReport() throws IOException, TsvException {
        meanings.put("the milk is sour", 0.6);
        meanings.put("i need my flu shot", 0.3);
        EmergencyReport report = run("label\ttext\n"
                + "emergency\tshe can't breathe\n"
                + "emergency\tthe milk is sour\n"
                + "not\ti need my flu shot\n");

        assertThat(report.plot().orElseThrow())
                .contains("cases.tsv: 3 cases", "recall 100.0 %", "false alarms 0.0 %")
                .doesNotContain(folder.toString());
        assertThat(run("label\ttext\nnot\thello\n").plot()).isEmpty();
        assertThat(run("label\ttext\nemergency\thelp\n").plot()).isEmpty();
    }

    @Test
    void keepsRuleAndScoreOfACaseApart() {
        Detector detector = new Detector(RuleBook.of(EnumSet.allOf(PracticeType.class)), Keys.DEFAULT);
        String running = "blue green red white black brown pink grey gold lime teal plum rust sand";

        Standing both = EmergencyEvaluation.judge(
                        detector, text -> new Score(0.9, List.of()), Utterance.typed("she can't breathe", 0))
                .standing();
        Standing goingOn = EmergencyEvaluation.judge(
                        detector,
                        text -> new Score(text.equals(running) ? 0.65 : 0.1, List.of()),
                        Utterance.typed("so " + running + " and so on", 0))
                .standing();

        assertThat(both.rule()).isTrue();
        assertThat(both.top().orElseThrow().whole()).isTrue();
        assertThat(goingOn.rule()).isFalse();
        assertThat(goingOn.top()).contains(new TopScore(running, false, new Score(0.65, List.of())));
    }

    private EmergencyReport run(String content) throws IOException, TsvException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), content);
        return new EmergencyEvaluation(text -> new Score(meanings.getOrDefault(text, -1.0), List.of())).run(file);
    }
}
