package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Random rotas around the changes of the clock, against a walk from minute to minute that knows no edges. */
class OnCallPropertiesTest {
    private static final Duration LENGTH = Duration.ofDays(20);
    private static final List<String> PEOPLE = List.of("a", "b", "county");

    /** A plan and when to look at it. */
    record Case(OncallConfig config, List<OncallOverride> overrides, ZoneId zone, Instant from) {}

    @Property(tries = 60)
    void holesAreExactlyTheMinutesInWhichNobodyIsReached(@ForAll("cases") Case some) {
        OnCall onCall = OnCall.of(some.config(), some.overrides(), some.zone());
        List<Hole> holes = onCall.holes(some.from(), LENGTH);
        Walk walk = new Walk(some);

        int next = 0;
        for (Instant minute = some.from();
                minute.isBefore(some.from().plus(LENGTH));
                minute = minute.plus(Duration.ofMinutes(1))) {
            while (next < holes.size() && !holes.get(next).to().isAfter(minute)) {
                next++;
            }
            boolean hole = next < holes.size() && !holes.get(next).from().isAfter(minute);
            if (hole == walk.reached(minute)) {
                fail(minute + " hole " + hole);
            }
        }
        for (int i = 1; i < holes.size(); i++) {
            assertThat(holes.get(i - 1).to()).isBefore(holes.get(i).from());
        }
    }

    @Property(tries = 60)
    void everyEmergencyHasAPersonWhateverIsWritten(@ForAll("cases") Case some, @ForAll boolean open) {
        OnCall onCall = OnCall.of(some.config(), some.overrides(), some.zone());

        for (int hour = 0; hour < 24 * 20; hour++) {
            List<Group> groups = onCall.at(some.from().plus(Duration.ofHours(hour)), open, "other");
            assertThat(Plan.of(groups).groups()).isNotEmpty();
        }
    }

    @Property(tries = 60)
    void betweenTwoHandOversNobodyChanges(@ForAll("cases") Case some) {
        OnCall onCall = OnCall.of(some.config(), some.overrides(), some.zone());
        Walk walk = new Walk(some);
        List<DutyChange> changes = onCall.changes(some.from(), LENGTH);
        List<String> names = walk.onDuty(some.from());

        int next = 0;
        for (Instant minute = some.from().plus(Duration.ofMinutes(1));
                minute.isBefore(some.from().plus(LENGTH));
                minute = minute.plus(Duration.ofMinutes(1))) {
            if (next < changes.size() && changes.get(next).at().equals(minute)) {
                assertThat(changes.get(next).before()).isEqualTo(names);
                names = changes.get(next++).after();
            }
            if (!walk.onDuty(minute).equals(names)) {
                fail(minute + " " + walk.onDuty(minute) + " instead of " + names);
            }
        }
        assertThat(next).isEqualTo(changes.size());
    }

    /** The same question, asked of a moment by comparing every written time with it. */
    private static final class Walk {
        private final Case some;
        private final Map<LocalDateTime, Instant> moments = new HashMap<>();

        Walk(Case some) {
            this.some = some;
        }

        boolean reached(Instant minute) {
            boolean fixed = some.config().groups().get(0).targets().stream()
                    .anyMatch(target -> target.number().isPresent() && target.when() == OnDuty.ALWAYS);
            return fixed || onDuty(minute).stream().anyMatch(name -> !name.equals("county"));
        }

        List<String> onDuty(Instant minute) {
            OncallRota rota = some.config().rotas().get(0);
            List<OncallShift> overrides = new ArrayList<>(rota.overrides());
            some.overrides().forEach(one -> overrides.add(new OncallShift(one.who(), one.from(), one.to())));
            List<String> instead = in(overrides, minute);
            if (!instead.isEmpty()) {
                return instead;
            }
            return rota.turns().isEmpty() ? in(rota.shifts(), minute) : List.of(turn(rota, minute));
        }

        private List<String> in(List<OncallShift> shifts, Instant minute) {
            return shifts.stream()
                    .filter(shift -> !minute.isBefore(moment(shift.from())) && minute.isBefore(moment(shift.to())))
                    .map(OncallShift::who)
                    .distinct()
                    .toList();
        }

        /** From a hand-over weeks before the first moment on, one turn after the other. */
        private String turn(OncallRota rota, Instant minute) {
            LocalDate day = rota.firstWeek().orElseThrow();
            while (day.getDayOfWeek() != rota.handOverDay()) {
                day = day.minusDays(1);
            }
            int turn = 0;
            while (moment(day.atTime(rota.handOverTime())).isAfter(minute)) {
                day = day.minusWeeks((long) rota.weeks() * rota.turns().size());
            }
            while (!moment(day.plusWeeks(rota.weeks()).atTime(rota.handOverTime()))
                    .isAfter(minute)) {
                day = day.plusWeeks(rota.weeks());
                turn++;
            }
            return rota.turns().get(turn % rota.turns().size());
        }

