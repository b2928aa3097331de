package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.HeardWord;

/**
 * A rule found in a sentence, for people who want to know why it fires or doesn't.
 *
 * @param written the grade of the rule by itself
 * @param grade what is left of it in this sentence
 * @param contexts what changed it, by name
 * @param timing when it decides
 * @param words the words that matched
 */
public record Found(
        String rule, String category, Grade written, Grade grade, List<String> contexts, Timing timing, String words) {

    static Found of(Hit hit) {
        Rule rule = hit.rule();
        return new Found(
                rule.name(),
                rule.category(),
                rule.grade(),
                hit.grade(),
                hit.contexts(),
                rule.timing(),
                HeardWord.text(hit.words()));
    }
}
