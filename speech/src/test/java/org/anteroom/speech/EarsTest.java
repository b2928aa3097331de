package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several calls at once on the real model. */
class EarsTest {
    private static final Path MODEL = Path.of(System.getProperty("anteroom.model"));

    @Test
    void callsAtOnceEachHearTheirOwnWords() throws Exception {
        SpeechCounters counters = new SpeechCounters();
        List<String> sentences = List.of("appointment", "parking", "folder");
        Map<String, String> alone = new ConcurrentHashMap<>();
        try (Ears ears = new Ears(EarSettings.of(MODEL, 2, 2), counters)) {
            for (String sentence : sentences) {
                alone.put(sentence, hear(ears, sentence).get(60, TimeUnit.SECONDS));
            }
            Map<String, CompletableFuture<String>> together = new ConcurrentHashMap<>();
            for (String sentence : sentences) {
                together.put(sentence, hear(ears, sentence));
            }
            for (String sentence : sentences) {
                assertThat(together.get(sentence).get(60, TimeUnit.SECONDS))
                        .isEqualTo(alone.get(sentence))
                        .isNotEmpty();
            }
            assertThat(counters.values()).containsEntry("speech.frames.dropped", 0L);
            assertThat(counters.values()).containsEntry("speech.decoder.failures", 0L);
        }
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(name -> name.startsWith("ear-"));
    }

    @Test
    void saysWhatIsWrongWithAModelFolder(@TempDir Path empty) {
        assertThatThrownBy(() -> new Ears(EarSettings.of(empty, 1, 1), new SpeechCounters()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("am/final.mdl")
                .hasMessageContaining("unpacked Vosk model");
    }

    private static CompletableFuture<String> hear(Ears ears, String sentence) {
        CompletableFuture<String> words = new CompletableFuture<>();
        List<Ear> ear = new ArrayList<>();
        ear.add(ears.open(heard -> {
            if (heard instanceof Heard.Final last) {
                words.complete(ListeningTest.text(last.words()));
            }
        }));
        short[] call = Audio.join(Audio.silence(300), Audio.sentence(sentence), Audio.silence(900));
        for (int i = 0; i < Audio.frames(call); i++) {
            ear.get(0).hear(Audio.frame(call, i));
        }
        return words.whenComplete((text, fault) -> ear.get(0).close());
    }
}
