package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

/** What the detector makes of a score. */
class ScoredTest {
    private final Heard call = new Heard();

    private Optional<Decision> scored(String text, boolean whole, double value) {
        Utterance said = Utterance.typed(text, 1_000);
        Score score = new Score(
                value,
                List.of(
                        new Score.Near("l-1", "he fell behind", "idiom", false, 0.8),
                        new Score.Near("m-1", "he fell and is out cold", "unconscious", true, 0.7)));
        return call.step(new Evidence.Scored(new Clause(said.words(), whole, said.audioMs()), score));
    }

    @Test
    void aWholeTurnThatSurelyMeansAnEmergencyIsAnAlarmAndKeepsItsReasons() {
        assertThat(scored("he went over like a tree", true, 0.9)).hasValueSatisfying(decision -> {
            assertThat(decision.grade()).isEqualTo(Grade.ALARM);
            assertThat(decision.rule()).isEqualTo("meaning");
            assertThat(decision.category()).isEqualTo("unconscious");
            assertThat(decision.words()).hasSize(6);
            assertThat(decision.audioMs()).isEqualTo(2_800);
            assertThat(decision.score().orElseThrow().toString()).isEqualTo("0.90 near l-1, m-1");
        });
    }

    @Test
    void whatAClinicianHearsIsACategoryOfTheRules() {
        Set<String> ofRules = Stream.of("base", "dental", "medical", "veterinary", "mental-health")
                .flatMap(file -> TsvFile.read(file + ".tsv").rows().stream())
                .map(row -> row.column(1))
                .collect(Collectors.toSet());
        assertThat(KnownSentence.all().stream()
                        .filter(KnownSentence::emergency)
                        .map(sentence -> Score.spoken(sentence.category())))
                .allMatch(ofRules::contains);
    }

    @Test
    void doubtIsAConcernAndMayStillRise() {
        assertThat(scored("he went over like a tree", true, 0.5).map(Decision::grade))
                .hasValue(Grade.CONCERN);
        assertThat(scored("he went over", true, 0.5)).isEmpty();
        assertThat(call.said("he is not breathing", 5_000).map(Decision::grade)).hasValue(Grade.ALARM);
    }

    @Test
    void theEndOfATurnThatGoesOnMustMeanMore() {
        assertThat(scored("he went over like a tree", false, 0.6)).isEmpty();
        assertThat(scored("he went over like a tree", false, 0.7).map(Decision::grade))
                .hasValue(Grade.ALARM);
    }

    @Test
    void aLowScoreTakesNothingBack() {
        assertThat(call.partial("i have chest pain", 0)).isEmpty();
        assertThat(scored("i have chest pain", true, -1)).isEmpty();
        assertThat(call.complete("i have chest pain", 0)).isPresent();
    }

    @Test
    void wordsFromBeforeTheCallCameBackCountNoMore() {
        call.rearm(2_000);
        assertThat(scored("he went over like a tree", true, 0.9)).isEmpty();
    }
}
