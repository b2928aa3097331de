package org.anteroom.agent.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.DateParts.Part;
import org.anteroom.agent.words.TimePhrases.Phrase;

/**
 * Dates of birth as callers say them: "march third nineteen forty one", "the third of march forty one", "oh three oh three
 * forty one", "two thousand and five" and "twenty eleven" for years, also amid a sentence, also typed ("3/3/1941").
 *
 * <p>What is corrected replaces what was said: "march third no wait fourth nineteen forty one". A year of two digits is
 * the latest in the past.
 */
public final class SpokenBirthDate {

    /** Longer speech is read from its end, where the corrections are. */
    private static final int MOST_WORDS = 80;
    /** How far back a correction may reach, in words. */
    private static final int CORRECTED_WORDS = 10;

    private static final Set<String> CONNECTING =
            Set.of("of", "in", "the", "on", "and", "year", "day", "month", "was", "born", "it's");

    private SpokenBirthDate() {}

    /**
     * The date of birth in the words; empty when they hold none that is whole.
     *
     * @param words as heard or typed
     * @param today where the practice is
     * @return never after today, at most {@value FullDates#OLDEST} years before it
     */
    public static Optional<LocalDate> of(List<String> words, LocalDate today) {
        List<String> plain = plain(words);
        List<String> said = List.of();
        Optional<LocalDate> date = Optional.empty();
        for (List<String> segment : segments(plain.subList(Math.max(0, plain.size() - MOST_WORDS), plain.size()))) {
            Optional<LocalDate> alone = date(segment, today);
            List<String> joined = alone.isPresent() ? segment : joined(said, segment, date.isPresent() ? 1 : 0, today);
            Optional<LocalDate> now = alone.or(() -> toItsEnd(joined, today));
            date = now.isPresent() ? now : date.map(before -> patched(before, segment, today));
            said = date.isPresent() && now.isEmpty() ? said : joined;
        }
        return date;
    }

    /**
     * What the words may mean, the likeliest first: "one two one nine nine two" is January second 1992 or December nineteenth. Empty
     * when they hold no date.
     */
    public static List<LocalDate> readings(List<String> words, LocalDate today) {
        Optional<LocalDate> likeliest = of(words, today);
        List<List<String>> segments = segments(plain(words));
        List<LocalDate> last = new FullDates(segments.get(segments.size() - 1), today).readings();
        return likeliest
                .map(date -> last.isEmpty() || !last.get(0).equals(date) ? List.of(date) : last)
                .orElse(List.of());
    }

    /**
     * Whether a date with its year has been said and nothing leads on from it. "Nineteen" may be the beginning of a year,
     * "forty" that of "forty one".
     *
     * @param words as heard
     * @param today where the practice is
     */
    public static boolean whole(List<String> words, LocalDate today) {
        return !unfinished(words, today)
                && !BirthDateEnd.of(words).mayGoOn()
                && of(words, today).isPresent();
    }

    /** Whether more is sure to come: a month, a day without its year, the century alone, a correction. */
    public static boolean unfinished(List<String> words, LocalDate today) {
        BirthDateEnd end = BirthDateEnd.of(words);
        boolean begun = end.begun() && of(words, today).isEmpty();
        boolean corrected = segments(plain(words)).size() > 1;
        return Dictation.leadsOn(words) || end.centuryAlone() || begun || corrected;
    }

    /** Whether a word only connects the parts of a date. */
    static boolean connects(String word) {
        return CONNECTING.contains(word) || Normaliser.isFiller(word);
    }

    /** The same of a word among others, where an "of" may tell that a number is a month. */
    static boolean connects(List<String> words, int at) {
        return connects(words.get(at)) && !namesMonth(words, at);
    }

