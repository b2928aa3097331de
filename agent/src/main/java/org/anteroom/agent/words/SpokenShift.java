package org.anteroom.agent.words;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.LengthGrammar.Length;

/**
 * By how much something is to be later or earlier than it is: "push it back an hour", "a couple of days earlier", "up a
 * week", "the day after". From when on is for the reader to know: "in a week" and "an hour after lunch" are no such words.
 */
public final class SpokenShift {
    /** How far before a length the word for its direction may stand: "move it up to a day", "earlier by an hour". */
    private static final int REACH = 2;

    private static final Set<String> LATER = Set.of("later", "after");
    private static final Set<String> EARLIER = Set.of("earlier", "sooner", "before");
    /** Only of what is moved: who is back or out in a while moves nothing. */
    private static final Set<String> MOVED_LATER = Set.of("back", "out", "off");

    private static final Set<String> MOVED_EARLIER = Set.of("up");
    private static final Set<String> MOVES = Set.of(
            "push",
            "move",
            "bump",
            "shift",
            "put",
            "slide",
            "reschedule",
            "change",
            "scoot",
            "kick",
            "set",
            "moved",
            "pushed");
    private static final Set<String> DELAYS = Set.of(
            "push", "postpone", "postponed", "delay", "delayed", "bump", "postponing", "delaying", "pushed", "pushing");

    private static final Set<String> COMPARED = Set.of("later", "earlier", "sooner");

    /** What may stand behind "a week after" where it is no day to count from. */
    private static final Set<String> THEN = Set.of("that", "then", "it", "please", "instead", "if");

    /**
     * A length of time, later or earlier.
     *
     * @param least how many units at least
     * @param most at most; differs for "a day or two"
     * @param unit minutes, days or months
     */
    public record Shift(int least, int most, ChronoUnit unit, boolean later) {
        /** The nearest moment that is so much later or earlier than another. */
        public LocalDateTime from(LocalDateTime moment) {
            return moment.plus(later ? least : -least, unit);
        }

        /** The farthest. */
        public LocalDateTime upTo(LocalDateTime moment) {
            return moment.plus(later ? most : -most, unit);
        }
    }

    /**
     * A shift amid other words.
     *
     * @param from the place of its first word
     * @param to the place after its last
     */
    public record Found(Shift shift, int from, int to) {}

    private final TimeTokens tokens;

    private final boolean moving;

    private SpokenShift(TimeTokens tokens, boolean moving) {
        this.tokens = tokens;
        this.moving = moving;
    }