        /** The first minute, by the zone's clock, that shows this time or a later one. */
        private Instant moment(LocalDateTime wall) {
            return moments.computeIfAbsent(wall, this::walkTo);
        }

        private Instant walkTo(LocalDateTime wall) {
            Instant minute = wall.atZone(some.zone()).toInstant().minus(Duration.ofHours(3));
            while (ZonedDateTime.ofInstant(minute, some.zone())
                    .toLocalDateTime()
                    .isBefore(wall)) {
                minute = minute.plus(Duration.ofMinutes(1));
            }
            return minute;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ZoneId> zones = Arbitraries.of("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC")
                .map(ZoneId::of);
        Arbitrary<LocalDate> days = Arbitraries.of(
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 4, 5),
                LocalDate.of(2026, 10, 4),
                LocalDate.of(2026, 10, 25),
                LocalDate.of(2026, 11, 1));
        return Combinators.combine(zones, days).flatAs((zone, day) -> Combinators.combine(
                        rotas(day),
                        shifts(day, 2),
                        Arbitraries.of(OnDuty.values()),
                        Arbitraries.integers().between(0, 4))
                .as((rota, added, when, fixed) -> {
                    Instant from = day.minusDays(10).atStartOfDay(zone).toInstant();
                    List<OncallOverride> overrides = added.stream()
                            .map(shift -> new OncallOverride(1, "r", shift.who(), shift.from(), shift.to()))
                            .toList();
                    return new Case(
                            config(rota, fixed == 0 ? Optional.of(when) : Optional.empty()), overrides, zone, from);
                }));
    }

    private static Arbitrary<OncallRota> rotas(LocalDate day) {
        Arbitrary<LocalTime> times = minutes().map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
        Arbitrary<OncallRota> turns = Combinators.combine(
                        Arbitraries.of(PEOPLE).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(DayOfWeek.class),
                        times,
                        Arbitraries.integers().between(-100, 100),
                        shifts(day, 2))
                .as((people, weeks, weekday, time, first, overrides) -> new OncallRota(
                        "r", people, weeks, weekday, time, Optional.of(day.plusDays(first)), List.of(), overrides));
        Arbitrary<OncallRota> dated = Combinators.combine(shifts(day, 8), shifts(day, 1))
                .as((shifts, overrides) -> new OncallRota(
                        "r", List.of(), 1, DayOfWeek.MONDAY, LocalTime.NOON, Optional.empty(), shifts, overrides));
        return Arbitraries.oneOf(turns, dated);
    }

    private static Arbitrary<List<OncallShift>> shifts(LocalDate day, int most) {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.integers().between(-12, 12),
                        minutes(),
                        Arbitraries.integers().between(1, 9 * 24 * 60))
                .as((who, days, minute, length) -> {
                    LocalDateTime from = day.plusDays(days).atStartOfDay().plusMinutes(minute);
                    return new OncallShift(who, from, from.plusMinutes(length));
                })
                .list()
                .ofMaxSize(most);
    }

    /** Of the day; every second one in the hours in which clocks are changed. */
    private static Arbitrary<Integer> minutes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 24 * 60 - 1),
                Arbitraries.integers().between(30, 4 * 60));
    }

    private static OncallConfig config(OncallRota rota, Optional<OnDuty> fixed) {
        List<OncallTarget> targets = new ArrayList<>();
        targets.add(new OncallTarget(
                "whoever",
                Optional.empty(),
                Optional.of("r"),
                org.anteroom.agent.config.TargetKind.PERSON,
                OnDuty.ALWAYS,
                Optional.empty()));
        fixed.ifPresent(when -> targets.add(new OncallTarget(
                "nurse",
                Optional.of("310"),
                Optional.empty(),
                org.anteroom.agent.config.TargetKind.PERSON,
                when,
                Optional.empty())));
        return new OncallConfig(
                "1",
                12,
                "*",
                10,
                FailedSentence.CALL_911,
                new BridgeKeysConfig("*2", "*3", "*7", "*9", "*", List.of()),
                List.of(),
                List.of(new OncallGroup("first", 25, List.of(), targets)),
                List.of(person("a", "301"), person("b", "302"), service("county", "911")),
                List.of(rota));
    }

    private static OncallPerson person(String name, String number) {
        return new OncallPerson(name, List.of(number), org.anteroom.agent.config.TargetKind.PERSON, Optional.empty());
    }

    private static OncallPerson service(String name, String number) {
        return new OncallPerson(
                name,
                List.of(number),
                org.anteroom.agent.config.TargetKind.SERVICE,
                Optional.of(LocalDate.of(2026, 1, 15)));
    }
}
