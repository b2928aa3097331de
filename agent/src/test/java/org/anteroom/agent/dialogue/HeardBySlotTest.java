package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.media.Wav;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Expected;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Vocabulary;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers by voices on a telephone line, which the recogniser made something else of when it only knew their words. */
@TestInstance(Lifecycle.PER_CLASS)
class HeardBySlotTest {
    private static final Path MODEL = Path.of(System.getProperty("anteroom.model"));
    /** Half a second at 8 kHz: before the recording once, after it thrice. */
    private static final int PAD = 4_000;

    @TempDir
    static Path folder;

    private final Services services = services();
    private Ears ears;

    @BeforeAll
    void open() throws IOException {
        ears = new Ears(EarSettings.of(MODEL, 1, 1), new SpeechCounters());
    }

    @AfterAll
    void close() {
        ears.close();
    }

    @ParameterizedTest
    @CsvSource({
        "slot-number, NUMBER, DIGITS, six one four seven one six three seven two one",
        "slot-birth, BIRTH, BIRTH_DATE, three nineteen nineteen seventy one",
        "slot-time, CHOICE, CHOICE, the eighteenth of december at two o'clock"
    })
    void anAnswerIsHeardAsOneOfItsKind(String clip, Stage stage, Hearing hearing, String said) throws IOException {
        assertThat(heard(clip, SlotGrammar.at(stage, hearing, services))).contains(said);
    }

    @Test
    void theModelHasAllWordsOfTheExamples() throws IOException {
        List<String> examples = Stream.of(Stage.values())
                .flatMap(stage -> Stream.of(Hearing.values())
                        .flatMap(hearing -> SlotGrammar.at(stage, hearing, Services.NONE).stream()))
                .flatMap(sentence -> Stream.of(sentence.split(" ")))
                .distinct()
                .filter(word -> !word.equals("[unk]"))
                .toList();
        assertThat(Vocabulary.of(MODEL).unknown(examples)).isEmpty();
    }

    private String heard(String clip, List<String> grammar) throws IOException {
        List<Heard> heard = new ArrayList<>();
        try (Listening listening = ears.listening()) {
            listening.expect(Expected.open().withGrammar(grammar));
            short[] pcm = clip(clip);
            short[] padded = new short[pcm.length + 4 * PAD];
            System.arraycopy(pcm, 0, padded, PAD, pcm.length);
            heard.addAll(listening.feed(padded, padded.length));
            heard.addAll(listening.endOfAudio());
        }
        return heard.stream()
                .filter(Heard.Final.class::isInstance)
                .map(Heard.Final.class::cast)
                .flatMap(end -> end.slot().stream())
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static short[] clip(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HeardBySlotTest.class.getResourceAsStream(name + ".wav"), name)) {
            return Wav.read(Files.write(folder.resolve(name + ".wav"), in.readAllBytes()));
        }
    }

    private static Services services() {
        TextPractice dental = TextPractice.example(PracticeType.DENTAL);
        return Services.of(dental.practice(), dental.identity(), dental.refills());
    }
}