    /**
     * The first shift in what was said.
     *
     * @param moving whether it was asked to when something is moved, so that "back a week" needs no verb
     */
    public static Optional<Found> find(List<String> words, boolean moving) {
        SpokenShift shift = new SpokenShift(TimeTokens.of(words), moving);
        for (int at = 0; at < shift.tokens.size(); at++) {
            Optional<Found> found = shift.at(at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> at(int at) {
        if (tokens.is(at, TimeSort.ONE_AFTER) && tokens.value(at) > 0 && ends(at + 1)) {
            return Optional.of(found(at, at + 1, tokens.value(at), tokens.value(at), ChronoUnit.DAYS, true));
        }
        int unit = tokens.skip(at, TimeSort.THE);
        boolean beside = unit > at && tokens.is(unit, TimeSort.DAY_UNIT) && ends(unit + 2);
        if (beside && (tokens.is(unit + 1, "after") || tokens.is(unit + 1, "before"))) {
            int days = tokens.value(unit);
            return Optional.of(found(at, unit + 2, days, days, ChronoUnit.DAYS, tokens.is(unit + 1, "after")));
        }
        // The grammar of lengths needs a day only for what is counted from now.
        return new LengthGrammar(tokens, LocalDateTime.MIN, false)
                .length(at)
                .filter(length -> !tokens.isAny(at - 1, TimeSort.WITHIN, TimeSort.NEXT, TimeSort.EACH))
                // "Come in a week later" is not in a week.
                .filter(length -> !tokens.is(at - 1, TimeSort.IN) || COMPARED.contains(tokens.text(length.end())))
                .flatMap(length -> directed(at, length));
    }

    private Optional<Found> directed(int at, Length length) {
        int end = length.end();
        String behind = tokens.text(end);
        if (tokens.isAny(end, TimeSort.FROM_NOW, TimeSort.AGO) && !EARLIER.contains(behind) && !moves(end)) {
            return Optional.empty();
        }
        boolean free = ends(end + 1);
        if (free && (LATER.contains(behind) || (MOVED_LATER.contains(behind) && moves(at)))) {
            return Optional.of(found(at, end + 1, length, true));
        }
        if (free && (EARLIER.contains(behind) || (MOVED_EARLIER.contains(behind) && moves(at)))) {
            return Optional.of(found(at, end + 1, length, false));
        }
        if (!ends(end)) {
            return Optional.empty();
        }
        for (int before = at - 1; before >= Math.max(0, at - REACH); before--) {
            Optional<Boolean> later = direction(before);
            if (later.isPresent()) {
                return Optional.of(found(before, end, length, later.get()));
            }
        }
        return said(at, DELAYS) ? Optional.of(found(at, end, length, !said(at, MOVED_EARLIER))) : byVerb(at, length);
    }

    /** "Move up my cleaning by a day". */
    private Optional<Found> byVerb(int at, Length length) {
        if (!tokens.is(at - 1, TimeSort.BY) || !moves(at)) {
            return Optional.empty();
        }
        boolean up = said(at, MOVED_EARLIER);
        return up || said(at, MOVED_LATER)
                ? Optional.of(found(at - 1, length.end(), length, !up))
                : Optional.<Found>empty();
    }

    private Optional<Boolean> direction(int at) {
        String word = tokens.text(at);
        if (LATER.contains(word) && !tokens.is(at, TimeSort.AFTER)) {
            return Optional.of(true);
        }
        if (word.equals("earlier") || word.equals("sooner")) {
            return Optional.of(false);
        }
        boolean moved = moves(at);
        boolean forward = word.equals("forward") && (said(at, Set.of("bring")) || said(at, Set.of("brought")));
        if (moved && MOVED_LATER.contains(word)) {
            return Optional.of(true);
        }
        return (moved && MOVED_EARLIER.contains(word)) || forward ? Optional.of(false) : Optional.empty();
    }

    private boolean moves(int before) {
        return moving || said(before, MOVES) || said(before, DELAYS);
    }

    private boolean said(int before, Set<String> words) {
        for (int at = 0; at < before; at++) {
            if (words.contains(tokens.text(at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing follows from which it might be counted instead: "a week after christmas", "a week from friday". */
    private boolean ends(int at) {
        return at >= tokens.size()
                || THEN.contains(tokens.text(at))
                || !tokens.isAny(
                        at,
                        TimeSort.FROM,
                        TimeSort.AFTER,
                        TimeSort.BEFORE,
                        TimeSort.ON,
                        TimeSort.AT,
                        TimeSort.IN,
                        TimeSort.WEEKDAY,
                        TimeSort.MONTH,
                        TimeSort.ORDINAL,
                        TimeSort.HOLIDAY,
                        TimeSort.DAY,
                        TimeSort.PART,
                        TimeSort.THE,
                        TimeSort.MINE,
                        TimeSort.THIS,
                        TimeSort.NEXT,
                        TimeSort.FROM_NOW,
                        TimeSort.AGO,
                        TimeSort.APPOINTMENT);
    }

    private Found found(int from, int end, Length length, boolean later) {
        ChronoUnit unit =
                switch (length.unit()) {
                    case MINUTE_UNIT -> ChronoUnit.MINUTES;
                    case MONTH_UNIT -> ChronoUnit.MONTHS;
                    default -> ChronoUnit.DAYS;
                };
        return found(from, end, length.least(), length.most(), unit, later);
    }

    private Found found(int from, int end, int least, int most, ChronoUnit unit, boolean later) {
        return new Found(
                new Shift(least, most, unit, later),
                tokens.get(from).from(),
                tokens.get(end - 1).to());
    }
}
