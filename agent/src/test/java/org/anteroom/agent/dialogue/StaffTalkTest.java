package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaffTalkTest extends KeyTalkCase<StaffState> {
    /** A Monday, ten in the morning. */
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final LocalDateTime ELEVEN = LocalDateTime.parse("2026-11-23T11:00");
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-11-24T08:00");
    private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-11-24T00:00");
    private static final StaffOverride.Out ORTIZ = new StaffOverride.Out("ortiz", "Doctor Ortiz", MIDNIGHT);
    private static final StaffChoices NOTHING =
            new StaffChoices(true, List.of(ELEVEN, MORNING), List.of(ORTIZ), List.of());

    private static final StaffTalk TALK = new StaffTalk(ZoneOffset.UTC);

    StaffTalkTest() {
        super(TALK.start(), true);
    }

    @Override
    KeyTurn<StaffState> step(StaffState state, Input input) {
        return TALK.step(state, input, NOW);
    }

    private void known(StaffChoices choices) {
        began();
        keys("2468");
        news(new StaffNews.Welcome("Ana", choices));
    }

    private static StaffChoices inForce(StaffOverride... standing) {
        return new StaffChoices(true, List.of(ELEVEN), List.of(), List.of(standing));
    }

    @Test
    void allCallsGoToTheDeskOnlyWhenItIsConfirmedAndAreSaidToOnlyWhenItIsKept() {
        began();
        assertThat(said())
                .containsExactly("This line changes what callers get today. Please enter your pin, then press pound.");
        keys("2468");
        assertThat(wishes()).containsExactly(new DutyWish.CheckPin("2468"));
        news(new StaffNews.Welcome("Ana", NOTHING));
        assertThat(said())
                .containsExactly(
                        "To put all calls to the desk, press one.",
                        "To close the office for a while, press two.",
                        "For a provider who is away today, press three.",
                        "To hear what is in force now, press four.");
        keys("1");
        assertThat(said())
                .containsExactly(
                        "Until today at eleven in the morning, press one.",
                        "Until tomorrow at eight in the morning, press two.",
                        "To go back, press nine.");
        keys("1");
        assertThat(said())
                .containsExactly(
                        "All calls will ring at the desk first, until today at eleven in the morning.",
                        "To confirm, press one.",
                        "To go back, press nine.");
        assertThat(wishes()).isEmpty();
        keys("1");
        StaffOverride.ToDesk toDesk = new StaffOverride.ToDesk(ELEVEN);
        assertThat(wishes()).containsExactly(new StaffWish.Put("Ana", toDesk));
        assertThat(said()).isEmpty();

        news(new StaffNews.Put(toDesk, List.of(), inForce(toDesk)));
        assertThat(said())
                .startsWith("That is done.", "All calls ring at the desk first, until today at eleven in the morning.")
                .contains("To end something, press five.");
    }

    /** A button of the phone sends code, PIN and choices at once: what comes while the PIN is compared waits for it. */
    @Test
    void keysThatAreTypedAheadCountOnceThePinIsRight() {
        began();
        keys("2468", "1", "1", "1");
        assertThat(wishes()).isEmpty();
        news(new StaffNews.Welcome("Ana", NOTHING));
        assertThat(wishes()).containsExactly(new StaffWish.Put("Ana", new StaffOverride.ToDesk(ELEVEN)));
    }

    @Test
    void aWrongPinForgetsWhatWasTypedAhead() {
        began();
        keys("2468", "1", "1");
        news(new DutyNews.WrongPin());
        keys("2468");
        news(new StaffNews.Welcome("Ana", NOTHING));
        assertThat(state.stage()).isEqualTo(StaffStage.MENU);
    }

    @Test
    void ofChoicesTypedAheadOnlyWhatIsLeftToSayIsHeard() {
        began();
        keys("2468", "1", "1");
        news(new StaffNews.Welcome("Ana", NOTHING));
        assertThat(said())
                .containsExactly(
                        "All calls will ring at the desk first, until today at eleven in the morning.",
                        "To confirm, press one.",
                        "To go back, press nine.");
    }

    @Test
    void aProviderWhoIsAwayCancelsNothingAndTheAppointmentsAreReadByTimeAlone() {
        known(NOTHING);
        keys("3");
        assertThat(said()).containsExactly("For Doctor Ortiz, press one.", "To go back, press nine.");
        keys("1");
        assertThat(said())
                .startsWith(
                        "Doctor Ortiz will be marked as away for the rest of today.",
                        "No appointment is cancelled by this.");
        keys("1");
        assertThat(wishes()).containsExactly(new StaffWish.Put("Ana", ORTIZ));
        news(new StaffNews.Put(
                ORTIZ,
                List.of(LocalDateTime.parse("2026-11-23T11:30"), LocalDateTime.parse("2026-11-23T14:00")),
                inForce(ORTIZ)));
        assertThat(said())
                .containsExactly(
                        "That is done.",
                        "Doctor Ortiz is away for the rest of today.",
                        "two appointments of today are affected. Please tell the patients.",
                        "To hear the times, press one.",
                        "To go back, press nine.");
        keys("1");
        assertThat(said())
                .containsExactly(
                        "At eleven thirty in the morning.", "For the next one, press one.", "To go back, press nine.");
        put(new Input.Silent());
        assertThat(said()).startsWith("At eleven thirty in the morning.");
        keys("1");
        assertThat(said()).startsWith("At two in the afternoon.", "That was the last one.");
        assertThat(state.stage()).isEqualTo(StaffStage.MENU);
    }

    @Test
    void whereNoAppointmentIsAffectedThatIsSaid() {
        known(NOTHING);
        keys("3", "1", "1");
        news(new StaffNews.Put(ORTIZ, List.of(), inForce(ORTIZ)));
        assertThat(said()).contains("No appointments of today are affected.");
        assertThat(state.stage()).isEqualTo(StaffStage.MENU);
    }

    @Test
    void whatIsInForceIsToldAndEndedAfterAQuestion() {
        StaffOverride.Closed closed = new StaffOverride.Closed(MORNING);
        known(inForce(closed, ORTIZ));
        keys("4");
        assertThat(said())
                .startsWith(
                        "The office is closed to callers until tomorrow at eight in the morning.",
                        "Doctor Ortiz is away for the rest of today.",
                        "To put all calls to the desk, press one.");
        keys("5");
        assertThat(said())
                .containsExactly(
                        "To open the office again, press one.",
                        "To mark Doctor Ortiz as back, press two.",
                        "To go back, press nine.");
        keys("1");
        assertThat(said()).startsWith("The office will be open again in its usual hours.", "To confirm, press one.");
        keys("1");
        assertThat(wishes()).containsExactly(new StaffWish.Lift("Ana", closed));
        news(new StaffNews.Lifted(closed, inForce(ORTIZ)));
        assertThat(said()).startsWith("That is done. The office is open again in its usual hours.");
    }

    @Test
    void nothingIsOfferedThatIsNotThere() {
        known(new StaffChoices(false, List.of(ELEVEN), List.of(), List.of()));
        assertThat(said())
                .containsExactly(
                        "To close the office for a while, press two.", "To hear what is in force now, press four.");
        for (String key : List.of("1", "3", "5", "7", "9", "")) {
            keys(key);
            assertThat(state.stage()).as(key).isEqualTo(StaffStage.MENU);
            assertThat(wishes()).isEmpty();
        }
        keys("4");
        assertThat(said()).startsWith("Nothing is in force now.");
    }

    @Test
    void manyProvidersAreReadInPartsAndGoingBackForgetsWhatWasChosen() {
        List<StaffOverride.Out> many = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> new StaffOverride.Out("p" + i, "Doctor " + i, MIDNIGHT))
                .toList();
        known(new StaffChoices(true, List.of(ELEVEN), many, List.of()));
        keys("3");
        assertThat(said()).hasSize(9).contains("For Doctor 7, press seven.", "For more names, press eight.");
        keys("8");
        assertThat(said()).startsWith("For Doctor 8, press one.");
        keys("8");
        assertThat(said()).startsWith("For Doctor 15, press one.", "For Doctor 16, press two.");
        keys("8");
        assertThat(said()).startsWith("For Doctor 1, press one.");
        keys("2");
        assertThat(said()).first().asString().startsWith("Doctor 2 will be");
        keys("9");
        assertThat(state.stage()).isEqualTo(StaffStage.MENU);
        assertThat(state.wish()).isEmpty();
    }

    @Test
    void aWrongPinIsAskedForAgainAndTooManyEndTheCall() {
        began();
        keys("1111");
        news(new DutyNews.WrongPin());
        assertThat(said()).containsExactly("That pin is not right. Please enter your pin, then press pound.");
        keys("2222");
        news(new DutyNews.Locked());
        assertThat(acts).last().isInstanceOf(Act.End.class);
    }

    @Test
    void silenceRepeatsAndThenEndsWithGoodbye() {
        known(NOTHING);
        keys("2");
        put(new Input.Silent());
        assertThat(said()).startsWith("Until today at eleven in the morning, press one.");
        put(new Input.Silent());
        put(new Input.Silent());
        assertThat(said()).containsExactly("I can not hear anyone, so I will hang up now. Please call again. Goodbye.");
        assertThat(acts).last().isInstanceOf(Act.End.class);
    }

    @Test
    void whatCouldNotBeKeptIsSaidSo() {
        known(NOTHING);
        keys("2", "1", "1");
        news(new DutyNews.NotNow());
        assertThat(said()).startsWith("That can not be done now. Nothing is changed.");
        assertThat(state.stage()).isEqualTo(StaffStage.MENU);
    }

    @Test
    void anEmergencyForgetsThePinAndTellsAnOutcomeThatCameMeanwhile() {
        known(NOTHING);
        put(new Input.Overridden());
        put(new Input.Resumed());
        assertThat(state.stage()).isEqualTo(StaffStage.PIN);
        assertThat(state.known()).isEmpty();

        keys("2468");
        news(new StaffNews.Welcome("Ana", NOTHING));
        keys("1", "1", "1");
        put(new Input.Overridden());
        StaffOverride.ToDesk toDesk = new StaffOverride.ToDesk(ELEVEN);
        news(new StaffNews.Put(toDesk, List.of(), inForce(toDesk)));
        assertThat(acts).isEmpty();
        put(new Input.Resumed());
        assertThat(said()).startsWith("That is done.");
    }

    @Test
    void zeroRingsTheDeskAndABusyDeskAsksForThePinAgain() {
        known(NOTHING);
        keys("0");
        assertThat(acts).contains(new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED));
        put(new Input.TransferFailed(Destination.DESK));
        assertThat(state.stage()).isEqualTo(StaffStage.PIN);
        assertThat(state.known()).isEmpty();
    }
}
