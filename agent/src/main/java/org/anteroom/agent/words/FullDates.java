package org.anteroom.agent.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anteroom.agent.words.DateParts.Part;

/** Dates with their year, in the orders in which they are spoken: month day year, day month year, year month day. */
final class FullDates {

    /** So far ahead appointments are spoken of. */
    private static final int NEAR_YEARS = 2;

    /** The oldest a caller's birth date is taken to be, in years. */
    static final int OLDEST = 120;

    /** Kept only where a month is told by its place: "the first of the sixth". */
    static final String OF = "of";

    private static final int MONTHS = 12;
    private static final Set<String> BEFORE_NO_YEAR = Set.of(
            "at", "around", "about", "by", "after", "before", "past", "to", "until", "till", "for", "from", "i'm", "am",
            "age", "aged", "turning", "turned", "room", "suite", "number", "least", "almost", "nearly");
    private static final Set<String> LEADS_TO = Set.of("for", "to");
    private static final Set<String> SEPARATORS = Set.of("slash", "dash", "hyphen", "stroke", "dot", "point", "comma");

    /** A part that is expected next. */
    private enum Field {
        MONTH_NAME,
        MONTH_NUMBER,
        DAY,
        YEAR,
        FULL_YEAR,
        SURE_YEAR,
        MONTH_PLACE,
        DAY_PLACE
    }

    private record Order(int doubt, boolean named, Field... fields) {}

    private static final List<Order> ORDERS = List.of(
            new Order(0, true, Field.MONTH_NAME, Field.DAY, Field.YEAR),
            new Order(0, true, Field.DAY, Field.MONTH_NAME, Field.YEAR),
            new Order(0, true, Field.FULL_YEAR, Field.MONTH_NAME, Field.DAY),
            new Order(1, true, Field.FULL_YEAR, Field.DAY, Field.MONTH_NAME),
            // "May of ninety one the second", "fifty nine july the sixteenth", "the first of the first nineteen fifty".
            new Order(1, true, Field.MONTH_NAME, Field.SURE_YEAR, Field.DAY_PLACE),
            new Order(1, true, Field.SURE_YEAR, Field.MONTH_NAME, Field.DAY),
            new Order(1, true, Field.DAY_PLACE, Field.MONTH_PLACE, Field.SURE_YEAR),
            new Order(0, false, Field.MONTH_NUMBER, Field.DAY, Field.YEAR),
            new Order(1, false, Field.FULL_YEAR, Field.MONTH_NUMBER, Field.DAY),
            // Not how Americans say it; only where no month has the number.
            new Order(8, false, Field.DAY, Field.MONTH_NUMBER, Field.YEAR));

    /**
     * A date that was found.
     *
     * @param from the place of its first word
     * @param to the place after its last word
     * @param named whether the month was said by its name
     */
    record Found(LocalDate date, int from, int to, int doubt, boolean named) {
        int length() {
            return to - from;
        }
    }

    /** What has been read of a date. */
    private record State(int month, int day, int year, int end, int doubt) {
        State with(Field field, Part part) {
            int sum = doubt + part.doubt();
            return switch (field) {
                case MONTH_NAME, MONTH_NUMBER, MONTH_PLACE -> new State(part.value(), day, year, part.end(), sum);
                case DAY, DAY_PLACE -> new State(month, part.value(), year, part.end(), sum);
                case YEAR, FULL_YEAR, SURE_YEAR -> new State(month, day, part.value(), part.end(), sum);
            };
        }
    }

    private final List<String> words;
    private final DateParts parts;
    private final LocalDate today;

    /** @param words normalised, without words that only connect; see {@link SpokenBirthDate#connects(List, int)} */
    FullDates(List<String> words, LocalDate today) {
        this.words = words;
        this.parts = new DateParts(words);
        this.today = today;
    }

    /** The date of the most words, in doubt the likelier, then the first. */
    Optional<Found> best() {
        return all().stream().findFirst();
    }

    /** The best and what else its words may mean, the likeliest first. */
    List<LocalDate> readings() {
        List<Found> all = all();
        return all.stream()
                .filter(found -> found.from() == all.get(0).from()
                        && found.to() == all.get(0).to())
                .map(Found::date)
                .distinct()
                .toList();
    }

