package org.anteroom.agent.cli.doctor;

import static org.anteroom.agent.cli.doctor.Judged.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.junit.jupiter.api.Test;

/** People, records and who is told: each check with its fault planted as a value, and with all well. */
class PeopleChecksTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void aHoleInThePlanIsAFault() {
        is(State.OK, PeopleChecks.plan(List.of()));
        is(State.FAULT, PeopleChecks.plan(List.of("from Monday", "from Friday")), "from Monday", "1 more", "override");
    }

    @Test
    void numbersAreDialableAndNotOurOwn() {
        is(State.OK, PeopleChecks.numbers(Map.of("a", "555 0142"), "200"));
        is(
                State.FAULT,
                PeopleChecks.numbers(Map.of("oncall.group[1].target[1].number", "200"), "200"),
                "own extension");
        is(State.WARNING, PeopleChecks.numbers(Map.of("a", "1234567890123456"), "200"), "16 characters");
        is(State.FAULT, PeopleChecks.numbers(Map.of(), "200"));
    }

    @Test
    void anOnCallTestIsRecentAndConfirmedByAll() {
        is(State.OK, PeopleChecks.onCallTest(Optional.of(NOW.minus(Duration.ofDays(3))), "confirmed-2-of-2", NOW));
        is(State.WARNING, PeopleChecks.onCallTest(Optional.of(NOW.minus(Duration.ofDays(3))), "confirmed-1-of-2", NOW));
        is(
                State.WARNING,
                PeopleChecks.onCallTest(Optional.of(NOW.minus(Duration.ofDays(90))), "confirmed-2-of-2", NOW),
                "90 days");
        is(State.WARNING, PeopleChecks.onCallTest(Optional.empty(), "", NOW), "never");
    }

    @Test
    void holidaysThatTheConfigurationDoesNotNameAreTold() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        is(
                State.WARNING,
                PeopleChecks.holidays(Set.of(LocalDate.of(2027, 1, 1)), today),
                "Christmas Day (2026-12-25)",
                "Martin Luther King Day (2027-01-18)");
        is(
                State.OK,
                PeopleChecks.holidays(
                        Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 18)),
                        today));
        is(State.OK, PeopleChecks.holidays(Set.of(), LocalDate.of(2026, 3, 1)), "No federal holiday");
    }

    @Test
    void aHolidayOnASundayIsKeptOnMonday() {
        assertThat(FederalHolidays.between(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 10)))
                .containsExactly(new FederalHolidays.Holiday(
                        "Independence Day", LocalDate.of(2027, 7, 4), LocalDate.of(2027, 7, 5)));
        assertThat(FederalHolidays.between(LocalDate.of(2027, 12, 31), LocalDate.of(2027, 12, 31)))
                .extracting(FederalHolidays.Holiday::name)
                .containsExactly("New Year's Day");
        assertThat(FederalHolidays.of(2026))
                .extracting(FederalHolidays.Holiday::date)
                .contains(LocalDate.of(2026, 1, 19), LocalDate.of(2026, 5, 25), LocalDate.of(2026, 11, 26));
    }

    @Test
    void namesTheRecogniserCantHearAreTold() {
        is(State.OK, PeopleChecks.vocabulary(Map.of(), List.of(), 3), "all 3 names");
        is(State.OK, PeopleChecks.vocabulary(Map.of(), List.of(), 1), "the name that");
        is(
                State.WARNING,
                PeopleChecks.vocabulary(Map.of("nguyenova", List.of("nguyen")), List.of(), 3),
                "nguyenova",
                "it may hear: nguyen");
    }

    @Test
    void anOldOrFailedDrillIsTold() {
        Optional<Instant> recent = Optional.of(NOW.minus(Duration.ofDays(2)));
        is(State.OK, PeopleChecks.drill(true, recent, "", Optional.empty(), 9, NOW));
        is(State.WARNING, PeopleChecks.drill(false, Optional.empty(), "", Optional.empty(), 9, NOW), "drills.md");
        is(
                State.WARNING,
                PeopleChecks.drill(true, Optional.empty(), "No whole drill.", Optional.empty(), 9, NOW),
                "No whole");
        is(
                State.WARNING,
                PeopleChecks.drill(true, Optional.of(NOW.minus(Duration.ofDays(20))), "", Optional.empty(), 9, NOW),
                "20 days");
        is(State.FAULT, PeopleChecks.drill(true, recent, "", Optional.of("The drill failed."), 9, NOW), "drill report");
    }

    @Test
    void aFallBackIsProvedLately() {
        Optional<Instant> recent = Optional.of(NOW.minus(Duration.ofDays(2)));
        is(State.OK, PeopleChecks.fallBack(recent, true, NOW));
        is(State.FAULT, PeopleChecks.fallBack(recent, false, NOW), "fallback.md");
        is(State.WARNING, PeopleChecks.fallBack(Optional.empty(), false, NOW), "--outage");
        is(State.WARNING, PeopleChecks.fallBack(Optional.of(NOW.minus(Duration.ofDays(200))), true, NOW), "200 days");
    }

    @Test
    void theRecordsAreJudged() {
        is(State.OK, RecordsChecks.whole(Optional.empty()));
        is(State.FAULT, RecordsChecks.whole(Optional.of("It is damaged.")), "backup");
        is(State.OK, RecordsChecks.written(Optional.empty(), NOW, NEW_YORK));
        is(State.OK, RecordsChecks.written(Optional.of(NOW), NOW, NEW_YORK), "today");
        is(State.WARNING, RecordsChecks.written(Optional.of(NOW.minus(Duration.ofDays(30))), NOW, NEW_YORK), "30 days");
        is(
                State.WARNING,
                RecordsChecks.written(Optional.of(NOW.plus(Duration.ofDays(1))), NOW, NEW_YORK),
                "Mon 30 Nov 2026 05:00",
                "still to come");
        is(State.OK, RecordsChecks.audit(Optional.empty()));
        is(State.FAULT, RecordsChecks.audit(Optional.of("entry 7 was changed")), "entry 7");
    }

    @Test
    void whoIsToldIsJudged() {
        Optional<Instant> recent = Optional.of(NOW.minus(Duration.ofDays(2)));
        is(State.WARNING, WatchingChecks.alarms(0, List.of()), "alarms.mail");
        is(State.OK, WatchingChecks.alarms(1, List.of()));
        is(State.FAULT, WatchingChecks.alarms(1, List.of("alarms.mail[1]: its password can't be read")));
        is(State.SKIPPED, WatchingChecks.alarmTest(0, Optional.empty(), "", NOW));
        is(State.WARNING, WatchingChecks.alarmTest(1, Optional.empty(), "", NOW), "never");
        is(State.OK, WatchingChecks.alarmTest(1, recent, "carried-2-of-2", NOW));
        is(State.FAULT, WatchingChecks.alarmTest(1, recent, "carried-1-of-2", NOW), "(carried 1 of 2)");
        is(
                State.WARNING,
                WatchingChecks.alarmTest(1, Optional.of(NOW.minus(Duration.ofDays(200))), "carried-2-of-2", NOW));
        is(State.SKIPPED, WatchingChecks.conditions(false, List.of(), 0, false));
        is(State.OK, WatchingChecks.conditions(true, List.of(), 0, true), "finds itself well");
        is(State.OK, WatchingChecks.conditions(true, List.of(), 0, false), "but what stands at registration and drill");
        is(State.FAULT, WatchingChecks.conditions(true, List.of("The disk is full."), 0, false), "disk is full");
        is(State.FAULT, WatchingChecks.conditions(true, List.of(), 2, false), "2 grave");
        is(State.FAULT, WatchingChecks.conditions(true, List.of(), 1, false), "A grave alarm is");
    }
}
