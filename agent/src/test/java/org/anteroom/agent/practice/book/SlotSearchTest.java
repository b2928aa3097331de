package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.AFTERNOON;
import static org.anteroom.agent.practice.book.SmallPractice.MORNING;
import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.practice.book.SmallPractice.provider;
import static org.anteroom.agent.practice.book.SmallPractice.rules;
import static org.anteroom.agent.practice.book.SmallPractice.visit;
import static org.anteroom.agent.practice.book.SmallPractice.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeRoom;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.VisitType;
import org.junit.jupiter.api.Test;

class SlotSearchTest {
    /** A Monday, seven in the morning. */
    private static final Instant NOW = at("2026-06-01T07:00");

    private static final LocalDate TUESDAY = LocalDate.parse("2026-06-02");
    private static final Taken NOTHING = Taken.nothing(0);

    @Test
    void offersThreeDifferentHalfDaysTheEarliestFirst() {
        assertThat(starts(SmallPractice.usual(), Wish.any("exam"), NOTHING))
                .containsExactly("2026-06-01T09:00", "2026-06-01T13:00", "2026-06-02T08:00");
    }

    @Test
    void offersWithDifferentProvidersWhereBothAreFree() {
        assertThat(offers(SmallPractice.usual(), Wish.any("exam"), NOTHING))
                .extracting(Offer::provider)
                .startsWith("ortiz", "reed");
    }

    @Test
    void choosesHoursApartWhereOnlyOneHalfDaySuits() {
        Wish wish = Wish.any("exam").within(Window.on(TUESDAY).during(MORNING));

        assertThat(starts(SmallPractice.usual(), wish, NOTHING))
                .containsExactly("2026-06-02T08:00", "2026-06-02T09:00", "2026-06-02T10:00");
    }

    @Test
    void neverOffersThreeQuartersOfAnHourInARow() {
        Wish wish = Wish.any("exam").with("ortiz").within(Window.on(TUESDAY).during(new TimeRange(540, 571)));

        assertThat(starts(SmallPractice.usual(), wish, NOTHING))
                .containsExactly("2026-06-02T09:00", "2026-06-02T09:30");
    }

    @Test
    void offersTheSoonestHalfAnHourApart() {
        assertThat(starts(SmallPractice.usual(), Wish.any("exam").paced(Wish.Pace.SOONEST), NOTHING))
                .containsExactly("2026-06-01T09:00", "2026-06-01T09:30", "2026-06-01T10:00");
    }

    @Test
    void keepsTheLeadTimeToTheMinute() {
        SmallPractice practice = SmallPractice.usual().rules(rules(61, 180));

        assertThat(starts(practice, Wish.any("exam"), NOTHING)).startsWith("2026-06-01T08:15");
    }

    @Test
    void offersUpToTheLastDayOfTheHorizonAndNoLonger() {
        SmallPractice practice = SmallPractice.usual().rules(rules(0, 1));
        Wish later = Wish.any("exam").with("ortiz").within(Window.from(LocalDateTime.parse("2026-06-02T16:30")));

        assertThat(starts(practice, later, NOTHING)).containsExactly("2026-06-02T16:30");
    }

    @Test
    void knowsTheWeekdayTheTimeOfDayAndWhatIsExcluded() {
        Wish wish = Wish.any("exam")
                .within(Window.on(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)).during(AFTERNOON))
                .except(Window.on(TUESDAY), Window.at(new TimeRange(13 * 60, 14 * 60)));

