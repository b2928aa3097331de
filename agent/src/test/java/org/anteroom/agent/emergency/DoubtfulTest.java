package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.HeardWord;
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
        assertThat(call.step(new Evidence.Unjudged(Long.MAX_VALUE)).map(Decision::rule))
                .hasValue("choking");
        assertThat(call.step(new Evidence.Unjudged(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void aCallerWhoIsGoneInTheMiddleIsJudgedByWhatWasSaid() {
        call.partial(CHOKED, 1_000);
        assertThat(grade(scored(CHOKED, true, 0))).hasValue(Grade.ALARM);
        Heard other = new Heard();
        other.partial(CHOKED, 1_000);
        assertThat(other.step(new Evidence.Unjudged(Long.MAX_VALUE))).isPresent();
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
        assertThat(call.step(new Evidence.Unjudged(Long.MAX_VALUE))).isPresent();
    }

    /** "Swell" was heard for a moment in a name, and something of another turn made an allergy of it. */
    @Test
    void aGuessThatOnlyWordsOfAnEarlierTurnMakeAnEmergencyIsOverruledByAHarmlessTurn() {
        for (double meaning : List.of(-0.5, 0.0)) {
            Heard each = new Heard();
            each.said("should i stop my antibiotic", 1_000);
            each.said("yes please", 6_000);
            String guess = "my name is swelling";
            Utterance guessed = Utterance.typed(guess, 9_000);
            each.partial(guess, 9_000);
            each.detect(Evidence.Words.of(new Utterance(guessed.words(), false, guessed.audioMs() + 300)));
            Utterance said = Utterance.typed("my name is helen parker", 9_000);
            assertThat(each.complete("my name is helen parker", 9_000)).isEmpty();
            Detection detection = each.detect(
                    new Evidence.Scored(new Clause(said.words(), true, said.audioMs()), new Score(meaning, List.of())));
            assertThat(detection.overruled().isPresent()).isEqualTo(meaning < 0);
            assertThat(detection.decision().isPresent()).isEqualTo(meaning == 0);
        }
    }

    /** The second half alone says little of what both halves mean. */
    @Test
    void whatStandsInTwoTurnsIsNotOverruledByTheMeaningOfTheSecond() {
        Heard each = new Heard();
        each.said("my daughter had a motorcycle", 1_000);
        String rest = "crash and i need to move her cleaning";
        Utterance said = Utterance.typed(rest, 6_000);
        each.partial(rest, 6_000);
        assertThat(each.complete(rest, 6_000)).isEmpty();
        Detection detection = each.detect(
                new Evidence.Scored(new Clause(said.words(), true, said.audioMs()), new Score(-0.9, List.of())));
        assertThat(detection.decision()).isPresent();
    }

    @Test
    void aLateMeaningOfAnEarlierTurnOverrulesNoLaterOne() {
        call.said("good morning to you", 1_000);
        call.said(CHOKED, 20_000);
        assertThat(scored("good morning to you", true, -0.9).overruled()).isEmpty();
        assertThat(call.step(new Evidence.Unjudged(Long.MAX_VALUE))).isPresent();
    }

    @Test
    void aMeaningThatComesTooLateForOneTurnDecidesNothingOfTheNext() {
        call.said("good morning to you", 1_000);
        call.partial(CHOKED, 20_000);
        assertThat(call.step(new Evidence.Unjudged(2_200))).isEmpty();
        assertThat(call.step(new Evidence.Unjudged(60_000))).isPresent();
    }

    @Test
    void theEndOfALongTurnOverrulesNothingThatWasSaidBeforeIt() {
        call.said(CHOKED + " and then we talked", 1_000);
        List<HeardWord> end =
                Utterance.typed(CHOKED + " and then we talked", 1_000).words().subList(4, 12);
        Detection detection =
                call.detect(new Evidence.Scored(new Clause(end, true, 10_000), new Score(-0.9, List.of())));
        assertThat(grade(detection)).hasValue(Grade.ALARM);
        assertThat(detection.overruled()).isEmpty();
    }

    @Test
    void neitherIsWhatALongerPhraseOfTheEndStandsNextTo() {
        String text = "my uncle choked and we all just waited here for him and now the link is dead";
        call.said(text, 1_000);
        List<HeardWord> end = Utterance.typed(text, 1_000).words().subList(8, 17);
        Detection detection =
                call.detect(new Evidence.Scored(new Clause(end, true, 10_000), new Score(-0.9, List.of())));
        assertThat(detection.decision().map(Decision::rule)).hasValue("choking");
        assertThat(detection.overruled().map(Decision::rule)).hasValue("dead");
    }

    @Test
    void unlikelyReadingsAloneDoNotOverruleWhatTheLikeliestLeavesOpen() {
        Utterance said = Utterance.typed(CHOKED, 1_000);
        List<Reading> others = List.of(new Reading(said.words(), 0), new Reading(said.words(), 0));
        Clause clause = new Clause(said.words(), true, said.audioMs(), others);
        double[] values = {-0.2, -0.9, -0.9};
        int[] asked = {0};
        Evidence.Scored scored = Evidence.Scored.of(clause, text -> new Score(values[asked[0]++], List.of()));
        assertThat(scored.score().value()).isLessThan(Detector.PLAINLY_HARMLESS);
        call.step(Evidence.Words.of(said));
        assertThat(call.detect(scored).decision().map(Decision::rule)).hasValue("choking");
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
                        "please help my son",
                        "seizure",
                        "help choking",
                        "help my dog",
                        "my mother was shot",
                        "the dog ate rat poison",
                        "he won't let me leave",
                        "this is the end",
                        "tell my kids i love them");
        assertThat(rules.ruling("his seizure and the rest")).isEqualTo(Ruling.DOUBTFUL);
        assertThat(rules.ruling("i would like to move my cleaning")).isEqualTo(Ruling.NONE);
    }
}
