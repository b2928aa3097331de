package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Times and names of a hand-over as people say them. Pure. */
public final class DutyWords {
    private static final int WEEK = 7;

    private DutyWords() {}

    /** "tomorrow at eight in the morning", "Monday at noon", "December twenty fourth at five in the afternoon". */
    public static String moment(LocalDateTime moment, LocalDateTime now) {
        return day(moment.toLocalDate(), now.toLocalDate()) + " at "
                + InWords.moment(moment.getHour() * 60 + moment.getMinute());
    }

    /** Ends to choose from. */
    static List<Act.Say> ends(List<LocalDateTime> ends, LocalDateTime now) {
        return KeyMenu.rows(
                ends, (end, key) -> Act.Say.of(TemplateId.DUTY_UNTIL, Slot.WHEN, moment(end, now), Slot.KEY, key));
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow";
        }
        return day.isBefore(today.plusDays(WEEK)) ? InWords.day(day.getDayOfWeek()) : InWords.date(day);
    }

    /** "Dr. Reed and Dr. Yu". */
    static String names(List<String> names) {
        return InWords.joined(names);
    }
}
