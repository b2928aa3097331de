package org.anteroom.agent.rehearsal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Score;

/**
 * What a piece of a caller's turn was found to mean.
 *
 * @param words the piece, as it was scored
 * @param whole true for a finished turn, false for the last words of one that goes on
 */
record TopScore(String words, boolean whole, Score score) {

    /** Of all that was scored in one case, what came nearest to a decision or went furthest beyond; the first of equals. */
    static Optional<TopScore> of(List<TopScore> scored) {
        return scored.stream()
                .max(Comparator.comparingDouble(TopScore::level)
                        .thenComparing(Comparator.<TopScore>comparingInt(scored::indexOf)
                                .reversed()));
    }

    /** From which value on this piece decides today. */
    double enough() {
        return whole ? Detector.ENOUGH_WHOLE : Detector.ENOUGH_RUNNING;
    }

    /** The value on the scale of whole turns: the last words of a running turn stand as much lower as they need more. */
    double level() {
        return score.value() - (enough() - Detector.ENOUGH_WHOLE);
    }
}
