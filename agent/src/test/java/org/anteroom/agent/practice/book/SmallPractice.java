package org.anteroom.agent.practice.book;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.BookingConfig;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeHoliday;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeRoom;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.config.WeekHours;

/** A practice with two providers in New York, as values; each test changes what it is about. */
record SmallPractice(
        BookingConfig rules,
        List<LocalDate> closed,
        List<PracticeRoom> rooms,
        List<VisitType> visitTypes,
        List<PracticeProvider> providers) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final TimeRange MORNING = new TimeRange(8 * 60, 12 * 60);
    static final TimeRange AFTERNOON = new TimeRange(13 * 60, 17 * 60);

    /** Dr. Ortiz and Dr. Reed, weekdays 8-12 and 13-17; "exam" 30 minutes, "cleaning" 45 and 15 after it. */
    static SmallPractice usual() {
        return new SmallPractice(
                rules(120, 180),
                List.of(),
                List.of(),
                List.of(visit("exam", 30, 0, 0), visit("cleaning", 45, 0, 15)),
                List.of(
                        provider("ortiz", weekdays(MORNING, AFTERNOON)),
                        provider("reed", weekdays(MORNING, AFTERNOON))));
    }

    static BookingConfig rules(int leadMinutes, int horizonDays) {
        return new BookingConfig(
                leadMinutes, horizonDays, 15, 180, 24, BookingConfig.LateCancel.ALLOW, Optional.of("exam"), 30);
    }

    static VisitType visit(String name, int minutes, int before, int after) {
        return visit(name, minutes, before, after, VisitType.ByPhone.OPEN);
    }

    static VisitType visit(String name, int minutes, int before, int after, VisitType.ByPhone byPhone) {
        return new VisitType(
                name,
                List.of(),
                minutes,
                before,
                after,
                List.of(),
                List.of(),
                VisitType.Patients.ALL,
                byPhone,
                Optional.empty());
    }

    static PracticeProvider provider(String id, WeekHours hours) {
        return new PracticeProvider(
                id, "Doctor " + id, List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), hours);
    }

    static WeekHours weekdays(TimeRange... ranges) {
        List<TimeRange> open = List.of(ranges);
        return new WeekHours(open, open, open, open, open, List.of(), List.of());
    }

    static WeekHours always(TimeRange... ranges) {
        List<TimeRange> open = List.of(ranges);
        return new WeekHours(open, open, open, open, open, open, open);
    }

    SmallPractice rules(BookingConfig others) {
        return new SmallPractice(others, closed, rooms, visitTypes, providers);
    }

    SmallPractice closed(LocalDate... days) {
        return new SmallPractice(rules, List.of(days), rooms, visitTypes, providers);
    }

    SmallPractice visitTypes(VisitType... others) {
        return new SmallPractice(rules, closed, rooms, List.of(others), providers);
    }

    SmallPractice providers(PracticeProvider... others) {
        return new SmallPractice(rules, closed, rooms, visitTypes, List.of(others));
    }

    PracticeConfig config() {
        return new PracticeConfig(
                "Maple Street Dental",
                Optional.empty(),
                PracticeType.DENTAL,
                Optional.empty(),
                ZONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                closed,
                weekdays(MORNING, AFTERNOON),
                List.<PracticeHoliday>of(),
                rules,
                List.of(),
                rooms,
                visitTypes,
                providers,
                List.of());
    }

    Timetable timetable() {
        return Timetable.of(config(), List.of());
    }
}
