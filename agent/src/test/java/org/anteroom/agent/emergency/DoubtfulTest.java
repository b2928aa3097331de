package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

/** Rules whose words harmless sentences hold as often, and words that were heard for a moment: the meaning of the whole turn has a say. */
class DoubtfulTest {
    private static final String CHOKED = "my mother choked at the table and she";

    private final Heard call = new Heard();

    private Detection scored(String text, boolean whole, double value) {
        Utterance said = Utterance.typed(text, 1_000);
        return call.detect(
                new Evidence.Scored(new Clause(said.words(), whole, said.audioMs()), new Score(value, List.of())));
    }

    private static Optional<Grade> grade(Detection detection) {
        return detection.decision().map(Decision::grade);
    }

    @Test
    void theyDecideNothingBeforeTheTurnIsOverAndItsMeaningKnown() {
        assertThat(call.said(CHOKED, 1_000)).isEmpty();
        assertThat(call.pause(5_000)).isEmpty();
        assertThat(call.quiet(4_000)).isEmpty();
    }

    @Test
    void whatIsPlainlyHarmlessIsOverruledAndSaysSo() {
        call.said(CHOKED, 1_000);
        Detection detection = scored(CHOKED, true, Detector.PLAINLY_HARMLESS);
        assertThat(detection.decision()).isEmpty();
        assertThat(detection.overruled()).hasValueSatisfying(doubt -> {
            assertThat(doubt.rule()).isEqualTo("choking");
            assertThat(doubt.score().orElseThrow().value()).isEqualTo(Detector.PLAINLY_HARMLESS);
        });
        assertThat(call.quiet(60_000)).isEmpty();
    }

    @Test
    void anyOtherMeaningLetsThemDecideWithTheirOwnGrade() {
        call.said(CHOKED, 1_000);
        Detection detection = scored(CHOKED, true, 0.45);
        assertThat(grade(detection)).hasValue(Grade.ALARM);
        assertThat(detection.decision().orElseThrow().rule()).isEqualTo("choking");
        assertThat(detection.decision().orElseThrow().byMeaning()).isFalse();
        assertThat(detection.decision().orElseThrow().score()).isPresent();
    }

    @Test
    void theEndOfATurnThatGoesOnSpeaksNeitherForNorAgainstThem() {
        call.partial(CHOKED, 1_000);
        assertThat(scored(CHOKED, false, -0.9).overruled()).isEmpty();
        assertThat(scored(CHOKED, false, 0.5).decision()).isEmpty();
        call.complete(CHOKED, 1_000);
        assertThat(grade(scored(CHOKED, true, 0))).hasValue(Grade.ALARM);
    }

    @Test
    void withoutAMeaningTheyCount() {
        call.said(CHOKED, 1_000);
        assertThat(call.step(new Evidence.Unjudged()).map(Decision::rule)).hasValue("choking");
        assertThat(call.step(new Evidence.Unjudged())).isEmpty();
    }

    @Test
    void aCallerWhoIsGoneInTheMiddleIsJudgedByWhatWasSaid() {
        call.partial(CHOKED, 1_000);
        assertThat(grade(scored(CHOKED, true, 0))).hasValue(Grade.ALARM);
        Heard other = new Heard();
        other.partial(CHOKED, 1_000);
        assertThat(other.step(new Evidence.Unjudged())).isPresent();
    }

    @Test
    void aTurnThatNeverEndsDecidesThreeSecondsAfterItsLastWord() {
        call.partial(CHOKED, 1_000);
        int end = Utterance.typed(CHOKED, 1_000).words().get(7).endMs();
        assertThat(call.quiet(end + 2_999)).isEmpty();
        assertThat(call.quiet(end + 3_000).map(Decision::rule)).hasValue("choking");
    }

    @Test
    void whatWasSaidSinceIsNotOverruledByAnEarlierMeaning() {
        call.said("good morning to you", 1_000);
        call.partial(CHOKED, 20_000);
        assertThat(scored("good morning to you", true, -0.9).overruled()).isEmpty();
        assertThat(call.complete(CHOKED, 20_000)).isEmpty();
        assertThat(call.step(new Evidence.Unjudged())).isPresent();
    }

    @Test
    void aLateMeaningOfAnEarlierTurnOverrulesNoLaterOne() {
        call.said("good morning to you", 1_000);
        call.said(CHOKED, 20_000);
        assertThat(scored("good morning to you", true, -0.9).overruled()).isEmpty();
        assertThat(call.step(new Evidence.Unjudged())).isPresent();
    }

    @Test
    void aSecondDoubtBeforeTheFirstIsJudgedIsNoDoubtAnyMore() {
        call.said(CHOKED, 1_000);
        assertThat(call.said("the link is dead", 20_000).map(Decision::rule)).hasValue("choking");
    }

    @Test
    void aLatchedOneOfATurnWithoutWordsCounts() {
        call.partial(CHOKED, 1_000);
        assertThat(call.step(Evidence.Words.of(new Utterance(List.of(), true, 6_000)))
                        .map(Decision::rule))
                .hasValue("choking");
    }

    @Test
    void aHitOfTheBaseSetThatTheRecogniserTakesBackIsDoubtfulToo() {
        for (double meaning : new double[] {0, -0.5}) {
            Heard other = new Heard();
            assertThat(other.partial("my chest hurts", 0)).isEmpty();
            assertThat(other.partial("my guest hers a", 0)).isEmpty();
            assertThat(other.pause(2_000)).isEmpty();
            assertThat(other.complete("my guest hers a", 0)).isEmpty();
            Clause clause = new Clause(Utterance.typed("my guest hers a", 0).words(), true, 1_250);
            assertThat(other.step(new Evidence.Scored(clause, new Score(meaning, List.of())))
                            .isPresent())
                    .isEqualTo(meaning == 0);
        }
    }

    @Test
    void aHitThatComesBackIsNotDoubtful() {
        call.partial("my chest hurts", 0);
        call.partial("my guest hers a", 0);
        call.partial("my chest hurts", 0);
        assertThat(call.pause(2_000)).isPresent();
    }

    @Test
    void theBaseSetHoldsNone() {
        TsvFile.Row row = new TsvFile.Row("base.tsv", 3, List.of("r", "c", "alarm", "doubtful", "word"));
        Rule rule = Rule.of(row, new PhraseParser(new Lexicon()));
        assertThatThrownBy(() -> RuleBook.firm(row, rule))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("base.tsv line 3")
                .hasMessageContaining("doubtful");
    }

    @Test
    void whatHappensNowIsInTheBaseSet() {
        RulesAlone rules = new RulesAlone(new Detector(RuleBook.of(Set.of()), Keys.DEFAULT));
        assertThat(rules)
                .accepts(
                        "he is choking",
                        "she's having a seizure",
                        "he's been hit by a car",
                        "she swallowed poison",
                        "someone got stabbed",
                        "i think he's dead",
                        "please help my son");
        assertThat(rules.ruling("seizure")).isEqualTo(Ruling.DOUBTFUL);
        assertThat(rules.ruling("i would like to move my cleaning")).isEqualTo(Ruling.NONE);
    }
}
