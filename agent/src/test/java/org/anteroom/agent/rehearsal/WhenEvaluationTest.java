package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.anteroom.agent.words.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenEvaluationTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 15);
    private static final String HEADER = "id\treference\ttext\texpected\n";
    private static final String TUESDAY = range("2026-11-24T00:00", "2026-11-25T00:00");
    private static final String WEDNESDAY = range("2026-11-25T00:00", "2026-11-26T00:00");
    private static final String WEEK = range("2026-11-23T00:00", "2026-11-30T00:00");

    @TempDir
    Path folder;

    @Test
    void countsWhatIsUnderstoodAndTellsEveryMiss() throws IOException, TsvException {
        WhenReport report = run(HEADER
                + "a\t2026-11-23T09:15:00-05:00[America/New_York]\ttomorrow\t{\"accept\": [[" + TUESDAY + "]]}\n"
                + "b\t2026-11-23T09:15\ttomorrow\t{\"accept\": [[" + WEDNESDAY + "]]}\n"
                + "c\t2026-11-23T09:15\ta purple cow\t{\"accept\": [[{\"kind\": \"asap\"}]]}\n");

        assertThat(report.accuracy()).isEqualTo(1.0 / 3);
        assertThat(report.json()).containsEntry("cases", 3);
        assertThat(report.json().get("misses").toString()).contains("id=b", "understood=range 2026-11-24", "id=c");
        assertThat(report.text().lines())
                .anyMatch(line -> line.startsWith("all ") && line.contains("33.3 %"))
                .anyMatch(line -> line.startsWith("range "))
                .anyMatch(line -> line.startsWith("missed  c: a purple cow <nothing> expected <asap>"));
    }

    @Test
    void saysOnWhichLineTheFileIsWrongAndWhatToWrite() {
        assertThatThrownBy(() -> run(HEADER
                        + "a\tyesterday\ttomorrow\t{\"accept\": [[" + TUESDAY + "]]}\n"
                        + "b\t2026-11-23T09:15\t \t{\"accept\": [[" + TUESDAY + "]]}\n"
                        + "c\t2026-11-23T09:15\ttomorrow\tsoon\n"
                        + "d\t2026-11-23T09:15\ttomorrow\t{\"accept\": [[{\"kind\": \"moon\"}]]}\n"
                        + "e\t2026-11-23T09:15\ttomorrow\t{\"accept\": []}\n"
                        + "f\t2026-11-23T09:15\ttomorrow\t{\"accept\": [[{\"kind\": \"point\"}]]}\n"))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("line 2: the reference is 'yesterday'; write")
                .hasMessageContaining("line 3: the text is empty")
                .hasMessageContaining("line 4: the expected times are not JSON; write {")
                .hasMessageContaining("line 5: ")
                .hasMessageContaining("no kind is called 'moon'")
                .hasMessageContaining("line 6: ")
                .hasMessageContaining("line 7: ")
                .hasMessageContaining("'at' is missing");
        assertThatThrownBy(() -> run("id\ttext\na\tb\n")).hasMessageContaining("line 1: the column 'reference'");
    }

    @Test
    void aWrongDayOrADayTooManyIsWrong() {
        assertThat(right(accept(TUESDAY), accept(TUESDAY))).isTrue();
        assertThat(right(accept(WEDNESDAY), accept(TUESDAY))).isFalse();
        assertThat(right(accept(TUESDAY + "," + WEDNESDAY), accept(TUESDAY))).isFalse();
        assertThat(right(accept(TUESDAY), accept(TUESDAY + "," + WEDNESDAY))).isFalse();
        assertThat(right(accept(WEEK), accept(TUESDAY))).isFalse();
    }

    @Test
    void anyAcceptedReadingWillDoButOnlyTheFirstThatWasUnderstood() {
        String both = "{\"accept\": [[" + TUESDAY + "], [" + WEDNESDAY + "]]}";

        assertThat(right(accept(WEDNESDAY), both)).isTrue();
        assertThat(right("{\"accept\": [[" + WEEK + "], [" + TUESDAY + "]]}", accept(TUESDAY)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "range 07:00 12:00; range 07:00 12:00; true",
                "range 07:00 12:00; range 08:00 12:00; true",
                "range 07:00 12:00; range 12:00 17:00; false",
                "range 00:00 23:45; range 07:00 12:00; false",
                "time 15:00 -; time 15:30 -; true",
                "time 15:00 -; time 16:00 -; false",
                "time 15:00 -; time - 15:00; false",
                "time 15:00 15:00; time 15:10 15:10; true",
                "time 15:00 15:00; time 15:30 15:30; false",
                "time 15:00 15:00; time 15:00 -; false"
            })
    void hoursMustAgree(String said, String meant, boolean right) {
        assertThat(right(accept(item(said)), accept(item(meant)))).isEqualTo(right);
    }

    @Test
    void momentsMustLieWithinAQuarterOfAnHour() {
        String point = "{\"kind\": \"point\", \"at\": \"2026-11-24T10:00\"}";

        assertThat(right(accept(point.replace("10:00", "10:15")), accept(point)))
                .isTrue();
        assertThat(right(accept(point.replace("10:00", "10:20")), accept(point)))
                .isFalse();
        assertThat(right(accept(TUESDAY), accept(point))).isFalse();
    }

    @Test
    void theBoundedEndOfAnOpenRangeMustBeRight() {
        String after = "{\"kind\": \"range\", \"from\": \"2026-12-11T00:00\", \"to\": null}";

        assertThat(right(accept(after), accept(after))).isTrue();
        assertThat(right(accept(after.replace("12-11", "12-10")), accept(after)))
                .isFalse();
        assertThat(right(accept(range("2026-12-11T00:00", "2027-12-11T00:00")), accept(after)))
                .isFalse();
    }

    @Test
    void whatIsRuledOutMustBeTakenAway() {
        String weekly = "{\"kind\": \"weekly\", \"weekdays\": [\"tue\"]}";
        String without = "{\"accept\": [[" + WEEK + "]], \"not\": [" + weekly + "]}";
        String any = "{\"kind\": \"any\"}";

        assertThat(right(without, "{\"accept\": [[" + WEEK + "]], \"not\": [" + TUESDAY + "]}"))
                .isTrue();
        assertThat(right(accept(WEEK), without)).isFalse();
        assertThat(right(without, accept(WEEK))).isFalse();
        assertThat(right(accept(any), "{\"accept\": [[" + any + "]], \"not\": [" + weekly + "]}"))
                .isFalse();
        assertThat(right(accept(any), accept(any))).isTrue();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void understandsTheTimesOfTheCorpus() throws TsvException {
        WhenReport report = WhenEvaluation.run(Path.of(System.getenv("ANTEROOM_CORPUS"), "when.tsv"));

        assertThat(report.accuracy()).as(report.text()).isGreaterThanOrEqualTo(0.97);
    }

    private static boolean right(String said, String meant) {
        When expected = WhenJson.read(meant);
        return new WhenScore(NOW).right(WhenJson.read(said), expected);
    }

    private static String accept(String items) {
        return "{\"accept\": [[" + items + "]]}";
    }

    private static String range(String from, String to) {
        return "{\"kind\": \"range\", \"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    /** "range 07:00 12:00" of the next day, "time 15:00 -". */
    private static String item(String line) {
        String[] parts = line.split(" ");
        String day = parts[0].equals("range") ? "2026-11-24T" : "";
        String from = parts[1].equals("-") ? "null" : "\"" + day + parts[1] + "\"";
        String to = parts[2].equals("-") ? "null" : "\"" + day + parts[2] + "\"";
        return "{\"kind\": \"" + parts[0] + "\", \"from\": " + from + ", \"to\": " + to + "}";
    }

    private WhenReport run(String content) throws IOException, TsvException {
        return WhenEvaluation.run(Files.writeString(folder.resolve("cases.tsv"), content));
    }
}
