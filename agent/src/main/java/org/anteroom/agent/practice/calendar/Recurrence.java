package org.anteroom.agent.practice.calendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * Works out the times of a rule ({@code RRULE}) by ical4j, on the wall clock alone: "at nine" stays at nine when the clock is
 * changed.
 */
final class Recurrence {
    private static final int LONGEST_RULE = 500;
    private static final int LONGEST_INTERVAL = 10_000;
    /** How many steps without a date ical4j makes before it gives up. */
    private static final int MOST_EMPTY = 1_000;

    private static final int WEEKS_OF_A_YEAR = 53;
    private static final int WEEKS_OF_A_MONTH = 5;
    /** With these a rule may give nothing for long, or for ever, such as on 30 February. */
    private static final List<String> SELDOM = List.of("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS");

    private Recurrence() {}

    /**
     * The times within a stretch, the beginning itself left out where the rule doesn't give it.
     *
     * @param line the rule
     * @param start the first one
     * @throws Unusable when it is no rule, or costs too much
     */
    static List<LocalDateTime> times(
            ContentLine line, Moment start, LocalDateTime from, LocalDateTime to, Budget budget) throws Unusable {
        if (line.value().length() > LONGEST_RULE) {
            throw new Unusable(line, "is longer than any rule needs to be: write it shorter");
        }
        Map<String, String> parts = parts(line);
        try {
            until(line, parts, start);
            Recur<LocalDateTime> recur = new Recur<>(parts.entrySet().stream()
                    .map(part -> part.getKey() + "=" + part.getValue())
                    .collect(Collectors.joining(";")));
            boolean seldom = SELDOM.stream().anyMatch(parts::containsKey);
            if (seldom && recur.getFrequency() == Frequency.HOURLY) {
                throw new Unusable(line, "repeats hourly on some days: write FREQ=DAILY with BYHOUR");
            }
            return times(
                    line,
                    recur,
                    new Cost(seldom ? MOST_EMPTY : 0, perStep(line, parts)),
                    start.wall(),
                    from,
                    to,
                    budget);
        } catch (RuntimeException e) {
            // Whatever ical4j makes of a wrong rule.
            throw new Unusable(
                    line, "is no rule that can be worked out, such as FREQ=WEEKLY;BYDAY=MO,WE: write it anew");
        }
    }

    /** @param empty steps that may come in vain
     *  @param perStep dates that each step can give at most
     */
    private record Cost(long empty, long perStep) {}

    private static Map<String, String> parts(ContentLine line) throws Unusable {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : line.word().split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new Unusable(line, "must be parts such as FREQ=WEEKLY;BYDAY=MO,WE, each once");
            }
        }
        // Our calendar anyway.
        parts.remove("RSCALE", "GREGORIAN");
        // ical4j would begin weeks where this machine's language does; the standard has Monday.
        parts.putIfAbsent("WKST", "MO");
        return parts;
    }

    /** Brings the end of a rule to the clock of its beginning, a date to that day's last second. */
    private static void until(ContentLine line, Map<String, String> parts, Moment start) throws Unusable {
        String text = parts.get("UNTIL");
        if (text == null) {
            return;
        }
        boolean utc = text.endsWith("Z");
        LocalDateTime wall = Moments.wall(line, utc ? text.substring(0, text.length() - 1) : text);
        if (utc) {
            wall = LocalDateTime.ofInstant(
                    wall.toInstant(ZoneOffset.UTC), start.rules().getOffset(wall.toInstant(ZoneOffset.UTC)));
        } else if (!text.contains("T")) {
            wall = wall.toLocalDate().atTime(23, 59, 59);
        }
        parts.put("UNTIL", Moments.written(wall));
    }

    /** How many dates a step of the rule can give at most. */
    private static long perStep(ContentLine line, Map<String, String> parts) throws Unusable {
        long product = 1;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (part.getKey().equals("BYDAY")) {
                product *= weekdays(parts, part.getValue());
            } else if (part.getKey().startsWith("BY") && !part.getKey().equals("BYSETPOS")) {
                product *= part.getValue().chars().filter(each -> each == ',').count() + 1;
            }
        }
        if (product > Budget.MOST_PER_STEP) {
            throw new Unusable(line, "repeats more often than a calendar needs: write fewer values");
        }
        return product;
    }

    /** "MO" comes up to 53 times in a year and five in a month, "1MO" once. */
    private static long weekdays(Map<String, String> parts, String days) {
        boolean weeks = parts.containsKey("BYWEEKNO");
        boolean months = parts.containsKey("BYMONTH");
        long each =
                switch (parts.getOrDefault("FREQ", "")) {
                    case "YEARLY" -> weeks ? 1 : months ? WEEKS_OF_A_MONTH : WEEKS_OF_A_YEAR;
                    case "MONTHLY" -> WEEKS_OF_A_MONTH;
                    default -> 1;
                };
        return Stream.of(days.split(",", -1))
                .mapToLong(day -> day.length() == 2 ? each : 1)
                .sum();
    }

    private static List<LocalDateTime> times(
            ContentLine line,
            Recur<LocalDateTime> recur,
            Cost cost,
            LocalDateTime start,
            LocalDateTime from,
            LocalDateTime to,
            Budget budget)
            throws Unusable {
        if (Budget.tooOften(recur.getFrequency())) {
            throw new Unusable(line, "repeats by the minute or second: write a FREQ of HOURLY or longer");
        }
        int interval = recur.getInterval() == -1 ? 1 : recur.getInterval();
        if (interval < 1 || interval > LONGEST_INTERVAL) {
            throw new Unusable(line, "must have an INTERVAL between 1 and " + LONGEST_INTERVAL);
        }
        ChronoUnit unit = unit(recur.getFrequency());
        // What ical4j skips to get there is whole steps, and of the step that it lands in it may miss the first half.
        LocalDateTime early = from.minus(2L * interval, unit);
        LocalDateTime seed = recur.getCount() < 0 && even(unit) ? skipped(start, early, interval, unit) : start;
        if (seed.isAfter(to)) {
            return List.of();
        }
        if (recur.getUntil() != null && recur.getUntil().isBefore(early)) {
            return List.of();
        }
        long steps = unit.between(seed, to) / interval + 1;
        budget.tries(line, steps + cost.empty(), cost.perStep());
        List<LocalDateTime> dates = recur.getDates(seed, seed.isAfter(early) ? seed : early, to, budget.left());
        if (dates.size() >= budget.left()) {
            // There may be more: taken for all of them, the rest of the time would be offered to callers.
            throw budget.exceeded(line.number());
        }
        return dates.stream()
                .filter(time -> !time.isBefore(start) && !time.isBefore(from))
                .toList();
    }

    /** The last whole step before. */
    private static LocalDateTime skipped(LocalDateTime start, LocalDateTime early, int interval, ChronoUnit unit) {
        long steps = unit.between(start, early) / interval;
        return steps > 0 ? start.plus(steps * interval, unit) : start;
    }

    /** Whether a step is always as long: months are not, so that the 31st would wander. */
    private static boolean even(ChronoUnit unit) {
        return unit != ChronoUnit.MONTHS && unit != ChronoUnit.YEARS;
    }

    private static ChronoUnit unit(Frequency frequency) {
        return switch (frequency) {
            case SECONDLY -> ChronoUnit.SECONDS;
            case MINUTELY -> ChronoUnit.MINUTES;
            case HOURLY -> ChronoUnit.HOURS;
            case DAILY -> ChronoUnit.DAYS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case YEARLY -> ChronoUnit.YEARS;
        };
    }
}
