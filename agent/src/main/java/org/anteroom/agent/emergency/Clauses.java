package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anteroom.agent.words.HeardWord;

/**
 * Which pieces of a caller's turns are worth judging by their meaning: a whole turn when it is over or pauses, and the last words
 * of one that goes on and on. Not every beginning: "she can't breathe" means another thing before "through the new mask". One
 * call, one thread.
 */
public final class Clauses {
    /** Fewer words of a turn that goes on mislead too often: measured on families of wording (decision 003). */
    static final int RUNNING_WORDS = 14;
    /** New words before the end of such a turn is judged again. */
    static final int STRIDE = 2;
    /** The sentence model looks at no more. */
    static final int MOST_WORDS = 40;
    /** Silence after which what was said is judged as if the turn were over, ms. */
    static final int PAUSE_MS = 300;

    private List<HeardWord> turn = List.of();
    private int judged;
    private String judgedWhole = "";

    /**
     * The turn so far, or its end.
     *
     * @param words the caller's words of this turn
     * @return what to judge now, if anything
     */
    public Optional<Clause> heard(List<HeardWord> words, boolean complete, long audioMs) {
        if (complete) {
            Optional<Clause> clause = whole(words, audioMs);
            turn = List.of();
            judged = 0;
            judgedWhole = "";
            return clause;
        }
        turn = List.copyOf(words);
        int size = words.size();
        if (size <= RUNNING_WORDS || size - judged < STRIDE) {
            return Optional.empty();
        }
        judged = size;
        return Optional.of(new Clause(words.subList(size - RUNNING_WORDS, size), false, audioMs));
    }

    /** Time has passed; often. */
    public Optional<Clause> quiet(long audioMs) {
        if (turn.isEmpty() || audioMs - turn.get(turn.size() - 1).endMs() < PAUSE_MS) {
            return Optional.empty();
        }
        return whole(turn, audioMs);
    }

    /** The same words are judged once: the end of a turn often adds nothing to the pause before it. */
    private Optional<Clause> whole(List<HeardWord> words, long audioMs) {
        String text = words.stream().map(HeardWord::text).collect(Collectors.joining(" "));
        if (text.isEmpty() || text.equals(judgedWhole)) {
            return Optional.empty();
        }
        judgedWhole = text;
        return Optional.of(
                new Clause(words.subList(Math.max(0, words.size() - MOST_WORDS), words.size()), true, audioMs));
    }
}
