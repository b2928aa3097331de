package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Before i go back to work on the fifteenth": what happens then says nothing, the day bounds all the same. */
final class EventBound {
    /** Longer sentences are about something else. */
    private static final int MOST_WORDS = 9;
    /** What {@link DayPart} numbers "after school" with. */
    private static final int AFTER_SCHOOL = 17;

    private static final int AFTER_WORK = 15;

    private static final Set<String> WHO = Set.of(
            "i", "i'm", "we", "we're", "he", "he's", "she", "she's", "they", "they're", "my", "our", "his", "her",
            "the", "school", "work", "classes", "college");
    /** What is planned, not what has been. */
    private static final Set<String> PLANNED = Set.of(
            "go",
            "goes",
            "going",
            "leave",
            "leaves",
            "leaving",
            "start",
            "starts",
            "begin",
            "begins",
            "get",
            "gets",
            "come",
            "comes",
            "return",
            "returns",
            "fly",
            "flies",
            "travel",
            "back",
            "home",
            "move",
            "moves",
            "open",
            "opens",
            "reopens",
            "out",
            "off",
            "over",
            "lets",
            "visits",
            "arrive",
            "arrives",
            "ends",
            "end",
            "runs",
            "expires",
            "turn",
            "turns",
            "retire",
            "deploy",
            "deploys",
            "graduate",
            "graduates",
            "see",
            "sees",
            "meet",
            "finish",
            "finishes");
    /** What has been bounds nothing. */
    private static final Set<String> HAS_BEEN = Set.of(
            "came",
            "went",
            "got",
            "was",
            "were",
            "had",
            "left",
            "started",
            "began",
            "saw",
            "did",
            "took",
            "ate",
            "returned");

    private static final Set<TimeSort> DAYS =
            Set.of(TimeSort.WEEKDAY, TimeSort.ORDINAL, TimeSort.MONTH, TimeSort.DAY, TimeSort.HOLIDAY);
    private static final Set<TimeSort> IDLE = Set.of(
            TimeSort.WORD,
            TimeSort.ON,
            TimeSort.THE,
            TimeSort.TO,
            TimeSort.IN,
            TimeSort.AT,
            TimeSort.AN,
            TimeSort.MINE,
            TimeSort.FROM,
            TimeSort.MOVING,
            TimeSort.OF);

    private EventBound() {}

    /** The same without the event between "before" and its day. */
    static List<TimeToken> shortened(List<TimeToken> tokens) {
        List<TimeToken> kept = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            TimeToken token = tokens.get(at);
            Optional<TimeSort> bound = bound(token);
            boolean planned = token.text().endsWith(" starts") || token.text().endsWith(" out");
            boolean hour = token.sort() == TimeSort.PART
                    && (token.value() == AFTER_SCHOOL || token.value() == AFTER_WORK)
                    && isHour(tokens, at + 1);
            if (hour) {
                kept.add(new TimeToken(
                        TimeSort.AFTER,
                        0,
                        "after",
                        token.from(),
                        tokens.get(at + 1).to()));
                at += 2;
                continue;
            }
            int day = bound.isPresent() ? day(tokens, at + 1, planned) : at;
            if (day > at) {
                // It goes on to the day, so that what is between belongs to the bound.
                kept.add(new TimeToken(
                        bound.get(),
                        0,
                        bound.get() == TimeSort.AFTER ? "after" : "before",
                        token.from(),
                        tokens.get(day).from()));
                at = day;
            } else {
                kept.add(token);
                at++;
            }
        }
        return kept;
    }

    /** What a token bounds on; "before school" does where a day follows on which it starts. */
    private static Optional<TimeSort> bound(TimeToken token) {
        return switch (token.sort()) {
            case BEFORE, AFTER, UNTIL -> Optional.of(token.sort());
            case WORD -> token.text().equals("once") ? Optional.of(TimeSort.AFTER) : Optional.empty();
            case PART -> token.text().startsWith("before school")
                            || token.text().startsWith("before i go")
                    ? Optional.of(TimeSort.BEFORE)
                    : token.value() == AFTER_SCHOOL ? Optional.of(TimeSort.AFTER) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isHour(List<TimeToken> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).sort() == TimeSort.AT
                && TimeTokens.isNumber(tokens.get(at + 1).text());
    }

    /** Where the day of an event that begins at a place stands; the place before where there is no event. */
    private static int day(List<TimeToken> tokens, int from, boolean begun) {
        boolean planned = begun;
        boolean whole = tokens.get(from - 1).sort() == TimeSort.PART;
        for (int at = from; at < tokens.size() && at < from + MOST_WORDS; at++) {
            TimeToken token = tokens.get(at);
            if (DAYS.contains(token.sort()) || (token.sort() == TimeSort.NEXT && planned)) {
                return planned ? at : from - 1;
            }
            if (planned && isHour(tokens, at)) {
                return at + 1;
            }
            // "Before my trip on the fifth".
            planned |= token.sort() == TimeSort.ON
                    && tokens.get(from).sort() == TimeSort.MINE
                    && at > from + 1
                    && at <= from + 3;
            if (token.sort() == TimeSort.BECAUSE) {
                // "Before my shift starts at three", "before i start at nine".
                planned = true;
                boolean atHour = token.text().endsWith(" at")
                        && at + 1 < tokens.size()
                        && TimeTokens.isNumber(tokens.get(at + 1).text());
                if (atHour) {
                    return at + 1;
                }
                continue;
            }
            if (!IDLE.contains(token.sort())
                    || (at == from && !whole && !WHO.contains(token.text()))
                    || HAS_BEEN.contains(token.text())) {
                return from - 1;
            }
            planned |= PLANNED.contains(token.text());
        }
        return from - 1;
    }
}
