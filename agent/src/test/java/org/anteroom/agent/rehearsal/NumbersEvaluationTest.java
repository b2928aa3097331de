package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class NumbersEvaluationTest {

    private static final Clock NOVEMBER_2026 =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("America/New_York"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void countsWhatIsUnderstoodOfEveryKind() throws Exception {
        NumbersReport report = run("a\tphone\tfive five five oh one two three\t5550123\n"
                + "b\tmember-id\tw four four\tW44\n"
                + "c\tdob\tmarch third nineteen forty one\t1941-03-03\n"
                + "d\tmmdd-keypad\tsix fifteen\t0615\n"
                + "e\tcount-or-code\ttwo tablets\t2 tablet\n"
                + "f\taffirm\tyep\tyes\n"
                + "g\tphone\tno idea\t5550124\n"
                + "h\tmember-id\tw four five\tW44\n");

        assertThat(report.accuracy()).isEqualTo(0.75);
        assertThat(report.text())
                .contains("all                       8")
                .contains("missed  g: no idea <phone 5550124, understood nothing>")
                .contains("missed  h: w four five <member-id W44, understood W45>");
        assertThat(report.json()).containsEntry("accuracy", 0.75).containsEntry("cases", 8);
        assertThat(report.json().get("misses"))
                .asList()
                .contains(Map.of(
                        "id", "h", "kind", "member-id", "text", "w four five", "normal", "W44", "understood", "W45"));
    }

    @Test
    void theClockTellsTheCenturyOfABirthday() throws Exception {
        String cases = "a\tdob\tmay first twenty five\t2025-05-01\n";

        assertThat(run(cases).accuracy()).isEqualTo(1);
    }

    @Test
    void saysWhichLineIsWrongAndWhatToWrite() {
        assertThatThrownBy(() -> run("a\tphone\tfive\t5\nb\tfax\tfive\t5\nc\tphone\t\t5\n"))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("line 3: the kind is 'fax'; write one of phone, member-id, dob, mmdd-keypad")
                .hasMessageContaining("line 4: the text is empty");
    }

    /** The labelled answers of the corpus; the floor keeps later changes from losing what is understood. */
    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void understandsTheAnswersOfTheCorpus() throws Exception {
        NumbersReport report =
                new NumbersEvaluation(NOVEMBER_2026).run(Path.of(System.getenv("ANTEROOM_CORPUS"), "numbers.tsv"));

        assertThat(report.accuracy()).as(report.text()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void understandsYesAndNoOfTheCorpus() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String file : List.of("requests.tsv", "requests-clinc.tsv")) {
            for (TsvTable.Row row : TsvTable.read(Path.of(System.getenv("ANTEROOM_CORPUS"), file), "intent", "text")
                    .rows()) {
                String normal = Map.of("affirm", "yes", "deny", "no", "unsure", "unclear")
                        .getOrDefault(row.get("intent"), "");
                if (!normal.isEmpty()) {
                    rows.add(row.get("id") + "\t" + row.get("intent") + "\t" + row.get("text") + "\t" + normal + "\n");
                }
            }
        }

        NumbersReport report = run(String.join("", rows));

        assertThat(report.accuracy()).as(report.text()).isGreaterThanOrEqualTo(0.97);
    }

    private NumbersReport run(String rows) throws IOException, TsvException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "id\tkind\ttext\tnormal\n" + rows);
        return new NumbersEvaluation(NOVEMBER_2026).run(file);
    }
}
