package org.anteroom.agent.words;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When callers want to come, in their words: "tuesday or thursday after three", "the week after next", "not before ten",
 * "uh maybe wednesday no wait thursday", "as soon as possible"; spoken or typed ("12/4 at 3:30").
 *
 * <p>Everything is wall-clock time where the practice is; whether an hour exists twice or not at all on a day when the
 * clocks change is for the calendar of slots to know. Hours without "a m" or "p m" are those of business, 7:00 to 18:59.
 * Weeks go from Monday to Sunday; a bare weekday is the next one after today.
 */
public final class SpokenWhen {
    /** Longer speech is read from its end, where corrections are. */
    private static final int MOST_WORDS = 100;

    private static final Set<String> BIRTH = Set.of("born", "birth", "birthday", "birthdate", "dob");
    private static final Set<String> AROUND_BIRTH = Set.of(
            "born",
            "birth",
            "birthday",
            "birthdate",
            "dob",
            "date",
            "of",
            "is",
            "my",
            "his",
            "her",
            "their",
            "it's",
            "its",
            "it",
            "was",
            "i",
            "he",
            "she",
            "on",
            "in",
            "the",
            "and",
            "year",
            "day",
            "um",
            "uh",
            "yes",
            "okay",
            "so",
            "that's",
            "that",
            "would",
            "be",
            "slash",
            "dash");

    /**
     * Times amid other words.
     *
     * @param from the place of the first word that says when
     * @param to the place after the last
     */
    public record Found(When when, int from, int to) {
        public Found {
            requireNonNull(when, "when");
        }
    }

    private SpokenWhen() {}

    /**
     * What an answer to "when would you like to come" means; empty when it holds no time.
     *
     * @param words as heard or typed
     * @param now where the practice is
     */
    public static Optional<When> of(List<String> words, LocalDateTime now) {
        return read(words, now, true).map(Found::when);
    }

    /**
     * The times amid a sentence that may be about anything: mere numbers, "may" and "second" count only where the words
     * beside them make them times; what was in the past doesn't.
     *
     * @param words as heard or typed
     * @param now where the practice is
     */
    public static Optional<Found> find(List<String> words, LocalDateTime now) {
        return read(words, now, false);
    }

    /**
     * The month in which a day is wished that it doesn't have, "february thirtieth"; empty where there is none such, or
     * where another day has been said as well. The same words are read as that whole month.
     *
     * @param words as heard or typed
     * @param when what they were read as
     * @param now where the practice is
     */
    public static Optional<Month> noSuchDay(List<String> words, When when, LocalDateTime now) {
        if (!when.likeliest().stream().allMatch(item -> wholeMonth(item).isPresent())) {
            return Optional.empty();
        }
        DateGrammar dates = new DateGrammar(TimeTokens.of(words), now);
        return IntStream.range(0, words.size())
                .mapToObj(dates::monthWithoutDay)
                .flatMap(Optional::stream)
                .filter(month -> when.likeliest().stream()
                        .allMatch(item -> wholeMonth(item).equals(Optional.of(month))))
                .findFirst();
    }

