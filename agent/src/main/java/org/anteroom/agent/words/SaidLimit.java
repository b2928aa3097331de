package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "The latest i can do is three", "ten is the earliest i can be there": the limit as "by three" and "ten or later" say it. */
final class SaidLimit {
    /** Longer sentences are about something else. */
    private static final int MOST_WORDS = 8;

    private static final Set<String> LATEST = Set.of("latest");
    private static final Set<String> EARLIEST =
            Set.of("earliest", "the earliest", "the very earliest", "soonest", "the soonest", "the very soonest");
    /** Whose limit it is; "the earliest you have" is a wish. */
    private static final Set<String> WHO = Set.of("i", "i'd", "we", "he", "she", "they");

    private static final Set<String> IS = Set.of("is", "be", "was");
    private static final Set<String> TIMES = Set.of("is", "would", "will", "it'd");

    private SaidLimit() {}

    /** The same with the limits in fewer words. */
    static List<TimeToken> shortened(List<TimeToken> tokens) {
        List<TimeToken> kept = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            boolean followsTime = at > 0 && isTime(tokens.get(at - 1));
            Optional<TimeToken> limit = followsTime ? after(tokens, at) : before(tokens, at);
            kept.add(limit.orElse(tokens.get(at)));
            at = limit.map(token -> next(tokens, token)).orElse(at + 1);
        }
        return kept;
    }

    private static int next(List<TimeToken> tokens, TimeToken limit) {
        int at = 0;
        while (at < tokens.size() && tokens.get(at).from() < limit.to()) {
            at++;
        }
        return at;
    }

    /** "The latest i can do is", with a time after it or nothing yet. */
    private static Optional<TimeToken> before(List<TimeToken> tokens, int at) {
        Optional<TimeSort> edge = edge(tokens.get(at), TimeSort.BY, TimeSort.FROM);
        if (edge.isEmpty()) {
            return Optional.empty();
        }
        boolean whose =
                at + 1 < tokens.size() && WHO.contains(tokens.get(at + 1).text());
        for (int is = at + 1; is < tokens.size() && is <= at + MOST_WORDS; is++) {
            TimeToken token = tokens.get(is);
            boolean goesOn = is + 1 == tokens.size() || isTime(tokens.get(is + 1)) || leadsUp(tokens.get(is + 1));
            if (IS.contains(token.text()) && goesOn) {
                return Optional.of(new TimeToken(
                        edge.get(),
                        0,
                        edge.get() == TimeSort.BY ? "by" : "from",
                        tokens.get(at).from(),
                        token.to()));
            }
            if (isTime(token) || !(whose || TIMES.contains(token.text()))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Is the latest i can do" after a time. */
    private static Optional<TimeToken> after(List<TimeToken> tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && (TIMES.contains(tokens.get(at).text())
                        || tokens.get(at).text().equals("be"))) {
            at++;
        }
        int edge = at < tokens.size() && tokens.get(at).sort() == TimeSort.THE ? at + 1 : at;
        if (at == from || edge >= tokens.size()) {
            return Optional.empty();
        }
        boolean whose =
                edge + 1 < tokens.size() && WHO.contains(tokens.get(edge + 1).text());
        return edge(tokens.get(edge), TimeSort.LATEST, TimeSort.ONWARD)
                .filter(sort -> whose)
                .map(sort -> new TimeToken(
                        sort,
                        0,
                        "is the limit",
                        tokens.get(from).from(),
                        tokens.get(edge).to()));
    }

    private static Optional<TimeSort> edge(TimeToken token, TimeSort latest, TimeSort earliest) {
        if (token.sort() == TimeSort.LATEST && LATEST.contains(token.text())) {
            return Optional.of(latest);
        }
        return token.sort() == TimeSort.SOONEST && EARLIEST.contains(token.text())
                ? Optional.of(earliest)
                : Optional.empty();
    }

    private static boolean leadsUp(TimeToken token) {
        return switch (token.sort()) {
            case AT, ON, THE, THIS, NEXT, AN -> true;
            default -> false;
        };
    }

    private static boolean isTime(TimeToken token) {
        return switch (token.sort()) {
            case WEEKDAY, DAY, ORDINAL, MONTH, HOLIDAY, NOON, HALF, QUARTER, OCLOCK, AM, PM, TONIGHT, PART -> true;
            default -> TimeTokens.isNumber(token.text());
        };
    }
}
