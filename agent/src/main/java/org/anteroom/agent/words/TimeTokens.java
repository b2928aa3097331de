package org.anteroom.agent.words;

import static org.anteroom.agent.words.SpokenNumbers.TEENS;
import static org.anteroom.agent.words.SpokenNumbers.TENS;
import static org.anteroom.agent.words.SpokenNumbers.UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.words.TimePhrases.Phrase;

/** What was said as words and phrases about time, without fillers; numbers are read where they stand. */
final class TimeTokens {
    /** A number and the place after it. */
    record Count(int value, int end) {}

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})([ap])?\\.?m?\\.?");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,4})([ap])\\.?m\\.?");
    private static final Pattern ISH = Pattern.compile("([a-z0-9:]+?)[- ]?ish");
    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2}(?::\\d{2})?)-(\\d{1,2}(?::\\d{2})?)(?:([ap])\\.?m\\.?)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/](\\d{1,2})(?:[/](\\d{2,4}))?");

    private static final Set<String> ENTERING =
            Set.of("come", "coming", "came", "get", "go", "walk", "call", "check", "stop", "drop", "bring");
    private static final Set<String> STRESSING =
            Set.of("right", "straight", "directly", "immediately", "shortly", "soon", "just");
    private static final Set<String> BESIDE = Set.of("after", "before", "following");
    private static final Set<String> CONTRACTED = Set.of(
            "morning",
            "afternoon",
            "evening",
            "night",
            "lunch",
            "lunchtime",
            "noon",
            "week",
            "month",
            "weekend",
            "midday",
            "day");
    private static final int LONGEST_UNFIT = 7;

    private static final Set<String> NIGHTS = Set.of("night", "nights");
    /** One word for days and hours. */
    private static final List<String> WEEKNIGHTS = List.of("weekday", "evenings");

    private final List<TimeToken> tokens;

    private TimeTokens(List<TimeToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Reads words as a recogniser spells them or as people type them. */
    static TimeTokens of(List<String> words) {
        List<String> pieces = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            boolean nights =
                    words.get(at).equals("week") && at + 1 < words.size() && NIGHTS.contains(words.get(at + 1));
            for (String piece : nights
                    ? List.of("weekday")
                    : isUnfit(words, at) ? spelledOut(words.get(at)) : pieces(words.get(at))) {
                pieces.add(piece);
                places.add(at);
            }
        }
        List<TimeToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            Optional<Phrase> phrase = TimePhrases.REVIEWED.at(pieces, at);
            if (phrase.filter(p -> p.sort() == TimeSort.NEXT_AFTER).isPresent() && !endsWithUnit(tokens)) {
                // "After next week", unlike "the week after next".
                phrase = TimePhrases.REVIEWED.at(pieces.subList(0, at + 1), at);
            }
            if (isMayAfterAll(phrase, tokens)) {
                phrase = TimePhrases.REVIEWED.at(pieces.subList(0, at + 1), at);
            }
            int end = at + phrase.map(Phrase::length).orElse(1);
            TimeSort sort = phrase.map(Phrase::sort).orElse(TimeSort.WORD);
            if (phrase.isPresent() && opensAnother(sort, pieces, end)) {
                // "Before nine or after five", unlike "nine or after".
                phrase = TimePhrases.REVIEWED.at(pieces.subList(0, at + 1), at);
                end = at + 1;
                sort = phrase.map(Phrase::sort).orElse(TimeSort.WORD);
            }
            boolean until = sort == TimeSort.UNTIL
                    && !tokens.isEmpty()
                    && tokens.get(tokens.size() - 1).sort() == TimeSort.NOT;
            if (until) {
                // "I can't until friday": from friday on.
                TimeToken not = tokens.remove(tokens.size() - 1);
                tokens.add(new TimeToken(TimeSort.FROM, 0, not.text(), not.from(), places.get(end - 1) + 1));
            } else if (sort != TimeSort.FILLER && !onlyStresses(pieces, at, end)) {
                tokens.add(new TimeToken(
                        sort,
                        phrase.map(Phrase::value).orElse(0),
                        String.join(" ", pieces.subList(at, end)),
                        places.get(at),
                        places.get(end - 1) + 1));
            }
            at = end;
        }
        return new TimeTokens(SaidLimit.shortened(EventBound.shortened(tokens)));
    }

    /** "Tuesday's bad", as "tuesday is bad" says it. */
    private static boolean isUnfit(List<String> words, int at) {
        String word = words.get(at);
        boolean time = word.endsWith("'s")
                && TimePhrases.REVIEWED.at(spelledOut(word), 0).isPresent();
        if (!time) {
            return false;
        }
        List<String> is = new ArrayList<>(List.of("is"));
        is.addAll(words.subList(at + 1, Math.min(words.size(), at + LONGEST_UNFIT)));
        return TimePhrases.REVIEWED
                .at(is, 0)
                .filter(phrase -> phrase.sort() == TimeSort.UNFIT)
                .isPresent();
    }

    /** "Afternoon is" of "afternoon's". */
    private static List<String> spelledOut(String word) {
        return List.of(word.substring(0, word.length() - 2), "is");
    }

    /** "In may i think", unlike "may i come in" and "can i come in, may i bring my son". */
    private static boolean isMayAfterAll(Optional<Phrase> phrase, List<TimeToken> before) {
        boolean verb = phrase.filter(
                        p -> p.sort() == TimeSort.NOTHING && p.words().get(0).equals("may"))
                .isPresent();
        if (!verb || before.isEmpty()) {
            return false;
        }
        String entering = before.size() < 2 ? "" : before.get(before.size() - 2).text();
        return switch (before.get(before.size() - 1).sort()) {
            case EARLY, MIDDLE, LATE, OF, BY, UNTIL, FROM, THROUGH -> true;
            case IN -> !ENTERING.contains(entering);
            default -> false;
        };
    }

    /** The "right" of "right after easter" and "right before noon". */
    private static boolean onlyStresses(List<String> pieces, int at, int end) {
        return end == at + 1
                && STRESSING.contains(pieces.get(at))
                && TimePhrases.REVIEWED
                        .at(pieces, end)
                        .filter(next -> BESIDE.contains(next.words().get(0)))
                        .isPresent();
    }

    private static boolean opensAnother(TimeSort sort, List<String> pieces, int end) {
        return (sort == TimeSort.ONWARD || sort == TimeSort.LATEST) && end < pieces.size() && isNumber(pieces.get(end));
    }

    private static boolean endsWithUnit(List<TimeToken> tokens) {
        return !tokens.isEmpty()
                && switch (tokens.get(tokens.size() - 1).sort()) {
                    case DAY_UNIT, MONTH_UNIT, WEEKEND, WEEKDAY -> true;
                    default -> false;
                };
    }

    /** A word as it may be looked up: "3:30pm" becomes three, "tenish" two, "12/4" three. */
    private static List<String> pieces(String raw) {
        String lower = raw.toLowerCase(java.util.Locale.ROOT).replaceAll("[,;!?]+$", "");
        if (lower.endsWith("'s") && CONTRACTED.contains(lower.substring(0, lower.length() - 2))) {
            // "The afternoon's best" and "next week's better".
            return spelledOut(lower);
        }
        Matcher clock = CLOCK.matcher(lower);
        if (clock.matches()) {
            String minutes = clock.group(1) + ":" + clock.group(2);
            return clock.group(3) == null ? List.of(minutes) : List.of(minutes, clock.group(3) + "m");
        }
        Matcher hour = HOUR.matcher(lower);
        if (hour.matches()) {
            return List.of(hour.group(1), hour.group(2) + "m");
        }
        Matcher date = DATE.matcher(lower);
        if (date.matches()) {
            return List.of(lower);
        }
        Matcher span = SPAN.matcher(lower);
        if (span.matches()) {
            String half = span.group(3) == null ? "" : " " + span.group(3) + "m";
            return List.of((span.group(1) + " to " + span.group(2) + half).split(" "));
        }
        Matcher ish = ISH.matcher(lower);
        if (ish.matches() && (isNumber(ish.group(1)) || ish.group(1).equals("noon"))) {
            return List.of(ish.group(1), "ish");
        }
        return lower.equals("weeknight") || lower.equals("weeknights") ? WEEKNIGHTS : Normaliser.words(lower);
    }

    int size() {
        return tokens.size();
    }

    TimeToken get(int at) {
        return tokens.get(at);
    }

    boolean is(int at, TimeSort sort) {
        return at >= 0 && at < tokens.size() && tokens.get(at).sort() == sort;
    }

    boolean isAny(int at, TimeSort... sorts) {
        for (TimeSort sort : sorts) {
            if (is(at, sort)) {
                return true;
            }
        }
        return false;
    }

    boolean is(int at, String text) {
        return at >= 0 && at < tokens.size() && tokens.get(at).text().equals(text);
    }

    int value(int at) {
        return tokens.get(at).value();
    }

    String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    /** The place after any tokens of these sorts. */
    int skip(int at, TimeSort... sorts) {
        int next = at;
        while (isAny(next, sorts)) {
            next++;
        }
        return next;
    }

    /** A whole number from 0 to 99 at a place: "twenty five", "25", "oh five" where {@code padded}. */
    Optional<Count> number(int at) {
        String word = text(at);
        if (word.length() <= 2 && isDigits(word)) {
            return Optional.of(new Count(Integer.parseInt(word), at + 1));
        }
        Integer small = UNITS.containsKey(word) ? UNITS.get(word) : TEENS.get(word);
        if (small != null) {
            return Optional.of(new Count(small, at + 1));
        }
        Integer tens = TENS.get(word);
        if (tens == null) {
            return Optional.empty();
        }
        Integer unit = UNITS.get(text(at + 1));
        return Optional.of(unit != null && unit > 0 ? new Count(tens + unit, at + 2) : new Count(tens, at + 1));
    }

    /** Whether a number stands here, of any form. */
    boolean isNumber(int at) {
        return isNumber(text(at));
    }

    static boolean isNumber(String word) {
        return UNITS.containsKey(word) || TEENS.containsKey(word) || TENS.containsKey(word) || isDigits(word);
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
