package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;
import org.junit.jupiter.api.Test;

class DutyTalkTest extends KeyTalkCase<DutyState> {
    /** A Saturday night. */
    private static final Instant NOW = Instant.parse("2026-11-21T23:00:00Z");

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T08:00");
    private static final LocalDateTime SUNDAY = LocalDateTime.parse("2026-11-22T08:00");
    private static final DutyChoice GIVES = new DutyChoice(
            "dentists", List.of("Dr. Reed"), true, List.of("Dr. Ito", "Dr. Yu"), List.of(MONDAY, SUNDAY));
    private static final DutyChoice TAKES =
            new DutyChoice("dentists", List.of("Dr. Reed"), false, List.of("Dr. Reed"), List.of(MONDAY));
    private static final HandOver GIVEN = new HandOver("dentists", "Dr. Reed", "Dr. Yu", SUNDAY);

    private static final DutyTalk TALK = new DutyTalk(ZoneOffset.UTC, '1');

    DutyTalkTest() {
        super(TALK.start(), false);
    }

    @Override
    KeyTurn<DutyState> step(DutyState state, Input input) {
        return TALK.step(state, input, NOW);
    }

    private void known(DutyChoice... choices) {
        began();
        keys("2468");
        news(new DutyNews.Known("Dr. Reed", List.of(choices)));
    }

    @Test
    void whoIsOnCallGivesItByNumbersAndHearsThatItIsDone() {
        began();
        assertThat(said())
                .containsExactly("This line changes who is on call. Please enter your pin, then press pound.");
        keys("2468");
        assertThat(wishes()).containsExactly(new DutyWish.CheckPin("2468"));
        assertThat(wishes().get(0)).hasToString("CheckPin");

        news(new DutyNews.Known("Dr. Reed", List.of(GIVES)));
        assertThat(said())
                .containsExactly(
                        "Dr. Reed is on call now for dentists.",
                        "To hand it to Dr. Ito, press one.",
                        "To hand it to Dr. Yu, press two.");
        keys("2");
        assertThat(said())
                .containsExactly(
                        "Until Monday at eight in the morning, press one.",
                        "Until tomorrow at eight in the morning, press two.");
        keys("2");
        assertThat(said()).containsExactly("I am calling Dr. Yu. Please stay on the line.");
        assertThat(wishes()).containsExactly(new DutyWish.Ask(GIVEN));

        news(new DutyNews.Done());
        assertThat(said()).containsExactly("Dr. Yu has the on-call phone until tomorrow at eight in the morning.");
        assertThat(acts).last().isInstanceOf(Act.End.class);
    }

    @Test
    void whoIsNotOnCallTakesItWithTheAcceptKeyAlone() {
        began();
        keys("2468");
        news(new DutyNews.Known("Dr. Yu", List.of(TAKES)));
        keys("1", "1");
        assertThat(said())
                .containsExactly(
                        "You take the on-call phone from Dr. Reed until Monday at eight in the morning. Press one to take"
                                + " it.");
        keys("2");
        assertThat(wishes()).isEmpty();
        keys("1");
        assertThat(wishes()).containsExactly(new DutyWish.Take(new HandOver("dentists", "Dr. Reed", "Dr. Yu", MONDAY)));
        news(new DutyNews.Done());
        assertThat(said())
                .containsExactly("Thank you. You have the on-call phone until Monday at eight in the morning.");
    }

    @Test
    void ofSeveralRotasOneIsChosenFirst() {
        DutyChoice other = new DutyChoice("surgeons", List.of("Dr. Reed"), true, List.of("Dr. Yu"), List.of(SUNDAY));
        DutyChoice nothing = new DutyChoice("nurses", List.of(), false, List.of(), List.of(SUNDAY));
        known(GIVES, nothing, other);
        assertThat(said()).containsExactly("For dentists, press one.", "For surgeons, press two.");
        keys("2", "1", "1");
        assertThat(wishes()).containsExactly(new DutyWish.Ask(new HandOver("surgeons", "Dr. Reed", "Dr. Yu", SUNDAY)));
    }

