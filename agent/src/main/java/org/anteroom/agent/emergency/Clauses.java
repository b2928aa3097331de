package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.HeardWord;

/**
 * Which pieces of a caller's turns are worth judging by their meaning: a whole turn when it is over, and the last words of one that
 * goes on and on. Not every beginning: "she can't breathe" means another thing before "through the new mask". Nor what has
 * been recognised at a pause: it is a beginning more often than not, since words come after their sound. One call, one thread.
 */
public final class Clauses {
    /** Fewer words of a turn that goes on mislead too often: measured on families of wording (decision 003). */
    static final int RUNNING_WORDS = 14;
    /** New words before the end of such a turn is judged again. */
    static final int STRIDE = 2;
    /** The sentence model looks at hardly more. */
    static final int MOST_WORDS = 40;

    private int judged;
    private List<HeardWord> turn = List.of();

    /**
     * The turn so far, or its end.
     *
     * @param words the caller's words of this turn
     * @return what to judge now, if anything
     */
    public Optional<Clause> heard(List<HeardWord> words, boolean complete, long audioMs) {
        if (complete) {
            return ended(words, List.of(), audioMs);
        }
        int size = words.size();
        if (size < judged) {
            // Another turn: the end of the one before never came.
            judged = 0;
        }
        turn = List.copyOf(words);
        if (size <= RUNNING_WORDS || size - judged < STRIDE) {
            return Optional.empty();
        }
        judged = size;
        return Optional.of(new Clause(words.subList(size - RUNNING_WORDS, size), false, audioMs));
    }

    /** The turn is over. */
    public Optional<Clause> ended(List<HeardWord> words, List<Reading> others, long audioMs) {
        judged = 0;
        turn = List.of();
        return whole(words, others, audioMs);
    }

    /** What was said of a turn that will have no end: the caller is gone. */
    public Optional<Clause> brokenOff(long audioMs) {
        Optional<Clause> clause = whole(turn, List.of(), audioMs);
        turn = List.of();
        judged = 0;
        return clause;
    }

    private static Optional<Clause> whole(List<HeardWord> words, List<Reading> others, long audioMs) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clause(
                        last(words),
                        true,
                        audioMs,
                        others.stream()
                                .map(other -> new Reading(last(other.words()), other.behind()))
                                .toList()));
    }

    private static List<HeardWord> last(List<HeardWord> words) {
        return words.subList(Math.max(0, words.size() - MOST_WORDS), words.size());
    }
}