        assertThat(starts(SmallPractice.usual(), wish, NOTHING))
                .containsExactly("2026-06-04T14:00", "2026-06-09T14:00", "2026-06-11T14:00");
    }

    @Test
    void takesOneOfSeveralWindows() {
        Wish wish = Wish.any("exam")
                .within(
                        Window.on(Set.of(DayOfWeek.WEDNESDAY)).during(new TimeRange(480, 540)),
                        Window.on(Set.of(DayOfWeek.FRIDAY)).during(new TimeRange(960, 1020)));

        assertThat(starts(SmallPractice.usual(), wish, NOTHING))
                .containsExactly("2026-06-03T08:00", "2026-06-05T16:00", "2026-06-10T08:00");
    }

    @Test
    void staysWithWhomTheCallerWantsAndAwayFromWhomNot() {
        assertThat(offers(SmallPractice.usual(), Wish.any("exam").with("reed"), NOTHING))
                .extracting(Offer::provider)
                .containsOnly("reed");
        assertThat(offers(SmallPractice.usual(), Wish.any("exam").without("reed"), NOTHING))
                .extracting(Offer::provider)
                .containsOnly("ortiz");
    }

    @Test
    void offersTheSameDayWithItsOwnLeadTimeAndNoOtherDay() {
        SmallPractice practice = SmallPractice.usual();
        Wish wish = practice.timetable().sameDay().orElseThrow();

        assertThat(starts(practice, wish, NOTHING, at("2026-06-01T16:01"))).isEmpty();
        assertThat(starts(practice, wish, NOTHING, at("2026-06-01T15:59"))).containsExactly("2026-06-01T16:30");
    }

    @Test
    void leavesPainToStaffWhereNoVisitIsNamedForIt() {
        assertThat(SmallPractice.usual()
                        .visitTypes(visit("cleaning", 45, 0, 0))
                        .timetable()
                        .sameDay())
                .isEmpty();
    }

    @Test
    void keepsVisitsAndTheirBuffersWithinTheHours() {
        SmallPractice practice = SmallPractice.usual().visitTypes(visit("surgery", 180, 30, 30));
        Wish wish = Wish.any("surgery").within(Window.on(TUESDAY));

        assertThat(starts(practice, wish, NOTHING)).containsExactly("2026-06-02T08:30", "2026-06-02T13:30");
    }

    @Test
    void takesBreaksDatesOffClosedDaysAndClosuresOutOfTheHours() {
        PracticeProvider ortiz = new PracticeProvider(
                "ortiz",
                "Doctor Ortiz",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new TimeRange(8 * 60, 10 * 60)),
                List.of(TUESDAY),
                weekdays(MORNING));
        SmallPractice practice =
                SmallPractice.usual().closed(TUESDAY.plusDays(1)).providers(ortiz);
        PracticeClosure closure = new PracticeClosure(
                1, LocalDateTime.parse("2026-06-04T00:00"), LocalDateTime.parse("2026-06-04T11:00"), Optional.empty());
        Timetable timetable = Timetable.of(practice.config(), List.of(closure));

        assertThat(local(new SlotSearch(timetable).offers(Wish.any("exam"), NOTHING, NOW)))
                .containsExactly("2026-06-01T10:00", "2026-06-04T11:00", "2026-06-05T10:00");
    }

    @Test
    void goesOnAfterWhatIsTaken() {
        Taken taken = NOTHING.with(List.of(Resource.provider("ortiz")), cells("2026-06-02T08:00", "2026-06-02T11:10"));
        Wish wish = Wish.any("exam").with("ortiz").within(Window.on(TUESDAY).during(MORNING));

        assertThat(starts(SmallPractice.usual(), wish, taken)).containsExactly("2026-06-02T11:15");
    }

    @Test
    void takesTheFirstRoomThatIsFreeAndOffersNothingWithoutOne() {
        VisitType scan = new VisitType(
                "scan",
                List.of(),
                60,
                0,
                0,
                List.of(),
                List.of("Room 1", "Room 2"),
                VisitType.Patients.ALL,
                VisitType.ByPhone.OPEN,
                Optional.empty());
        SmallPractice usual = SmallPractice.usual();
        SmallPractice practice = new SmallPractice(
                usual.rules(),
                List.of(),
                List.of(new PracticeRoom("Room 1", Optional.empty()), new PracticeRoom("Room 2", Optional.empty())),
                List.of(scan),
                usual.providers());
        Wish wish = Wish.any("scan").within(Window.on(TUESDAY).during(new TimeRange(480, 481)));
        Cells hour = cells("2026-06-02T08:00", "2026-06-02T09:00");
        Taken first = NOTHING.with(List.of(Resource.room("Room 1")), hour);

        assertThat(offers(practice, wish, NOTHING))
                .first()
                .extracting(Offer::room)
                .isEqualTo(Optional.of("Room 1"));
        assertThat(offers(practice, wish, first))
                .first()
                .extracting(Offer::room)
                .isEqualTo(Optional.of("Room 2"));
        assertThat(offers(practice, wish, first.with(List.of(Resource.room("Room 2")), hour)))
                .isEmpty();
    }

    @Test
    void offersNothingOfWhatStaffAloneBookAndNothingUnknown() {
        SmallPractice practice =
                SmallPractice.usual().visitTypes(visit("implant", 60, 0, 0, VisitType.ByPhone.STAFF_ONLY));

        assertThat(offers(practice, Wish.any("implant"), NOTHING)).isEmpty();
        assertThat(offers(practice, Wish.any("massage"), NOTHING)).isEmpty();
    }

    @Test
    void offersNoTimeThatTheClockJumpsOver() {
        SmallPractice nights = nights(provider("ortiz", SmallPractice.always(new TimeRange(60, 240))));
        Wish wish = Wish.any("exam").within(Window.on(LocalDate.parse("2027-03-14")));

        List<Offer> offers = offers(nights, wish, NOTHING, at("2027-03-13T20:00"));

        assertThat(local(offers)).containsExactly("2027-03-14T01:00", "2027-03-14T01:30", "2027-03-14T03:00");
        assertThat(offers.get(2).start()).isEqualTo(Instant.parse("2027-03-14T07:00:00Z"));
        assertThat(offers(nights, wish.within(between("2027-03-14T02:00", "2027-03-14T03:00")), NOTHING))
                .isEmpty();
    }

    @Test
    void letsAVisitRunThroughTheHourThatIsMissingWithItsWholeLength() {
        SmallPractice nights = nights(provider("ortiz", SmallPractice.always(new TimeRange(60, 210))));

        List<Offer> offers = offers(
                nights,
                Wish.any("exam").within(between("2027-03-14T01:45", "2027-03-14T02:00")),
                NOTHING,
                at("2027-03-13T20:00"));

        assertThat(offers).singleElement().satisfies(offer -> {
            assertThat(offer.start()).isEqualTo(Instant.parse("2027-03-14T06:45:00Z"));
            assertThat(offer.end()).isEqualTo(Instant.parse("2027-03-14T07:15:00Z"));
        });
    }

    @Test
    void offersATimeThatComesTwiceOnlyTheFirstTime() {
        SmallPractice nights = nights(provider("ortiz", SmallPractice.always(new TimeRange(60, 180))));
        Wish wish = Wish.any("exam").paced(Wish.Pace.SOONEST).within(between("2026-11-01T01:00", "2026-11-01T03:00"));

        List<Offer> offers = offers(nights, wish, NOTHING, at("2026-10-31T20:00"));

        assertThat(offers)
                .extracting(Offer::start)
                .containsExactly(
                        Instant.parse("2026-11-01T05:00:00Z"),
                        Instant.parse("2026-11-01T05:30:00Z"),
                        Instant.parse("2026-11-01T07:00:00Z"));
    }

    @Test
    void counts23And25HoursOnTheDaysTheClockIsChanged() {
        assertThat(WallDay.of(LocalDate.parse("2027-03-14"), ZONE).within(new TimeRange(0, 1440)))
                .containsExactly(minutes("2027-03-14T05:00:00Z", "2027-03-15T04:00:00Z"));
        assertThat(WallDay.of(LocalDate.parse("2026-11-01"), ZONE).within(new TimeRange(0, 1440)))
                .containsExactly(minutes("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"));
        assertThat(WallDay.of(LocalDate.parse("2026-11-01"), ZONE).within(new TimeRange(60, 90)))
                .containsExactly(
                        minutes("2026-11-01T05:00:00Z", "2026-11-01T05:30:00Z"),
                        minutes("2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z"));
    }

    private static SmallPractice nights(PracticeProvider provider) {
        return SmallPractice.usual().rules(rules(0, 365)).providers(provider);
    }

    private static WallDay.Minutes minutes(String from, String to) {
        return new WallDay.Minutes(
                Instant.parse(from).getEpochSecond() / 60, Instant.parse(to).getEpochSecond() / 60);
    }

    private static Window between(String from, String to) {
        return Window.between(LocalDateTime.parse(from), LocalDateTime.parse(to));
    }

    private static Cells cells(String from, String to) {
        return Cells.touched(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static List<Offer> offers(SmallPractice practice, Wish wish, Taken taken) {
        return offers(practice, wish, taken, NOW);
    }

    private static List<Offer> offers(SmallPractice practice, Wish wish, Taken taken, Instant now) {
        return new SlotSearch(practice.timetable()).offers(wish, taken, now);
    }

    private static List<String> starts(SmallPractice practice, Wish wish, Taken taken) {
        return local(offers(practice, wish, taken));
    }

    private static List<String> starts(SmallPractice practice, Wish wish, Taken taken, Instant now) {
        return local(offers(practice, wish, taken, now));
    }

    private static List<String> local(List<Offer> offers) {
        return offers.stream()
                .map(offer -> LocalDateTime.ofInstant(offer.start(), ZONE).toString())
                .toList();
    }
}