    private List<Found> all() {
        return IntStream.range(0, words.size())
                .mapToObj(this::from)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Found::length)
                        .reversed()
                        .thenComparingInt(Found::doubt)
                        .thenComparingInt(Found::from))
                .toList();
    }

    private List<Found> from(int at) {
        List<Found> all = new ArrayList<>();
        for (Order order : ORDERS) {
            List<State> states = List.of(new State(0, 0, 0, at, order.doubt()));
            for (Field field : order.fields()) {
                states =
                        states.stream().flatMap(state -> next(state, field, at)).toList();
            }
            for (State state : states) {
                boolean dayFirst = order.fields()[0] == Field.DAY && !order.named();
                boolean usual = !dayFirst || state.day() > MONTHS;
                if (usual
                        && beginsWithYear(order, state, at)
                        && standsAlone(order, state, at)
                        && !isForADay(order, state, at)
                        && !isMonthAndYear(order, state, at)) {
                    dated(state)
                            .map(date -> new Found(date, at, state.end(), state.doubt(), order.named()))
                            .ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private Stream<State> next(State state, Field field, int start) {
        int at = state.end();
        while (at > start && at < words.size() && SEPARATORS.contains(words.get(at))) {
            at++;
        }
        List<Part> read =
                switch (field) {
                    case MONTH_NAME -> parts.monthNames(at);
                    case MONTH_NUMBER -> parts.monthNumbers(at);
                    case DAY -> parts.days(at);
                    case YEAR -> parts.years(at);
                    case FULL_YEAR -> parts.fullYears(at);
                    case SURE_YEAR -> parts.sureYears(at);
                    case MONTH_PLACE -> isOf(at) ? parts.ordinals(at + 1, MONTHS) : List.of();
                    case DAY_PLACE -> parts.ordinals(at, DateParts.LAST_DAY);
                };
        return read.stream().map(part -> state.with(field, part));
    }

    private boolean isOf(int at) {
        return at < words.size() && words.get(at).equals(OF);
    }

    private Optional<LocalDate> dated(State state) {
        return date(state.year(), state.month(), state.day(), today);
    }

    /** "March nineteen forty one" names no day, nor does "may twenty twenty seven"; "june twenty sixty" is of no year that is near. */
    private boolean isMonthAndYear(Order order, State state, int at) {
        return order.fields()[0] == Field.MONTH_NAME
                && state.year() < 100
                && parts.fullYears(at + 1).stream()
                        .anyMatch(year -> year.end() == state.end() && year.value() <= today.getYear() + NEAR_YEARS);
    }

    /** "At ten forty five july sixth" and "i'm fifty nine": what stands before two digits makes them something else. */
    private boolean beginsWithYear(Order order, State state, int at) {
        boolean bare = order.fields()[0] == Field.SURE_YEAR && state.year() < 100;
        String before = at == 0 ? "" : words.get(at - 1);
        return !bare || !(DateParts.isNumber(before) || BEFORE_NO_YEAR.contains(before));
    }

    /** "For december twenty first" and "to march thirty" are a day, no fourth of December of 2020. */
    private boolean isForADay(Order order, State state, int at) {
        return order.fields()[0] == Field.DAY
                && order.named()
                && LEADS_TO.contains(words.get(at))
                && state.year() <= DateParts.LAST_DAY;
    }

    /** Numbers beside it would make it part of something else, such as a phone number. */
    private boolean standsAlone(Order order, State state, int at) {
        int end = state.end();
        boolean after = end < words.size() && DateParts.isNumber(words.get(end));
        if (order.named()) {
            boolean whole = state.year() >= 100 && SpokenNumbers.UNITS.containsKey(words.get(end - 1));
            return !after || whole;
        }
        return !after && (at == 0 || !DateParts.isNumber(words.get(at - 1)));
    }

    /** A date that exists and may be a living person's birth date; a year without its century is the latest past one. */
    static Optional<LocalDate> date(int year, int month, int day, LocalDate today) {
        Stream<Integer> years = year < 100 ? Stream.of(2000 + year, 1900 + year) : Stream.of(year);
        return years.flatMap(full -> existing(full, month, day).stream())
                .filter(date -> !date.isAfter(today) && !date.isBefore(today.minusYears(OLDEST)))
                .findFirst();
    }

    private static Optional<LocalDate> existing(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
