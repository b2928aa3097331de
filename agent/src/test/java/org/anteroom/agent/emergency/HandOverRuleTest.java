package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.anteroom.agent.config.BridgeKeysConfig;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.config.OnDuty;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallGroup;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.config.OncallRota;
import org.anteroom.agent.config.OncallShift;
import org.anteroom.agent.config.OncallTarget;
import org.junit.jupiter.api.Test;

class HandOverRuleTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** A Wednesday, ten in the morning there; Reed's turn began on Monday. */
    private static final Instant NOW = Instant.parse("2026-03-04T15:00:30Z");

    private static final LocalDateTime HERE = LocalDateTime.parse("2026-03-04T10:00");
    private static final LocalDateTime NEXT = LocalDateTime.parse("2026-03-09T08:00");

    private static HandOverRule turns(OncallOverride... overrides) {
        return new HandOverRule(config(List.of("Reed", "Yu"), List.of(), List.of()), List.of(overrides), ZONE);
    }

    private static OncallConfig config(List<String> turns, List<OncallShift> shifts, List<OncallShift> written) {
        OncallRota rota = new OncallRota(
                "doctors",
                turns,
                1,
                DayOfWeek.MONDAY,
                LocalTime.of(8, 0),
                Optional.of(LocalDate.of(2026, 3, 2)),
                shifts,
                written);
        OncallTarget whoever = new OncallTarget(
                "whoever",
                Optional.empty(),
                Optional.of("doctors"),
                org.anteroom.agent.config.TargetKind.PERSON,
                OnDuty.ALWAYS,
                Optional.empty());
        return new OncallConfig(
                "1",
                12,
                "*",
                10,
                FailedSentence.CALL_911,
                new BridgeKeysConfig("*2", "*3", "*7", "*9", "*", List.of()),
                List.of(),
                List.of(new OncallGroup("first", 25, List.of(), List.of(whoever))),
                List.of(person("Reed"), person("Yu"), person("Ito"), county()),
                List.of(rota));
    }

    private static OncallPerson person(String name) {
        return new OncallPerson(
                name, List.of("30" + name.length()), org.anteroom.agent.config.TargetKind.PERSON, Optional.empty());
    }

    private static OncallPerson county() {
        return new OncallPerson(
                "county",
                List.of("911"),
                org.anteroom.agent.config.TargetKind.SERVICE,
                Optional.of(LocalDate.of(2026, 1, 15)));
    }

    private static OncallOverride override(int number, String who, LocalDateTime from, LocalDateTime to) {
        return new OncallOverride(number, "doctors", who, from, to);
    }

    private static HandOver give(String giver, String taker, LocalDateTime until) {
        return new HandOver("doctors", giver, taker, until);
    }

    @Test
    void whoIsOnCallMayGiveToTheRotasOthersUntilTheNextHandOverAtMost() {
        assertThat(turns().choices("Reed", NOW))
                .containsExactly(new DutyChoice(
                        "doctors",
                        List.of("Reed"),
                        true,
                        List.of("Yu"),
                        List.of(NEXT, HERE.plusHours(12), LocalDateTime.parse("2026-03-05T08:00"))));
        assertThat(turns().choices("Yu", NOW).get(0).others()).containsExactly("Reed");
        assertThat(turns().choices("Yu", NOW).get(0).giving()).isFalse();
    }

    @Test
    void shortlyBeforeTheNextHandOverThereIsNothingLongerToChoose() {
        Instant sunday = Instant.parse("2026-03-09T11:57:00Z");
        assertThat(turns().choices("Reed", sunday).get(0).ends()).containsExactly(NEXT);
    }

    @Test
    void whereTheRotaHasNobodyElseEverybodyOfThePlanMayTakeItButNoService() {
        HandOverRule alone = new HandOverRule(config(List.of("Reed"), List.of(), List.of()), List.of(), ZONE);
        assertThat(alone.choices("Reed", NOW).get(0).others()).containsExactly("Yu", "Ito");
        assertThat(alone.applied(give("Reed", "county", HERE.plusHours(1)), NOW))
                .isEmpty();
    }

    @Test
    void aTurnIsGivenByAnOverride() {
        assertThat(turns().applied(give("Reed", "Yu", HERE.plusHours(12)), NOW))
                .contains(List.of(override(1, "Yu", HERE, HERE.plusHours(12))));
    }

    @Test
    void whatWasTakenBeforeIsCutWhenItIsGivenBackForAWhile() {
        OncallOverride yus = override(4, "Yu", HERE.minusDays(1), HERE.plusDays(2));
        assertThat(turns(yus).applied(give("Yu", "Reed", HERE.plusDays(1)), NOW))
                .contains(List.of(
                        override(4, "Yu", HERE.minusDays(1), HERE),
                        override(5, "Yu", HERE.plusDays(1), HERE.plusDays(2)),
                        override(6, "Reed", HERE, HERE.plusDays(1))));
    }

    @Test
    void whoElseIsOnCallStaysSo() {
        List<OncallShift> both = List.of(
                new OncallShift("Reed", HERE.minusDays(1), HERE.plusDays(1)),
                new OncallShift("Ito", HERE.minusDays(1), HERE.plusDays(1)));
        HandOverRule shifts = new HandOverRule(config(List.of(), both, List.of()), List.of(), ZONE);
        assertThat(shifts.choices("Reed", NOW).get(0).ends()).containsExactly(HERE.plusDays(1));
        List<OncallOverride> after =
                shifts.applied(give("Reed", "Yu", HERE.plusDays(1)), NOW).orElseThrow();
        assertThat(OnCall.of(shifts.config(), after, ZONE).names("doctors", NOW))
                .containsExactlyInAnyOrder("Yu", "Ito");
    }

    @Test
    void nobodyGivesWhatIsNotTheirsOrLastsLongerOrIsWrittenDown() {
        assertThat(turns().applied(give("Yu", "Ito", HERE.plusHours(1)), NOW)).isEmpty();
        assertThat(turns().applied(give("Reed", "Reed", HERE.plusHours(1)), NOW))
                .isEmpty();
        assertThat(turns().applied(give("Reed", "Yu", NEXT.plusHours(1)), NOW)).isEmpty();
        assertThat(turns().applied(give("Reed", "Yu", HERE), NOW)).isEmpty();
        assertThat(turns().applied(new HandOver("nurses", "Reed", "Yu", NEXT), NOW))
                .isEmpty();
        List<OncallShift> written = List.of(new OncallShift("Reed", HERE.minusDays(1), HERE.plusDays(1)));
        HandOverRule fixed = new HandOverRule(config(List.of("Reed", "Yu"), List.of(), written), List.of(), ZONE);
        assertThat(fixed.applied(give("Reed", "Yu", HERE.plusHours(1)), NOW)).isEmpty();
    }

    /** Whatever was put in before: exactly one is replaced by exactly the other, until then and no longer. */
    @Property(tries = 100)
    void aHandOverChangesNothingElse(@ForAll("overrides") List<OncallOverride> before, @ForAll("hours") int after) {
        OncallConfig config = config(List.of("Reed", "Yu", "Ito"), List.of(), List.of());
        HandOverRule rule = new HandOverRule(config, before, ZoneOffset.UTC);
        Instant now = Instant.parse("2026-03-04T00:00:00Z").plusSeconds(after * 3_600L);
        OnCall then = OnCall.of(config, before, ZoneOffset.UTC);
        for (String who : List.of("Reed", "Yu", "Ito")) {
            DutyChoice choice = rule.choices(who, now).get(0);
            for (String other : choice.others()) {
                for (LocalDateTime until : choice.ends()) {
                    HandOver wanted = choice.handOver(who, other, until);
                    Optional<List<OncallOverride>> changed = rule.applied(wanted, now);
                    assertThat(changed).as("%s", wanted).isPresent();
                    OnCall next = OnCall.of(config, changed.get(), ZoneOffset.UTC);
                    for (Instant at = now; at.isBefore(now.plusSeconds(20 * 86_400)); at = at.plusSeconds(2 * 3_600)) {
                        Set<String> expected = new HashSet<>(then.names("doctors", at));
                        if (at.isBefore(until.toInstant(ZoneOffset.UTC))) {
                            expected.remove(wanted.giver());
                            expected.add(wanted.taker());
                        }
                        assertThat(Set.copyOf(next.names("doctors", at))).isEqualTo(expected);
                    }
                    assertThat(changed.get().stream()
                                    .map(OncallOverride::number)
                                    .distinct())
                            .hasSameSizeAs(changed.get());
                }
            }
        }
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 200);
    }

    @Provide
    Arbitrary<List<OncallOverride>> overrides() {
        Arbitrary<OncallOverride> one = Combinators.combine(
                        Arbitraries.of("Reed", "Yu", "Ito"),
                        Arbitraries.integers().between(0, 240),
                        Arbitraries.integers().between(1, 96))
                .as((who, from, length) -> {
                    LocalDateTime begin =
                            LocalDateTime.parse("2026-03-01T00:00").plusHours(from);
                    return override(1, who, begin, begin.plusHours(length));
                });
        return one.list().ofMaxSize(5).map(list -> {
            List<OncallOverride> numbered = new ArrayList<>();
            list.forEach(each -> numbered.add(override(numbered.size() + 1, each.who(), each.from(), each.to())));
            return numbered;
        });
    }
}
