package org.anteroom.agent.rehearsal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.BookingConfig;
import org.anteroom.agent.config.BookingConfig.LateCancel;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.RefillConfig;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.config.VisitType.ByPhone;
import org.anteroom.agent.config.VisitType.Patients;
import org.anteroom.agent.config.WeekHours;

/**
 * A small practice of each type for those who have no configuration yet: two providers, a few kinds of visits, open from Monday to
 * Friday noon, closed at lunch.
 */
final class ExamplePractice {
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** With a PIN as the further factor, so that everything can be tried. */
    static final IdentityConfig IDENTITY =
            new IdentityConfig(Factor.PIN, Level.FACTOR, Level.FACTOR, Level.FACTOR, Level.NAME, 3, 30);

    static final RefillConfig REFILLS =
            new RefillConfig(List.of("oxycodone", "adderall", "xanax"), List.of("Walgreens on Main Street"));

    private static final List<TimeRange> WHOLE =
            List.of(new TimeRange(8 * 60, 12 * 60), new TimeRange(13 * 60, 17 * 60));
    private static final List<TimeRange> HALF = List.of(new TimeRange(8 * 60, 12 * 60));
    private static final WeekHours WEEK = new WeekHours(WHOLE, WHOLE, WHOLE, WHOLE, HALF, List.of(), List.of());

    private ExamplePractice() {}

    static PracticeConfig of(PracticeType type) {
        return new PracticeConfig(
                name(type),
                Optional.empty(),
                type,
                Optional.empty(),
                ZONE,
                Optional.of("12 Maple Street, Springfield"),
                Optional.of("Turn left at the library."),
                Optional.of("Park behind the house"),
                Optional.of("614 555 0100"),
                Optional.empty(),
                List.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25)),
                WEEK,
                List.of(),
                new BookingConfig(120, 180, 15, 180, 24, LateCancel.ALLOW, sameDay(type), 30),
                List.of(),
                List.of(),
                visits(type),
                List.of(provider(type, "ortiz", "Ortiz"), provider(type, "lee", "Lee")),
                List.of(
                        new PracticePayer("Delta Dental", List.of("delta"), Optional.of("[A-Z]{3}[0-9]{6}")),
                        new PracticePayer("Blue Cross", List.of("blue cross blue shield"), Optional.empty()),
                        new PracticePayer("Aetna", List.of(), Optional.empty())));
    }

    /** Three patients, who are nobody; the first has an appointment on a Tuesday in a week or two. */
    static List<OnFile> onFile(PracticeConfig practice, Instant now) {
        boolean animals = practice.type() == PracticeType.VETERINARY;
        LocalDate day =
                LocalDate.ofInstant(now, ZONE).plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        return List.of(
                OnFile.person("Helen Parker, " + (animals ? "Rex" : "1984-03-03") + ", 6145550192, 4711"),
                OnFile.person("George Miller, " + (animals ? "Bella" : "1961-07-19") + ", 6145550143, 2468"),
                OnFile.person("Maria Lopez, " + (animals ? "Luna" : "1992-10-30") + ", 6145550127, 5566"),
                new OnFile.Visit(
                        "Helen Parker",
                        practice.visitTypes().get(0).name(),
                        day.atTime(10, 0),
                        practice.providers().get(0).id()));
    }

    private static Optional<String> sameDay(PracticeType type) {
        return type == PracticeType.DENTAL ? Optional.of("limited exam") : Optional.empty();
    }

    private static List<VisitType> visits(PracticeType type) {
        return switch (type) {
            case DENTAL -> List.of(
                    visit("cleaning", List.of("teeth cleaning", "hygiene visit"), 45, Patients.EXISTING, ByPhone.OPEN),
                    visit("checkup", List.of("check up", "exam", "regular exam"), 30, Patients.EXISTING, ByPhone.OPEN),
                    visit("new patient exam", List.of("first exam"), 60, Patients.NEW, ByPhone.OPEN),
                    visit("limited exam", List.of("emergency exam", "toothache"), 30, Patients.ALL, ByPhone.OPEN),
                    visit("crown", List.of("crown fitting"), 60, Patients.EXISTING, ByPhone.STAFF_APPROVAL),
                    visit("extraction", List.of("tooth pulled", "pull a tooth"), 60, Patients.ALL, ByPhone.STAFF_ONLY));
            case MEDICAL -> List.of(
                    visit("checkup", List.of("check up", "office visit", "follow up"), 30, Patients.ALL, ByPhone.OPEN),
                    visit(
                            "physical",
                            List.of("annual physical", "annual exam", "yearly exam"),
                            45,
                            Patients.ALL,
                            ByPhone.OPEN),
                    visit("flu shot", List.of("vaccination", "shot"), 15, Patients.ALL, ByPhone.OPEN),
                    visit("minor surgery", List.of("mole removal"), 60, Patients.ALL, ByPhone.STAFF_ONLY));
            case VETERINARY -> List.of(
                    visit("checkup", List.of("check up", "exam", "wellness visit"), 30, Patients.ALL, ByPhone.OPEN),
                    visit("vaccination", List.of("shots", "vaccines"), 15, Patients.ALL, ByPhone.OPEN),
                    visit("nail trim", List.of("nails"), 15, Patients.ALL, ByPhone.OPEN),
                    visit("surgery", List.of("spay", "neuter"), 120, Patients.ALL, ByPhone.STAFF_ONLY));
            case MENTAL_HEALTH -> List.of(
                    visit("session", List.of("appointment", "therapy session"), 50, Patients.EXISTING, ByPhone.OPEN),
                    visit(
                            "first session",
                            List.of("intake", "consultation"),
                            60,
                            Patients.NEW,
                            ByPhone.STAFF_APPROVAL));
        };
    }

    private static VisitType visit(String name, List<String> aliases, int minutes, Patients patients, ByPhone byPhone) {
        Optional<String> preparation = name.equals("new patient exam")
                ? Optional.of("Please come ten minutes early and bring your insurance card")
                : Optional.empty();
        return new VisitType(name, aliases, minutes, 0, 0, List.of(), List.of(), patients, byPhone, preparation);
    }

    private static PracticeProvider provider(PracticeType type, String id, String surname) {
        String title = type == PracticeType.MENTAL_HEALTH ? "" : "Doctor ";
        return new PracticeProvider(
                id, title + surname, List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), WEEK);
    }

    private static String name(PracticeType type) {
        return switch (type) {
            case DENTAL -> "Maple Street Dental";
            case MEDICAL -> "Maple Street Family Medicine";
            case VETERINARY -> "Maple Street Animal Clinic";
            case MENTAL_HEALTH -> "Maple Street Counseling";
        };
    }
}
