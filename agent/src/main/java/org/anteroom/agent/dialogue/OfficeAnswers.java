package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.words.SpokenDigits;

/** Answers to questions about the office, from what staff wrote and nothing else. */
final class OfficeAnswers {
    /** Who speaks of their car wants to leave it somewhere; the way to the door is another question. */
    private static final Set<String> PARKING = Set.of("park", "parking", "parks", "valet", "car", "garage");

    private final OfficeFacts office;
    private final OfficeHours hours;

    OfficeAnswers(OfficeFacts office, Instant now) {
        this.office = office;
        this.hours = new OfficeHours(office.hours(), now);
    }

    /** The sentences that answer an {@linkplain Intent#officeFact() office question}. Never empty. */
    List<Act.Say> to(Intent intent, List<String> words) {
        return switch (intent) {
            case HOURS -> hours(words);
            case HOLIDAYS -> holidays();
            case LOCATION, DIRECTIONS -> way(intent, words);
            case PHONE -> fact(TemplateId.PHONE_IS, Slot.PHONE, office.phone().map(SpokenDigits::said));
            case FAX -> fact(TemplateId.FAX_IS, Slot.FAX, office.fax().map(SpokenDigits::said));
            default -> List.of(Act.Say.of(TemplateId.FACT_UNKNOWN));
        };
    }

    private List<Act.Say> hours(List<String> words) {
        if (!hours.everOpen()) {
            return List.of(Act.Say.of(TemplateId.FACT_UNKNOWN));
        }
        Optional<DayOfWeek> weekday = weekday(words);
        if (weekday.isPresent()) {
            return on(hours.today().with(TemporalAdjusters.nextOrSame(weekday.get())));
        }
        if (words.contains("tomorrow") || words.contains("tomorrow's")) {
            return on(hours.today().plusDays(1));
        }
        boolean now = words.contains("now") || words.contains("still") || words.contains("currently");
        if (now && !hours.openNow()) {
            Act.Say closed = Act.Say.of(TemplateId.OFFICE_CLOSED);
            return hours.opens()
                    .map(when -> List.of(closed, Act.Say.of(TemplateId.OPENS, Slot.WHEN, when)))
                    .orElse(List.of(closed));
        }
        boolean today = now || words.contains("today") || words.contains("tonight") || words.contains("today's");
        return today ? today() : List.of(Act.Say.of(TemplateId.HOURS_WEEK, Slot.WEEK, hours.week()));
    }

    /** Whether a day is named: "Saturday", "tomorrow". */
    static boolean dayNamed(List<String> words) {
        return weekday(words).isPresent() || words.contains("tomorrow") || words.contains("today");
    }

    /** "And Friday?", "what about tomorrow". */
    static boolean followsUp(List<String> words) {
        String said = String.join(" ", words) + " ";
        return said.startsWith("and ") || said.startsWith("what about ") || said.startsWith("how about ");
    }

    private static Optional<DayOfWeek> weekday(List<String> words) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = InWords.day(day).toLowerCase(Locale.US);
            if (words.contains(name) || words.contains(name + "s") || words.contains(name + "'s")) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private List<Act.Say> on(LocalDate day) {
        if (day.equals(hours.today())) {
            return today();
        }
        String name = day.equals(hours.today().plusDays(1)) ? "Tomorrow" : "On " + InWords.day(day.getDayOfWeek());
        List<TimeRange> openings = hours.on(day);
        return List.of(
                openings.isEmpty()
                        ? Act.Say.of(TemplateId.CLOSED_ON, Slot.DAY, name)
                        : Act.Say.of(TemplateId.HOURS_ON, Slot.DAY, name, Slot.HOURS, InWords.openings(openings)));
    }

    private List<Act.Say> today() {
        List<TimeRange> openings = hours.on(hours.today());
        if (!openings.isEmpty()) {
            return List.of(Act.Say.of(TemplateId.HOURS_TODAY, Slot.HOURS, InWords.openings(openings)));
        }
        Act.Say closed = Act.Say.of(TemplateId.CLOSED_TODAY);
        return hours.opens()
                .map(when -> List.of(closed, Act.Say.of(TemplateId.OPENS, Slot.WHEN, when)))
                .orElse(List.of(closed));
    }

    private List<Act.Say> holidays() {
        List<String> days = hours.closedAhead().stream().map(this::dated).toList();
        return List.of(
                days.isEmpty()
                        ? Act.Say.of(TemplateId.NO_CLOSED_DAYS)
                        : Act.Say.of(TemplateId.CLOSED_DAYS, Slot.DAYS, "on " + InWords.joined(days)));
    }

    private String dated(LocalDate day) {
        return hours.holiday(day).map(name -> name + ", ").orElse("") + InWords.date(day);
    }

    private List<Act.Say> way(Intent intent, List<String> words) {
        if (words.stream().anyMatch(PARKING::contains)) {
            return fact(TemplateId.PARKING_IS, Slot.PARKING, office.parking());
        }
        return intent == Intent.DIRECTIONS && office.directions().isPresent()
                ? fact(TemplateId.DIRECTIONS_ARE, Slot.DIRECTIONS, office.directions())
                : fact(TemplateId.ADDRESS_IS, Slot.ADDRESS, office.address());
    }

    private static List<Act.Say> fact(TemplateId id, Slot slot, Optional<String> value) {
        return List.of(value.map(known -> Act.Say.of(id, slot, known)).orElse(Act.Say.of(TemplateId.FACT_UNKNOWN)));
    }
}
