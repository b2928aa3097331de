package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.SpokenSound;
import org.anteroom.speech.SpokenText;
import org.anteroom.speech.Tempo;
import org.junit.jupiter.api.Test;

/** What the phone that took an emergency hears before it is joined with the caller: short, and still understood. */
final class DisclosureTest {
    private static final List<String> NUMBERS =
            List.of("6145550192", "2078843196", "9174428605", "8035472261", "3128097745", "5032691480");
    private static final int SAMPLES_PER_MS = 8;
    private static final int FRAME = 160;
    private static final int LONGEST_MS = 3_300;

    @Test
    void takesAboutThreeSecondsForEveryCategory() throws Exception {
        List<String> tooLong = new ArrayList<>();
        for (String category : categories()) {
            int ms = spoken(category, NUMBERS.get(0), Tempo.BRISK).length / SAMPLES_PER_MS;
            if (ms >= LONGEST_MS) {
                tooLong.add(category + " " + ms + " ms");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** The recogniser is a harder listener than a clinician: what it still understands at this tempo, people do. */
    @Test
    void theDigitsAreUnderstoodAboutAsWellAsAtTheUsualTempo() throws Exception {
        int usual = 0;
        int brisk = 0;
        for (String number : NUMBERS) {
            usual += understood(number, Tempo.USUAL);
            brisk += understood(number, Tempo.BRISK);
        }
        assertThat(brisk).isGreaterThanOrEqualTo(usual - NUMBERS.size());
    }

    @Test
    void onlyTheDisclosureIsHurried() {
        assertThat(Arrays.stream(EmergencySentence.values())
                        .filter(sentence -> TransferSentences.tempo(sentence) == Tempo.BRISK))
                .containsExactly(EmergencySentence.DISCLOSURE);
    }

    private static int understood(String number, Tempo tempo) throws Exception {
        short[] pcm = spoken("bleeding", number, tempo);
        try (Listening listening = Senses.shared().ears.listening()) {
            short[] call = new short[pcm.length + 1_800 * SAMPLES_PER_MS];
            System.arraycopy(pcm, 0, call, 500 * SAMPLES_PER_MS, pcm.length);
            List<Heard> heard = new ArrayList<>(listening.feed(call, call.length));
            heard.addAll(listening.endOfAudio());
            List<String> words = heard.stream()
                    .filter(Heard.Final.class::isInstance)
                    .flatMap(event -> ((Heard.Final) event).words().stream())
                    .map(word -> word.text())
                    .toList();
            List<String> said =
                    List.of(SpokenText.words(number.replace("", " ").strip()).split(" "));
            return inCommon(said, words);
        }
    }

    /** The length of the longest common subsequence. */
    private static int inCommon(List<String> said, List<String> heard) {
        int[][] longest = new int[said.size() + 1][heard.size() + 1];
        for (int i = 1; i <= said.size(); i++) {
            for (int j = 1; j <= heard.size(); j++) {
                longest[i][j] = said.get(i - 1).equals(heard.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[said.size()][heard.size()];
    }

    private static short[] spoken(String category, String number, Tempo tempo) throws Exception {
        TransferSentences sentences = new TransferSentences(
                Senses.shared().catalogue,
                "Maple Street",
                FailedSentence.CALL_911,
                () -> category,
                Optional.of(number));
        short[] pcm = new short[20_000 * SAMPLES_PER_MS];
        int length = 0;
        try (SpokenSound sound = Senses.shared().voice.stream(sentences.text(EmergencySentence.DISCLOSURE), tempo)) {
            CountDownLatch never = new CountDownLatch(1);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            for (int n = sound.read(pcm, 0, FRAME); n >= 0; n = sound.read(pcm, length, FRAME)) {
                length += n;
                assertThat(System.nanoTime()).as("still not synthesised").isLessThan(deadline);
                if (n == 0) {
                    boolean unused = never.await(5, TimeUnit.MILLISECONDS);
                }
            }
            assertThat(sound.fault()).isEmpty();
        }
        return Arrays.copyOf(pcm, length);
    }

    private static Set<String> categories() throws IOException {
        Set<String> categories = new TreeSet<>();
        for (String file : List.of("base", "dental", "medical", "veterinary", "mental-health")) {
            try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                    RuleBook.class.getResourceAsStream("/emergency/" + file + ".tsv"), StandardCharsets.UTF_8))) {
                rows.lines()
                        .filter(row -> !row.startsWith("#") && row.contains("\t"))
                        .map(row -> row.split("\t")[1])
                        .forEach(categories::add);
            }
        }
        categories.remove("category");
        return categories;
    }
}
