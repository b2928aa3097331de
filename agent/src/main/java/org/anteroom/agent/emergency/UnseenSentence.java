package org.anteroom.agent.emergency;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A sentence that was judged by what was learned from other families of wording.
 *
 * @param score about -1 to 1
 */
record UnseenSentence(KnownSentence sentence, double score) {

    /** Sentences and their scores in the same order. */
    static List<UnseenSentence> of(List<KnownSentence> sentences, double[] scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> new UnseenSentence(sentences.get(i), scores[i]))
                .toList();
    }
}
