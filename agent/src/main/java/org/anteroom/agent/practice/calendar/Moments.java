package org.anteroom.agent.practice.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads dates and times of a calendar's lines. */
final class Moments {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int DATE_LENGTH = 8;

    private final Zones zones;

    Moments(Zones zones) {
        this.zones = zones;
    }

    /** A stretch of time. */
    record Stretch(Moment start, Instant end) {}

    Moment one(ContentLine line) throws Unusable {
        return moment(line, line.value().strip());
    }

    /** Those of a line with several. */
    List<Moment> all(ContentLine line) throws Unusable {
        List<Moment> moments = new ArrayList<>();
        for (String each : line.value().split(",", -1)) {
            moments.add(moment(line, each.strip()));
        }
        return moments;
    }

    /** Those of a line with periods, {@code start/end} or {@code start/length}. */
    List<Stretch> periods(ContentLine line) throws Unusable {
        List<Stretch> periods = new ArrayList<>();
        for (String each : line.value().split(",", -1)) {
            String[] ends = each.strip().split("/", -1);
            if (ends.length != 2) {
                throw new Unusable(line, "must hold periods such as 20260603T090000Z/PT1H");
            }
            Moment start = moment(line, ends[0]);
            Instant end = ends[1].startsWith("P")
                    ? Length.parse(ends[1])
                            .orElseThrow(() -> new Unusable(line, "must hold lengths such as PT1H"))
                            .end(start)
                    : moment(line, ends[1]).instant();
            periods.add(new Stretch(start, end));
        }
        return periods;
    }

    private Moment moment(ContentLine line, String text) throws Unusable {
        boolean date = text.length() == DATE_LENGTH;
        boolean utc = text.endsWith("Z");
        if (date ? utc : line.is("VALUE", "DATE")) {
            throw none(line);
        }
        ZoneRules rules = utc ? ZoneOffset.UTC.getRules() : date ? zones.floating() : zones.of(line);
        return new Moment(wall(line, utc ? text.substring(0, text.length() - 1) : text, date), date, rules);
    }

    /** A time by a clock that is known otherwise. */
    static LocalDateTime wall(ContentLine line, String text) throws Unusable {
        return wall(line, text, text.length() == DATE_LENGTH);
    }

    private static LocalDateTime wall(ContentLine line, String text, boolean date) throws Unusable {
        try {
            return date ? LocalDate.parse(text, DATE).atStartOfDay() : LocalDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw none(line);
        }
    }

    static String written(LocalDateTime wall) {
        return TIME.format(wall);
    }

    private static Unusable none(ContentLine line) {
        return new Unusable(line, "must be a date such as 20260603 or a time such as 20260603T090000");
    }
}
