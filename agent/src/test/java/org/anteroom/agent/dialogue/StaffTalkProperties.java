package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every talk about an override, whatever is typed, said and told in whatever order. */
class StaffTalkProperties {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDateTime END = LocalDateTime.parse("2026-11-23T12:00");
    private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-11-24T00:00");
    private static final StaffOverride DESK = new StaffOverride.ToDesk(END);
    private static final StaffOverride.Out OUT = new StaffOverride.Out("ortiz", "Doctor Ortiz", MIDNIGHT);
    private static final StaffOverride.Out OTHER = new StaffOverride.Out("yu", "Doctor Yu", MIDNIGHT);
    private static final StaffChoices CHOICES =
            new StaffChoices(true, List.of(END, END.plusHours(5)), List.of(OUT, OTHER), List.of(DESK));
    private static final Input BEGAN =
            new Input.Began(new CallFacts(Example.office(), Optional.empty(), false, false, true));
    private static final StaffNews WELCOME = new StaffNews.Welcome("Ana", CHOICES);
    private static final List<TemplateId> DONE = List.of(
            TemplateId.STAFF_DONE,
            TemplateId.STAFF_DESK_OVER,
            TemplateId.STAFF_CLOSED_OVER,
            TemplateId.STAFF_BACK_IN,
            TemplateId.STAFF_AFFECTED,
            TemplateId.STAFF_AFFECTED_ONE,
            TemplateId.STAFF_AFFECTED_NONE);

    private final StaffTalk talk = new StaffTalk(ZoneOffset.UTC);

    @Property(tries = 2_000)
    void nothingIsDoneWithoutARightPinAndTheKeyAndSaidAsDoneOnlyWhenItIs(@ForAll("inputs") List<Input> inputs) {
        StaffState state = talk.start();
        boolean right = false;
        for (Input input : inputs) {
            KeyTurn<StaffState> turn = talk.step(state, input, NOW);
            // Keys that were typed ahead go several ways of the table at once.
            boolean ahead =
                    state.stage() == StaffStage.CHECKING && !state.ahead().isEmpty();
            assertThat(turn.state() == state
                            || turn.state().stage() == state.stage()
                            || state.stage().mayBecome(turn.state().stage())
                            || (ahead && input.equals(new Input.Duty(WELCOME))))
                    .as("%s -> %s", state, turn.state())
                    .isTrue();
            assertThat(state.ahead()).hasSizeLessThanOrEqualTo(8);
            boolean checked = state.stage() == StaffStage.CHECKING;
            right |= checked && input.equals(new Input.Duty(WELCOME));
            for (Act act : turn.acts()) {
                if (act instanceof Act.HandOver wished && wished.wish() instanceof StaffWish) {
                    assertThat(right).as("%s without a PIN", wished).isTrue();
                    if (!ahead) {
                        assertThat(state.stage()).isEqualTo(StaffStage.CONFIRM);
                        assertThat(input).isEqualTo(new Input.Keyed("1"));
                    }
                }
                if (act instanceof Act.Say say && DONE.contains(say.id())) {
                    boolean kept = input instanceof Input.Duty || input instanceof Input.Resumed;
                    boolean asked = state.stage() == StaffStage.AFFECTED;
                    assertThat(kept || asked).as("said as done").isTrue();
                }
            }
            // Every step leaves something to wait for, or ends.
            if (turn.state().stage().asking() && !turn.acts().isEmpty()) {
                assertThat(turn.acts()).last().isInstanceOf(Listen.class);
            }
            state = turn.state();
            right &= state.known().isPresent() || state.stage() == StaffStage.CHECKING;
        }
    }

    /** Emergencies, false alarms, keys and stale news in between: what came of it is told. */
    @Property(tries = 1_000)
    void theOutcomeOfWhatIsBeingWrittenIsNeverLost(@ForAll("between") List<Input> between) {
        StaffState state = talk.start();
        for (Input input : List.of(
                BEGAN,
                new Input.Keyed("2468"),
                new Input.Duty(WELCOME),
                new Input.Keyed("1"),
                new Input.Keyed("1"),
                new Input.Keyed("1"))) {
            state = talk.step(state, input, NOW).state();
        }
        assertThat(state.stage()).isEqualTo(StaffStage.WAITING);
        for (Input input : between) {
            KeyTurn<StaffState> turn = talk.step(state, input, NOW);
            state = turn.state();
            assertThat(state.stage()).isIn(StaffStage.WAITING, StaffStage.SUSPENDED);
            assertThat(turn.acts()).noneMatch(act -> act instanceof Act.HandOver || act instanceof Act.End);
        }
        KeyTurn<StaffState> told = talk.step(state, new Input.Duty(new StaffNews.Put(DESK, List.of(), CHOICES)), NOW);
        if (state.stage() == StaffStage.SUSPENDED) {
            told = talk.step(told.state(), new Input.Resumed(), NOW);
        }
        assertThat(told.acts()).first().isInstanceOfSatisfying(Act.Say.class, say -> assertThat(say.id())
                .isEqualTo(TemplateId.STAFF_DONE));
    }

    /** Nobody holds the line by saying nothing. */
    @Property(tries = 1_000)
    void silenceEndsEveryTalkThatWaitsForAKey(@ForAll("inputs") List<Input> inputs) {
        StaffState state = talk.start();
        for (Input input : inputs) {
            state = talk.step(state, input, NOW).state();
        }
        if (!state.stage().asking()) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            state = talk.step(state, new Input.Silent(), NOW).state();
        }
        assertThat(state.stage()).isEqualTo(StaffStage.ENDED);
    }

    @Provide
    Arbitrary<List<Input>> between() {
        return Arbitraries.<Input>of(
                        new Input.Overridden(),
                        new Input.Resumed(),
                        new Input.Silent(),
                        new Input.Keyed("0"),
                        new Input.Keyed("1"),
                        new Input.TransferFailed(Destination.DESK),
                        new Input.Duty(WELCOME),
                        new Input.Duty(new DutyNews.WrongPin()),
                        new Input.Duty(new DutyNews.Locked()),
                        new Input.Duty(new DutyNews.Done()))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Input>> inputs() {
        Arbitrary<Input> other = Arbitraries.frequencyOf(
                Tuple.of(
                        10,
                        Arbitraries.of("1", "1", "2", "3", "4", "5", "8", "9", "2468", "0", "")
                                .map(Input.Keyed::new)),
                Tuple.of(
                        6,
                        Arbitraries.<DutyNews>of(
                                        WELCOME,
                                        WELCOME,
                                        new DutyNews.WrongPin(),
                                        new DutyNews.Locked(),
                                        new StaffNews.Put(DESK, List.of(), CHOICES),
                                        new StaffNews.Put(OUT, List.of(END, END), CHOICES),
                                        new StaffNews.Lifted(DESK, CHOICES),
                                        new DutyNews.Done(),
                                        new DutyNews.NotNow())
                                .map(Input.Duty::new)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                new Input.Silent(),
                                new Input.Said(List.of("yes"), List.of(), new Clip(0, 1)),
                                new Input.Overridden(),
                                new Input.Resumed(),
                                new Input.TransferFailed(Destination.DESK),
                                new Input.HungUp())));
        return other.list().ofMaxSize(25).map(rest -> {
            List<Input> all = new ArrayList<>(List.of(BEGAN, new Input.Keyed("2468"), new Input.Duty(WELCOME)));
            all.addAll(rest);
            return all;
        });
    }
}
