package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class IntentsTest {
    @Test
    void understandsTheReviewedSentences() throws IOException {
        List<String> misses = new ArrayList<>();
        int sentences = 0;
        Intent expected = Intent.NONE;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                expected = Intent.headed(line.substring(1, line.length() - 1)).orElseThrow();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sentences++;
                Meaning meaning = Intents.REVIEWED.of(Normaliser.words(line));
                if (meaning.intent() != expected) {
                    misses.add(expected + " heard as " + meaning + ": " + line);
                }
            }
        }
        assertThat(sentences).isGreaterThan(500);
        assertThat(misses).isEmpty();
    }

    @Test
    void costsLittleHoweverLongTheTurn() {
        List<String> endless = Normaliser.words("i want to the my a is it do you have any can ".repeat(200));
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> Intents.REVIEWED.of(endless));
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        assertThatThrownBy(() -> Intents.parse("[hours]\n5 open\nsix hours")).hasMessageContaining("intents.txt:3");
        assertThatThrownBy(() -> Intents.parse("[nonsense]")).hasMessageContaining("intents.txt:1");
        assertThatThrownBy(() -> Intents.parse("[hours]\n5 open {nothing}")).hasMessageContaining("{nothing}");
    }

    /** Not a target of this test: only what the development corpus says of the intents, when it is there. */
    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void understandsMostRequestsOfTheCorpus() throws IOException {
        Map<String, int[]> classes = new TreeMap<>();
        int right = 0;
        int all = 0;
        for (String line : Files.readAllLines(Path.of(System.getenv("ANTEROOM_CORPUS"), "requests.tsv"))) {
            String[] columns = line.split("\t");
            if (columns[0].equals("id")) {
                continue;
            }
            Intent heard = Intents.REVIEWED.of(Normaliser.words(columns[4])).intent();
            int[] counts = classes.computeIfAbsent(columns[2], name -> new int[2]);
            counts[1]++;
            all++;
            if (heard.label().equals(columns[2])) {
                counts[0]++;
                right++;
            }
        }
        StringBuilder table = new StringBuilder("requests.tsv " + right + "/" + all + "\n");
        classes.forEach((name, counts) -> table.append(name + " " + counts[0] + "/" + counts[1] + "\n"));
        assertThat(right).as(table.toString()).isGreaterThan(all * 7 / 10);
    }

    static List<String> lines() throws IOException {
        try (InputStream in = IntentsTest.class.getResourceAsStream("sentences.txt")) {
            return in == null
                    ? Collections.emptyList()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }
}
