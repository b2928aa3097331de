package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void takesThePracticeOfACaseFromTheFileBeside() throws Exception {
        Files.writeString(folder.resolve("practices.tsv"), "id\tpractice\ne-7\tdental\n");
        Path file = Files.writeString(
                folder.resolve("cases.tsv"), "file\tid\ttext\nmessage-about.wav\te-7\tx\nmessage-about.wav\te-8\tx\n");

        List<AudioCase> cases = AudioCase.read(file);

        assertThat(cases.get(0).practices()).hasSize(1);
        assertThat(cases.get(1).practices()).hasSizeGreaterThan(3);
    }
}
