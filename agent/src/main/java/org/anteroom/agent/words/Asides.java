package org.anteroom.agent.words;

import java.util.Set;

/** Words beside a wish that deny, limit or set conditions, and don't always mean what they mean elsewhere. */
final class Asides {
    private static final Set<String> SELF = Set.of("i'm", "we're", "he's", "she's", "am", "are");
    private static final Set<String> ABSENT = Set.of(
            "around",
            "here",
            "in",
            "home",
            "there",
            "able",
            "free",
            "available",
            "going",
            "working",
            "back",
            "coming",
            "up",
            "off",
            "out",
            "allowed",
            "well",
            "good");
    private static final Set<String> CONDITIONS = Set.of("if", "when", "whenever", "while", "unless", "provided");
    private static final int FAR_BACK = 5;

    private final TimeTokens tokens;

    Asides(TimeTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a limit is told by what won't do: "not before", "can't be till". */
    boolean tellsLimit(int at) {
        String text = tokens.text(at);
        boolean denies =
                text.startsWith("no") || text.startsWith("never") || text.contains("not") || text.contains("n't");
        return denies && tokens.isAny(at, TimeSort.FROM, TimeSort.BY);
    }

    /** "Before the month is out". */
    boolean letsEnd(int at) {
        boolean over = tokens.is(at, "is out") && tokens.isAny(at - 1, TimeSort.DAY_UNIT, TimeSort.MONTH_UNIT);
        int bound = at - 2;
        while (tokens.isAny(bound, TimeSort.THE, TimeSort.THIS, TimeSort.NEXT)) {
            bound--;
        }
        return over && tokens.isAny(bound, TimeSort.BEFORE, TimeSort.UNTIL, TimeSort.BY);
    }

    /** "I'm not superstitious" rules out nothing, unlike "i'm not around". */
    boolean isOtherwise(int not) {
        return tokens.is(not, "not")
                && SELF.contains(tokens.text(not - 1))
                && tokens.is(not + 1, TimeSort.WORD)
                && !ABSENT.contains(tokens.text(not + 1));
    }

    /** "If it's not too long", "when i'm not teaching". */
    boolean isCondition(int not, int ended) {
        for (int before = not - 1; before >= Math.max(ended, not - FAR_BACK); before--) {
            boolean told = tokens.is(before, "when") && tokens.is(before - 1, "is");
            if (CONDITIONS.contains(tokens.text(before)) && !told) {
                return true;
            }
        }
        return false;
    }

    /** Words that only an answer makes a wish: "flexible", "soon". */
    boolean isWeak(int at) {
        return Set.of(
                        "flexible",
                        "soon",
                        "whatever",
                        "earliest",
                        "up to you",
                        "all day",
                        "all week",
                        "as soon as",
                        "i'm free",
                        "don't care",
                        "i don't care",
                        "doesn't matter",
                        "it doesn't matter",
                        "immediately",
                        "right now")
                .contains(tokens.text(at));
    }
}
