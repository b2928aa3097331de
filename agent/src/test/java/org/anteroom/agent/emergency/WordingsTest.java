package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

/** The rules on wordings of our own, each with the phrases of its practice. */
class WordingsTest {

    private final Map<PracticeType, Detector> detectors = new EnumMap<>(PracticeType.class);

    @Test
    void nearlyEveryWayToSayAnEmergencyFires() throws IOException {
        List<String> missed = firedUnlike("emergency", true);
        assertThat(missed).as("emergencies that did not fire").hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void hardlyAnyOrdinarySentenceFires() throws IOException {
        List<String> fired = firedUnlike("not", false);
        assertThat(fired).as("other sentences that fired").hasSizeLessThanOrEqualTo(18);
    }

    private List<String> firedUnlike(String label, boolean expected) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordingsTest.class.getResourceAsStream("/emergency/wordings.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] row = line.split("\t", -1);
                if (row[2].equals(label) && fires(row[1], row[4]) != expected) {
                    wrong.add(row[0] + " " + row[4]);
                }
            }
        }
        return wrong;
    }

    private boolean fires(String practice, String text) {
        Optional<PracticeType> type = PracticeType.of(practice);
        Detector detector = type.isEmpty()
                ? Heard.EVERY_PRACTICE
                : detectors.computeIfAbsent(
                        type.get(), only -> new Detector(RuleBook.of(EnumSet.of(only)), Keys.DEFAULT));
        Utterance whole = Utterance.typed(text, 0);
        DetectorState state = detector.initial();
        for (int words = 1; words <= whole.words().size(); words++) {
            state = detector.step(state, Evidence.Words.of(whole.partial(words)))
                    .state();
        }
        return detector.step(state, Evidence.Words.of(whole)).state().grade() != Grade.NONE;
    }
}
