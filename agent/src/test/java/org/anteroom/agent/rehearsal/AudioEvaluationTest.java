package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.anteroom.agent.emergency.Score;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** On the project's own recorded callers. */
@TestInstance(Lifecycle.PER_CLASS)
class AudioEvaluationTest {

    @TempDir
    static Path folder;

    private Ears ears;

    @BeforeAll
    void open() throws IOException {
        ears = new Ears(EarSettings.of(Path.of(System.getProperty("anteroom.model")), 2, 2), new SpeechCounters());
        for (String name : List.of("hours-chest-pain", "message-about", "clinical-question")) {
            try (InputStream in = CallerAudio.class.getResourceAsStream(name + ".wav")) {
                Files.write(folder.resolve(name + ".wav"), in.readAllBytes());
            }
        }
    }

    @AfterAll
    void close() {
        ears.close();
    }

    private AudioReport run(String rows) throws Exception {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "file\tid\tkind\tvoice\tnoise\ttext\n" + rows);
        return new AudioEvaluation(ears, text -> new Score(-1, List.of()), LineQuality.CLEAN, 2).run(file);
    }

    @Test
    void firesOnAnEmergencyAndNotOnAnOrdinaryMessage() throws Exception {
        AudioReport report =
                run("hours-chest-pain.wav\te-1\temergency\trms\tclean\tthank you and also my husband has had"
                        + " bad chest pain since breakfast and he looks grey\n"
                        + "message-about.wav\tr-1\trequest\trms\tclean\tplease call me back about the bill from last month i"
                        + " think it was paid twice\n");

        Map<String, Object> json = report.json();
        assertThat(json)
                .containsEntry("recall", 1.0)
                .containsEntry("falseAlarms", 0.0)
                .containsEntry("cases", 2);
        assertThat((List<?>) json.get("misses")).isEmpty();
        assertThat((Double) json.get("wer")).isLessThan(0.4);
        assertThat(report.text()).contains("voice rms").contains("noise clean");
    }

    @Test
    void leavesOutWhatHasNoSuchRows() throws Exception {
        AudioReport report = run("clinical-question.wav\tq-1\tother\tawb\tclean\tkeywords: antibiotic\n");

        assertThat(report.json())
                .containsEntry("recall", null)
                .containsEntry("falseAlarms", null)
                .containsEntry("wer", null)
                .containsEntry("cases", 1);
    }

    @Test
    void namesTheLinesOfMissingAndUnreadableSounds() throws Exception {
        assertThatThrownBy(() -> run("none.wav\te-1\temergency\tv\tn\thelp\n"))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("line 2: there is no sound file");
        Files.writeString(folder.resolve("text.wav"), "not a sound");
        assertThatThrownBy(() -> run("text.wav\te-1\temergency\tv\tn\thelp\n"))
                .isInstanceOf(TsvException.class)
                .hasMessageContaining("line 2: ");
    }

    @Test
    void tellsWhatWasDoneToTheSoundAndWhatWasDecided() throws Exception {
        Files.writeString(folder.resolve("beside.tsv"), "id\tpractice\tcategory\ne-1\tmedical\tchest-pain\n");
        Path file = Files.writeString(
                folder.resolve("cases.tsv"),
                "file\tid\tkind\ttext\nhours-chest-pain.wav\te-1\temergency\tx\nmessage-about.wav\tr-1\tnot\tx\n"
                        + "clinical-question.wav\tq-1\tother\tx\n");
        LineQuality line = new LineQuality(OptionalDouble.of(30), OptionalDouble.empty(), 0.01);

        AudioReport report = new AudioEvaluation(ears, text -> new Score(-1, List.of()), line, 2).run(file);

        assertThat(report.text())
                .startsWith("sound: pink noise 30 dB below the speech, 1 % of the packets lost and concealed\n")
                .contains("1 of 3 cases are of no kind")
                .contains("practice medical", "practice any", "category chest-pain", "emergencies ", "others ");
        assertThat(report.json().get("decided"))
                .isEqualTo(Map.of(
                        "emergencies", Map.of("alarm", 1L, "concern", 0L, "nothing", 0L),
                        "others", Map.of("alarm", 0L, "concern", 0L, "nothing", 1L)));
        assertThat(report.json().get("line").toString()).contains("noiseDb=30.0", "babbleDb=null", "loss=0.01");
        assertThat(report.plot().orElseThrow())
                .contains("cases.tsv: 2 cases, of which 1 must fire and 1 must not.", "Sound: pink noise 30 dB");
    }

    @Test
    void tellsWhyARecordingWentWrong() throws Exception {
        String rows = "file\tid\tkind\ttext\nmessage-about.wav\te-1\temergency\tx\n";
        Path file = Files.writeString(folder.resolve("cases.tsv"), rows);
        Path other = Files.writeString(folder.resolve("cases2.tsv"), rows.replace("emergency", "not"));
        int running = 14;

        AudioReport missed = new AudioEvaluation(
                        ears,
                        text -> new Score(text.split(" ").length == running ? 0.6 : 0, List.of()),
                        LineQuality.CLEAN,
                        1)
                .run(file);
        AudioReport falseAlarm =
                new AudioEvaluation(ears, text -> new Score(0.6, List.of()), LineQuality.CLEAN, 1).run(other);

        assertThat(missed.text()).contains("missed       e-1").contains(" | score 0.60 of the 0.70 needed for \"");
        assertThat(falseAlarm.text()).contains("false alarm  e-1").contains(" | concern by meaning: score 0.60");
        assertThat(falseAlarm.json().get("misses").toString()).contains("what=concern by meaning, reason=score 0.60");
    }

    @Test
    void aRowsOwnPracticeAndCategoryComeFirst() throws Exception {
        Files.writeString(folder.resolve("beside.tsv"), "id\tpractice\tcategory\ne-9\tdental\tswelling\n");
        String header = "file\tid\ttext\tpractice\tcategory\n";
        Path file = Files.writeString(
                folder.resolve("own.tsv"),
                header + "message-about.wav\te-9\tx\tmedical\tstroke\nmessage-about.wav\te-9\tx\t\t\n"
                        + "message-about.wav\t\tx\t\t\n");

        assertThat(AudioCase.read(file)).extracting(AudioCase::practice).containsExactly("medical", "dental", "any");
        assertThat(AudioCase.read(file)).extracting(AudioCase::category).containsExactly("stroke", "swelling", "");
        Files.writeString(file, header + "message-about.wav\te-9\tx\tzoo\t\n");
        assertThatThrownBy(() -> AudioCase.read(file)).hasMessageContaining("line 2: no practice is called 'zoo'");
        Files.writeString(file, header);
        assertThatThrownBy(() -> AudioCase.read(file)).hasMessageContaining("line 2: there are no cases");
        Files.delete(file);
    }

    @Test
    void takesThePracticeOfACaseFromTheFileBeside() throws Exception {
        Files.writeString(folder.resolve("practices.tsv"), "id\tpractice\ne-7\tdental\n");
        Path file = Files.writeString(
                folder.resolve("cases.tsv"), "file\tid\ttext\nmessage-about.wav\te-7\tx\nmessage-about.wav\te-8\tx\n");

        List<AudioCase> cases = AudioCase.read(file);

        assertThat(cases.get(0).practices()).hasSize(1);
        assertThat(cases.get(1).practices()).hasSizeGreaterThan(3);
    }
}
