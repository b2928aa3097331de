package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    @Test
    void anImmediateRuleFiresOnItsLastWordAndNamesItself() {
        Heard call = new Heard();
        assertThat(call.partial("i'd like an appointment and i can't", 0)).isEmpty();
        assertThat(call.partial("i'd like an appointment and i can't breathe", 0))
                .hasValueSatisfying(decision -> {
                    assertThat(decision.grade()).isEqualTo(Grade.ALARM);
                    assertThat(decision.rule()).isEqualTo("cannot-breathe");
                    assertThat(decision.category()).isEqualTo("breathing");
                    assertThat(decision.words()).extracting("text").containsExactly("can't", "breathe");
                });
    }

    @Test
    void aDecisionPrintsNoneOfTheCallersWords() {
        assertThat(Heard.decision("my chest hurts").orElseThrow().toString()).doesNotContain("hurts");
    }

    @Test
    void aSettleRuleWaitsForTwoMoreWords() {
        Heard call = new Heard();
        assertThat(call.partial("i have chest pain", 0)).isEmpty();
        assertThat(call.partial("i have chest pain and", 0)).isEmpty();
        assertThat(call.partial("i have chest pain and nausea", 0)).isPresent();
    }

    @Test
    void aSettleRuleWaitsForAPauseInTheSound() {
        Heard call = new Heard();
        assertThat(call.pause(900)).isEmpty();
        call.partial("i have chest pain", 0);
        assertThat(call.pause(1_600)).isPresent();
    }

    @Test
    void whereNoiseHidesThePauseASecondWithoutAWordWillDo() {
        Heard call = new Heard();
        call.partial("i have chest pain", 0);
        int lastWordEnds = 4 * 300;
        assertThat(call.quiet(lastWordEnds + 999)).isEmpty();
        assertThat(call.quiet(lastWordEnds + 1_000)).isPresent();
    }

    @Test
    void whileWeSpeakAShorterTimeWillDo() {
        Heard call = new Heard();
        call.partial("i have chest pain", 0);
        assertThat(call.step(new Evidence.Quiet(4 * 300 + 299, true))).isEmpty();
        assertThat(call.step(new Evidence.Quiet(4 * 300 + 300, true))).isPresent();
    }

    @Test
    void whatIsToldAsPastWaitsForThePauseAfterWhichItMayBeLongAgo() {
        Heard call = new Heard();
        assertThat(call.partial("i had a stroke back in", 0)).isEmpty();
        assertThat(call.complete("i had a stroke back in march", 0)).isEmpty();
        Heard now = new Heard();
        assertThat(now.partial("i had a stroke and i'm", 0)).isEmpty();
        assertThat(now.pause(2_400)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my mom had a stroke she is eighty years old",
                "my husband had a seizure he is hurt so i need somebody",
                "my friend passed out and she is so pale",
                "my friend passed out can you send help",
                "my mom had a stroke i want to know what to do",
                "my neighbor collapsed he went to the back and fell"
            })
    void whatIsToldAsPastAndIsNotLongAgoIsDecidedWordByWordWithoutAPause(String text) {
        assertThat(Heard.decision(text)).isPresent();
    }

    @Test
    void whatHasGoneOnSinceThisMorningIsNotToldAsPast() {
        Heard call = new Heard();
        assertThat(call.partial("my husband has had bad chest pains since", 0)).isEmpty();
        assertThat(call.partial("my husband has had bad chest pains since breakfast", 0))
                .isPresent();
        for (String harmless : List.of(
                "my husband has had no chest pain since yesterday and so",
                "she has had chest pain since eleven years ago",
                "i have had chest pain since this spring on and off")) {
            assertThat(new Heard().partial(harmless, 0)).as(harmless).isEmpty();
        }
    }

    @Test
    void anEndWithoutWordsTakesNothingBack() {
        Heard call = new Heard();
        call.partial("i have chest pain", 0);
        assertThat(call.complete("", 1_250)).isPresent();
    }

    @Test
    void whatIsToldAsPastWaitsForSixMoreWordsAtMost() {
        Heard call = new Heard();
        assertThat(call.partial("my dad had a stroke and we are at home", 0)).isEmpty();
        assertThat(call.partial("my dad had a stroke and we are at home please", 0))
                .isPresent();
    }

    @Test
    void aSettleRuleWaitsForTheEndOfTheTurn() {
        Heard call = new Heard();
        assertThat(call.partial("i have chest pain", 0)).isEmpty();
        assertThat(call.complete("i have chest pain", 0)).isPresent();
    }

    @Test
    void politenessAtTheEndOfOneAnswerAndTheBeginningOfTheNextIsNoCry() {
        Heard call = new Heard();
        assertThat(call.said("yes please", 0)).isEmpty();
        assertThat(call.said("please call me back about the bill", 6_000)).isEmpty();
        assertThat(call.said("can somebody call me back please", 12_000)).isEmpty();
        assertThat(call.said("somebody from the office", 15_000)).isEmpty();
        assertThat(call.said("please please please somebody come", 18_000)).isPresent();
    }

    @Test
    void wordsAfterTheHitTakeBackWhatHasNotSettled() {
        Heard call = new Heard();
        assertThat(call.partial("i want to change my emergency", 0)).isEmpty();
        assertThat(call.complete("i want to change my emergency contact", 0)).isEmpty();
    }

    @Test
    void aGuessThatTheRecogniserTakesBackAtOnceIsForgotten() {
        Heard call = new Heard();
        assertThat(call.partial("he ate some chocolate", 0)).isEmpty();
        assertThat(call.partial("he ate some grass", 0)).isEmpty();
        assertThat(call.complete("he ate some grass today", 0)).isEmpty();
    }

    @Test
    void aNegationHeardLaterTakesAWaitingHitBack() {
        Heard call = new Heard();
        call.partial("know chest pain", 0);
        assertThat(call.complete("no chest pain", 0)).isEmpty();
    }

    @Test
    void theSameWordsFireOnce() {
        Heard call = new Heard();
        assertThat(call.partial("i can't breathe", 0)).isPresent();
        assertThat(call.partial("i can't breathe please", 0)).isEmpty();
        assertThat(call.complete("i can't breathe please", 0)).isEmpty();
        assertThat(call.said("i can't breathe", 5000)).isEmpty();
    }

    @Test
    void aConcernMayRiseToAnAlarmAndNeverFalls() {
        Heard call = new Heard();
        assertThat(call.said("it's really urgent", 0))
                .get()
                .extracting(Decision::grade)
                .isEqualTo(Grade.CONCERN);
        assertThat(call.said("he's not breathing", 4000))
                .get()
                .extracting(Decision::grade)
                .isEqualTo(Grade.ALARM);
        call.said("it's really urgent", 8000);
        assertThat(call.grade()).isEqualTo(Grade.ALARM);
    }

    @Test
    void wordsOfTwoTurnsMakeOneEmergency() {
        Heard call = new Heard();
        assertThat(call.said("i can't", 0)).isEmpty();
        assertThat(call.said("breathe", 3000)).isPresent();
    }

    @Test
    void wordsMoreThanTwentySecondsApartDoNot() {
        Heard call = new Heard();
        call.said("i can't", 0);
        assertThat(call.said("breathe", 30_000)).isEmpty();
    }

    @Test
    void aNegatedWordStaysNegatedWhenItsNegationLeavesTheWindow() {
        Heard call = new Heard();
        call.said("no chest pain", 0);
        for (int ms = 2000; ms < 40_000; ms += 500) {
            assertThat(call.said("okay", ms)).isEmpty();
        }
    }

    @Test
    void aCallGivenBackByAHumanMayFireAgain() {
        Heard call = new Heard();
        assertThat(call.said("he's choking", 0)).isPresent();
        call.rearm(20_000);
        assertThat(call.partial("he's choking", 0)).isEmpty();
        assertThat(call.said("he stopped breathing", 21_000)).isPresent();
    }

    @Test
    void notUnderstoodTwiceInARowIsAConcern() {
        Heard call = new Heard();
        assertThat(call.step(new Evidence.NotUnderstood(1000))).isEmpty();
        call.step(new Evidence.Understood(2000));
        assertThat(call.step(new Evidence.NotUnderstood(3000))).isEmpty();
        assertThat(call.step(new Evidence.NotUnderstood(4000)))
                .get()
                .extracting(Decision::grade)
                .isEqualTo(Grade.CONCERN);
    }

    @Test
    void helpWithoutAnObjectIsAConcernAndRepeatedHelpAnAlarm() {
        assertThat(Heard.grade("help")).isEqualTo(Grade.CONCERN);
        assertThat(Heard.grade("help help help")).isEqualTo(Grade.ALARM);
        assertThat(Heard.grade("can you help me")).isEqualTo(Grade.NONE);
        assertThat(Heard.grade("help me find the portal")).isEqualTo(Grade.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nine one one", "call nine one one", "please call an ambulance", "should i call nine one one"})
    void theEmergencyNumberSpokenIsAnAlarm(String text) {
        assertThat(Heard.grade(text)).isEqualTo(Grade.ALARM);
    }

    @Test
    void aPhoneNumberThatHoldsNineOneOneIsNone() {
        assertThat(Heard.grade("my number is five five five nine one one two")).isEqualTo(Grade.NONE);
    }

    @Test
    void aMishearingThatSaysTheOppositeWithFineDoesNotFireAlone() {
        assertThat(Heard.grade("he can breathe fine")).isEqualTo(Grade.NONE);
    }
}
