package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.HeardWord;

/**
 * A human is needed, and why. Made once for each rise of the grade.
 *
 * @param grade concern or alarm
 * @param rule the named rule that decided
 * @param category what it is about, as said to the on-call person: {@code chest-pain}
 * @param words the caller's words that matched, of another likely reading where only that one holds them; empty when keys or silence decided; PHI, never logged
 * @param audioMs how much of the call's audio had been heard, ms
 * @param score what the turn was found to mean, where that decided or a doubtful rule waited for it
 */
public record Decision(
        Grade grade, String rule, String category, List<HeardWord> words, long audioMs, Optional<Score> score) {

    /** Decided by a rule, a key or silence. */
    public Decision(Grade grade, String rule, String category, List<HeardWord> words, long audioMs) {
        this(grade, rule, category, words, audioMs, Optional.empty());
    }

    public Decision {
        words = List.copyOf(words);
    }

    /** Whether meaning alone decided, and no rule. */
    public boolean byMeaning() {
        return rule.equals(Detector.MEANING);
    }

    Decision with(Score found) {
        return new Decision(grade, rule, category, words, audioMs, Optional.of(found));
    }

    /** Without the words, so that no log line can leak them. */
    @Override
    public String toString() {
        return grade + " by " + rule + " (" + category + ") at " + audioMs + " ms";
    }
}