    /** The "of" of "the first of the sixth": what follows is a month by its number. */
    private static boolean namesMonth(List<String> words, int at) {
        int month = at + 1 < words.size() && words.get(at + 1).equals("the") ? at + 2 : at + 1;
        return words.get(at).equals(FullDates.OF)
                && at > 0
                && TimePhrases.REVIEWED.at(words, at - 1, TimeSort.ORDINAL).isPresent()
                && TimePhrases.REVIEWED.at(words, month, TimeSort.ORDINAL).isPresent();
    }

    private static List<String> plain(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (String word : words) {
            plain.addAll(Normaliser.words(spread(word)));
        }
        return plain;
    }

    /** Dates written in one piece, "03031941" and "3.3.1941", as their parts. */
    private static String spread(String word) {
        if (word.length() == 8 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return word.substring(0, 2) + " " + word.substring(2, 4) + " " + word.substring(4);
        }
        return word.indexOf('.') > 0 ? word.replace('.', ' ') : word;
    }

    /** What was said between corrections, without fillers and words that only connect. */
    private static List<List<String>> segments(List<String> words) {
        List<List<String>> segments = new ArrayList<>();
        List<String> segment = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Phrase> phrase = TimePhrases.REVIEWED.at(words, at);
            boolean filler = phrase.filter(p -> p.sort() == TimeSort.FILLER).isPresent();
            if (phrase.filter(SpokenBirthDate::corrects).isPresent()) {
                segments.add(segment);
                segment = new ArrayList<>();
                at += phrase.map(Phrase::length).orElse(1);
            } else if (filler) {
                at += phrase.map(Phrase::length).orElse(1);
            } else {
                // "The fourth of july" is a phrase of its own, and a date of birth begins with it.
                if (!connects(words, at)) {
                    segment.add(words.get(at));
                }
                at++;
            }
        }
        segments.add(segment);
        return segments;
    }

    private static boolean corrects(Phrase phrase) {
        return switch (phrase.sort()) {
            case CORRECTION, RESTART, NO -> true;
            default -> false;
        };
    }

    private static Optional<LocalDate> date(List<String> words, LocalDate today) {
        return new FullDates(words, today).best().map(FullDates.Found::date);
    }

    /** The date that the words say when it reaches to their end. */
    private static Optional<LocalDate> toItsEnd(List<String> words, LocalDate today) {
        return new FullDates(words, today)
                .best()
                .filter(found -> found.to() == words.size())
                .map(FullDates.Found::date);
    }

    /** The words with as many of the last replaced as it takes to make a date; one after the other where none does. */
    private static List<String> joined(List<String> said, List<String> segment, int fewest, LocalDate today) {
        for (int cut = fewest; cut <= Math.min(CORRECTED_WORDS, said.size()); cut++) {
            List<String> joined = both(said.subList(0, said.size() - cut), segment);
            if (toItsEnd(joined, today).isPresent()) {
                return joined;
            }
        }
        return both(said, segment);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    /** The date with the parts that a correction names, "fourth", "april" or "forty two"; as it was if there are none. */
    private static LocalDate patched(LocalDate date, List<String> segment, LocalDate today) {
        DateParts parts = new DateParts(segment);
        int year = date.getYear();
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        int at = 0;
        while (at < segment.size()) {
            Optional<Part> named = parts.monthNames(at).stream().findFirst();
            Optional<Part> ofMonth = longest(parts.days(at));
            Optional<Part> ofYears = longest(parts.years(at))
                    .filter(part ->
                            ofMonth.isEmpty() || part.end() > ofMonth.get().end());
            if (named.isPresent()) {
                month = named.get().value();
            } else if (ofYears.isPresent()) {
                year = ofYears.get().value();
            } else if (ofMonth.isPresent()) {
                day = ofMonth.get().value();
            }
            at = Math.max(
                    at + 1,
                    named.or(() -> ofYears).or(() -> ofMonth).map(Part::end).orElse(at));
        }
        return FullDates.date(year, month, day, today).orElse(date);
    }

    private static Optional<Part> longest(List<Part> parts) {
        return parts.stream().reduce((a, b) -> b.end() > a.end() ? b : a);
    }
}
