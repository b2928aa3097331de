package org.anteroom.speech;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How complete the answer of a turn is. Judged only when a pause is to be measured by it, which is a frame after its words
 * were told: no rule delays them, and one that fails costs nothing but its judgement.
 */
final class Judgement {
    private static final Logger LOG = LoggerFactory.getLogger(Judgement.class);

    private final LongAdder failures;
    private List<String> words = List.of();
    private List<String> slot = List.of();
    private Completeness last = Completeness.UNKNOWN;
    private boolean due;
    private boolean failed;

    Judgement(LongAdder failures) {
        this.failures = failures;
    }

    /** A turn begins. */
    void clear() {
        words = List.of();
        slot = List.of();
        last = Completeness.UNKNOWN;
        due = false;
    }

    /** The open recogniser's words so far; tells whether they changed. */
    boolean words(List<String> now) {
        boolean changed = !now.equals(words);
        words = now;
        due |= changed;
        return changed;
    }

    /** The slot recogniser's words so far. */
    void slot(List<String> now) {
        due |= !now.equals(slot);
        slot = now;
    }

    /** By this rule; unknown where it fails. */
    Completeness by(CompletenessRule rule) {
        if (due) {
            due = false;
            last = judged(rule);
        }
        return last;
    }

    private Completeness judged(CompletenessRule rule) {
        try {
            return rule.of(words, slot);
        } catch (RuntimeException | StackOverflowError e) {
            failures.increment();
            if (!failed) {
                failed = true;
                // What it says may hold what the caller said.
                LOG.warn(
                        "Whether an answer is complete can't be told ({} in {}): its turns end after the usual pause",
                        e.getClass().getName(),
                        rule.getClass().getName());
            }
            return Completeness.UNKNOWN;
        }
    }
}