    /** The month that it is all of; empty where it is anything else. */
    private static Optional<Month> wholeMonth(WhenItem item) {
        if (!(item instanceof WhenItem.Range range)
                || range.from().isEmpty()
                || range.to().isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime from = range.from().get();
        boolean whole = from.getDayOfMonth() == 1
                && range.to().get().equals(from.toLocalDate().plusMonths(1).atStartOfDay());
        return whole ? Optional.of(from.getMonth()) : Optional.empty();
    }

    /**
     * Whether day and hour, or "any time", have been said and nothing leads on from them: a day alone may be followed by
     * its hours.
     *
     * @param words as heard
     * @param now where the practice is
     */
    public static boolean whole(List<String> words, LocalDateTime now) {
        return !unfinished(words)
                && of(words, now)
                        .filter(when -> when.likeliest().stream().allMatch(SpokenWhen::exact))
                        .isPresent();
    }

    /** Whether more is sure to come: "tuesday at", "between ten", "not before", a correction that has only begun. */
    public static boolean unfinished(List<String> words) {
        return WhenEnd.open(TimeTokens.of(words.subList(Math.max(0, words.size() - MOST_WORDS), words.size())));
    }

    private static boolean exact(WhenItem item) {
        if (item instanceof WhenItem.Range range) {
            return range.hours().isPresent()
                    || (range.from().isPresent()
                            && range.to().isPresent()
                            && range.from().get().plusDays(1).isAfter(range.to().get()));
        }
        if (item instanceof WhenItem.Weekly weekly) {
            return weekly.hours().isPresent();
        }
        return !(item instanceof WhenItem.TimeOfDay);
    }

    private static Optional<Found> read(List<String> all, LocalDateTime now, boolean asked) {
        int skipped = Math.max(0, all.size() - MOST_WORDS);
        List<String> words = all.subList(skipped, all.size());
        Optional<Found> birth = birthDate(words, now.toLocalDate());
        Optional<Found> others = birth.isPresent() && !asked ? times(without(words, birth.get()), now, false) : birth;
        Optional<Found> found = birth.isPresent() ? others.or(() -> birth) : times(words, now, asked);
        return found.map(f -> new Found(f.when(), f.from() + skipped, f.to() + skipped));
    }

    /** The words with those that tell a date of birth made meaningless; every other keeps its place. */
    private static List<String> without(List<String> words, Found birth) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> at >= birth.from() && at < birth.to() ? "-" : words.get(at))
                .toList();
    }

    private static Optional<Found> times(List<String> words, LocalDateTime now, boolean asked) {
        WhenReader reader = new WhenReader(TimeTokens.of(words), now, asked);
        return reader.read()
                .filter(when -> reader.from() < reader.to())
                .map(when -> new Found(when, reader.from(), reader.to()));
    }

    /** A date in the past with its year; one in numbers only where nothing else is said. */
    private static Optional<Found> birthDate(List<String> words, LocalDate today) {
        for (int at = 0; at < words.size(); at++) {
            Optional<LocalDate> written = words.get(at).indexOf('/') > 0
                    ? SpokenBirthDate.of(List.of(words.get(at)), today)
                    : Optional.empty();
            if (written.isPresent()) {
                return Optional.of(new Found(when(written.get()), at, at + 1));
            }
        }
        List<Integer> places = IntStream.range(0, words.size())
                .filter(at -> !SpokenBirthDate.connects(words, at))
                .boxed()
                .toList();
        List<String> kept = new ArrayList<>();
        places.forEach(at -> kept.add(Normaliser.word(words.get(at))));
        boolean born = words.stream().anyMatch(BIRTH::contains);
        return new FullDates(kept, today)
                .best()
                .filter(date -> born || (date.named() ? !isHour(date, kept) : date.doubt() < 2 && alone(date, kept)))
                .map(date -> new Found(
                        when(SpokenBirthDate.of(words, today).orElse(date.date())),
                        places.get(date.from()),
                        places.get(date.to() - 1) + 1));
    }

    private static When when(LocalDate birth) {
        return new When(List.of(List.of(new WhenItem.BirthDate(birth))), List.of());
    }

    /** "December fourth ten" is more likely an hour. */
    private static boolean isHour(FullDates.Found date, List<String> words) {
        return Set.of("ten", "eleven", "twelve").contains(words.get(date.to() - 1))
                && date.date().getYear() < 2013
                && date.date().getYear() > 2009
                && !words.subList(date.from(), date.to()).contains("twenty")
                && !words.subList(date.from(), date.to()).contains("thousand");
    }

    private static boolean alone(FullDates.Found date, List<String> words) {
        return IntStream.range(0, words.size())
                .filter(at -> at < date.from() || at >= date.to())
                .allMatch(at -> AROUND_BIRTH.contains(words.get(at)) || Normaliser.isFiller(words.get(at)));
    }
}
