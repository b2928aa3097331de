package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.dialogue.RequestReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class RequestEvaluationTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RequestReader reader;

    @BeforeAll
    static void load() throws Exception {
        reader = RequestReader.load();
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private RequestReport report(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("cases.tsv"), List.of(lines));
        return new RequestEvaluation(reader::of).run(file);
    }

    @Test
    void countsWhatWasUnderstoodAndNamesEveryMiss() throws Exception {
        RequestReport report = report(
                "intent\ttext",
                "hours\twhat time do you open on saturday",
                "hours\thow late are you open",
                "fax\twhat is your fax number",
                "fax\ti need to cancel my appointment");
        assertThat(report.accuracy()).isEqualTo(0.75);
        // fax: recall 1/2, precision 1/1; hours: 1
        assertThat(report.macroF1()).isEqualTo((1 + 2.0 / 3) / 2);
        assertThat(report.outOfDomainRecall()).isNull();
        assertThat(report.text())
                .contains("missed  line 5: i need to cancel my appointment <fax understood as cancel by both; cancel ")
                .contains("   1  fax understood as cancel");
        assertThat(report.json()).containsEntry("cases", 4).containsKeys("accuracy", "macroF1", "outOfDomainRecall");
        assertThat((List<?>) report.json().get("misses")).hasSize(1);
    }

    @Test
    void countsOutOfDomainByNearness() throws Exception {
        String text = report(
                        "id\tintent\tnearness\ttext",
                        "a\tout-of-domain\tfar\twill it rain tomorrow",
                        "b\tout-of-domain\tnear\tcancel my flight to atlanta",
                        "c\tout-of-domain\tnear\twhat is your fax number")
                .text();
        assertThat(text).containsPattern("far +100.0 %").containsPattern("near +50.0 %");
    }

    @Test
    void labelsThatItDoesNotKnowAreCountedApart() throws Exception {
        RequestReport report = report(
                "intent\ttext",
                "find-provider\ti need an appointment with a dentist",
                "select\tthat one is fine",
                "select\tyes");
        assertThat(report.json()).containsEntry("cases", 1).containsEntry("accuracy", 1.0);
        assertThat(report.text()).contains("other label select, understood as {");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> report("intent\ttext", "\thello", "hours\t "))
                .hasMessageContaining("line 2: the intent is empty")
                .hasMessageContaining("line 3: the text is empty");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void understandsTheRequestsOfTheCorpus() throws Exception {
        RequestReport report = corpus("requests.tsv");
        assertThat(report.accuracy()).as(report.text()).isGreaterThan(0.93);
        assertThat(report.macroF1()).isGreaterThan(0.92);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void tellsTheCorpusOutOfDomainFromRequests() throws Exception {
        RequestReport report = corpus("requests-clinc.tsv");
        assertThat(report.outOfDomainRecall()).as(report.text()).isGreaterThan(0.9);
        assertThat(report.accuracy()).isGreaterThan(0.9);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void readsFilesWithLabelsOfTheirOwn() throws Exception {
        assertThat(corpus("requests-sgd.tsv").text()).contains("other label inform");
    }

    private static RequestReport corpus(String file) throws Exception {
        return new RequestEvaluation(reader::of).run(Path.of(System.getenv("ANTEROOM_CORPUS"), file));
    }
}
