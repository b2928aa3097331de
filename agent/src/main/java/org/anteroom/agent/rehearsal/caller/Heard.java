package org.anteroom.agent.rehearsal.caller;

import java.util.List;
import java.util.Set;

/**
 * What a caller made of what the agent said before it waited.
 *
 * @param asked what is to be answered
 * @param all everything that the sentences were taken for
 * @param question the sentence that asks
 * @param sentences all of them
 */
record Heard(Asked asked, Set<Asked> all, String question, List<String> sentences) {
    Heard {
        all = Set.copyOf(all);
        sentences = List.copyOf(sentences);
    }

    boolean has(Asked one) {
        return all.contains(one);
    }

    /** All of it. */
    String whole() {
        return String.join(" ", sentences);
    }
}
