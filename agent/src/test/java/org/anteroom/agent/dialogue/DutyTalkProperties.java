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
import org.anteroom.agent.emergency.DutyChoice;

/** What holds for every talk about a hand-over, whatever is typed, said and told in whatever order. */
class DutyTalkProperties {
    private static final Instant NOW = Instant.parse("2026-11-21T23:00:00Z");
    private static final LocalDateTime END = LocalDateTime.parse("2026-11-23T08:00");
    private static final Input BEGAN =
            new Input.Began(new CallFacts(Example.office(), Optional.empty(), false, false, false));
    private static final DutyNews.Known KNOWN = new DutyNews.Known(
            "Dr. Reed",
            List.of(
                    new DutyChoice("one", List.of("Dr. Reed"), true, List.of("Dr. Yu"), List.of(END)),
                    new DutyChoice("two", List.of("Dr. Yu"), false, List.of("Dr. Yu"), List.of(END))));

    private final DutyTalk talk = new DutyTalk(ZoneOffset.UTC, '1');

    @Property(tries = 2_000)
    void nothingIsHandedOverWithoutAPinThatWasRightNorTakenWithoutTheKey(@ForAll("inputs") List<Input> inputs) {
        DutyState state = talk.start();
        boolean right = false;
        boolean checking = false;
        for (Input input : inputs) {
            KeyTurn<DutyState> turn = talk.step(state, input, NOW);
            assertThat(turn.state() == state
                            || turn.state().stage() == state.stage()
                            || state.stage().mayBecome(turn.state().stage()))
                    .as("%s -> %s", state, turn.state())
                    .isTrue();
            if (checking && input instanceof Input.Duty duty && duty.news() instanceof DutyNews.Known) {
                right = true;
            }
            for (Act act : turn.acts()) {
                if (act instanceof Act.HandOver wished) {
                    boolean changes = wished.wish() instanceof DutyWish.Ask || wished.wish() instanceof DutyWish.Take;
                    assertThat(!changes || right).as("%s without a PIN", wished).isTrue();
                    assertThat(wished.wish() instanceof DutyWish.Take)
                            .isEqualTo(state.stage() == DutyStage.CONFIRM && input.equals(new Input.Keyed("1")));
                    assertThat(!changes || input instanceof Input.Keyed).isTrue();
                }
                if (act instanceof Act.Say say
                        && (say.id() == TemplateId.DUTY_DONE || say.id() == TemplateId.DUTY_YOURS)) {
                    assertThat(input.equals(new Input.Duty(new DutyNews.Done())) || input instanceof Input.Resumed)
                            .as("said as done")
                            .isTrue();
                }
            }
            state = turn.state();
            checking = state.stage() == DutyStage.CHECKING;
            right &= state.stage() != DutyStage.PIN;
        }
    }

    /** Emergencies, false alarms, keys and stale news in between: what came of it is told as it is, or by phone. */
    @Property(tries = 1_000)
    void theOutcomeOfAHandOverUnderWayIsNeverLost(@ForAll("between") List<Input> between, @ForAll boolean gives) {
        DutyState state = talk.start();
        List<Input> until = new ArrayList<>(
                List.of(BEGAN, new Input.Keyed("2468"), new Input.Duty(KNOWN), new Input.Keyed(gives ? "1" : "2")));
        until.addAll(List.of(new Input.Keyed("1"), new Input.Keyed("1"), new Input.Keyed("1")));
        until = gives ? until.subList(0, 6) : until;
        for (Input input : until) {
            state = talk.step(state, input, NOW).state();
        }
        assertThat(state.stage()).isEqualTo(DutyStage.WAITING);
        for (Input input : between) {
            KeyTurn<DutyState> turn = talk.step(state, input, NOW);
            state = turn.state();
            assertThat(state.stage()).isIn(DutyStage.WAITING, DutyStage.SUSPENDED);
            assertThat(turn.acts()).noneMatch(act -> act instanceof Act.HandOver || act instanceof Act.End);
        }
        assertThat(talk.step(state, new Input.HungUp(), NOW).acts())
                .containsExactly(new Act.HandOver(new DutyWish.TellByPhone()));
        KeyTurn<DutyState> told = talk.step(state, new Input.Duty(new DutyNews.Done()), NOW);
        if (state.stage() == DutyStage.SUSPENDED) {
            told = talk.step(told.state(), new Input.Resumed(), NOW);
        }
        assertThat(told.acts()).first().isInstanceOfSatisfying(Act.Say.class, say -> assertThat(say.id())
                .isEqualTo(gives ? TemplateId.DUTY_DONE : TemplateId.DUTY_YOURS));
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
                        new Input.Duty(KNOWN),
                        new Input.Duty(new DutyNews.WrongPin()),
                        new Input.Duty(new DutyNews.Locked()))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Input>> inputs() {
        Arbitrary<Input> other = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("1", "2", "1", "2468", "0", "").map(Input.Keyed::new)),
                Tuple.of(
                        6,
                        Arbitraries.<DutyNews>of(
                                        KNOWN,
                                        KNOWN,
                                        new DutyNews.WrongPin(),
                                        new DutyNews.Locked(),
                                        new DutyNews.Done(),
                                        new DutyNews.NotTaken(),
                                        new DutyNews.Hole(),
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
            List<Input> all = new ArrayList<>(List.of(BEGAN));
            all.addAll(rest);
            return all;
        });
    }
}