    @Test
    void aWrongPinIsAskedForAgainAndTheLastEndsTheCall() {
        began();
        keys("2468");
        news(new DutyNews.WrongPin());
        assertThat(said()).containsExactly("That pin is not right. Please enter your pin, then press pound.");
        assertThat(acts).last().isEqualTo(new Listen(Hearing.OPEN, List.of(), true, true, 8_000));
        keys("2468");
        news(new DutyNews.Locked());
        assertThat(said().get(0)).contains("too many wrong pins");
        assertThat(acts).last().isInstanceOf(Act.End.class);
    }

    @Test
    void nothingTakenLeavesTheGiverOnCallAndSaysSo() {
        known(GIVES);
        keys("2", "1");
        news(new DutyNews.NotTaken());
        assertThat(said()).containsExactly("Dr. Yu has not taken it. You are still on call.");
    }

    @Test
    void aHoleIsSaidSo() {
        known(GIVES);
        keys("2", "1");
        news(new DutyNews.Hole());
        assertThat(said()).containsExactly("Nobody would be on call for some time. Nothing is changed.");
    }

    @Test
    void whoeverWaitsIsNeverLeftInSilence() {
        known(GIVES);
        keys("2", "1");
        put(new Input.Silent());
        assertThat(said()).containsExactly("I am still calling Dr. Yu.");
        assertThat(acts).last().isInstanceOf(Listen.class);
    }

    @Test
    void whoTypesNothingIsAskedAgainAndThenLeft() {
        began();
        put(new Input.Silent());
        put(new Input.Silent());
        assertThat(said().get(0)).contains("enter your pin");
        put(new Input.Silent());
        assertThat(acts).last().isInstanceOf(Act.End.class);
    }

    @Test
    void theGiverWhoHangsUpWhileItRingsIsToldByPhone() {
        known(GIVES);
        put(new Input.HungUp());
        assertThat(wishes()).isEmpty();

        state = TALK.start();
        known(GIVES);
        keys("2", "1");
        put(new Input.HungUp());
        assertThat(wishes()).containsExactly(new DutyWish.TellByPhone());
        news(new DutyNews.Done());
        assertThat(acts).isEmpty();
    }

    @Test
    void anEmergencyForgetsThePinAndAnOutcomeThatCameMeanwhileIsToldAfterIt() {
        known(GIVES);
        put(new Input.Overridden());
        keys("1");
        assertThat(acts).isEmpty();
        put(new Input.Resumed());
        assertThat(said().get(0)).contains("enter your pin");
        assertThat(state.known()).isEmpty();

        state = TALK.start();
        known(GIVES);
        keys("2", "1");
        put(new Input.Overridden());
        news(new DutyNews.Done());
        assertThat(acts).isEmpty();
        put(new Input.Resumed());
        assertThat(said().get(0)).startsWith("Dr. Yu has the on-call phone");
    }

    @Test
    void aHandOverThatIsUnderWayIsWaitedForAfterAFalseAlarm() {
        known(GIVES);
        keys("2", "2");
        put(new Input.Overridden());
        put(new Input.Overridden());
        put(new Input.Resumed());
        assertThat(said()).containsExactly("I am still calling Dr. Yu.");
        assertThat(state.stage()).isEqualTo(DutyStage.WAITING);
        news(new DutyNews.WrongPin());
        assertThat(acts).isEmpty();
        news(new DutyNews.Done());
        assertThat(said()).containsExactly("Dr. Yu has the on-call phone until tomorrow at eight in the morning.");
    }

    @Test
    void theOutcomeOfAHandOverIsNoAnswerToAPin() {
        began();
        keys("2468");
        for (DutyNews news : List.of(new DutyNews.Done(), new DutyNews.NotTaken(), new DutyNews.Hole())) {
            news(news);
            assertThat(acts).isEmpty();
        }
        assertThat(state.stage()).isEqualTo(DutyStage.CHECKING);
    }

    @Test
    void zeroReachesThePersonAtTheDesk() {
        known(GIVES);
        keys("0");
        assertThat(acts).contains(new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED));
        put(new Input.TransferFailed(Destination.DESK));
        assertThat(said().get(1)).contains("enter your pin");
    }
}
