package org.anteroom.agent.emergency;

import java.util.List;
import java.util.function.Predicate;

/**
 * What one threshold of the score costs one type of practice. Parts are 0 to 1, and NaN where there is no such sentence.
 *
 * @param scoreFinds the part of the emergencies found by the score alone
 * @param bothFind the same by rules or score
 * @param lookalikes the part of the look-alikes taken for emergencies by rules or score
 * @param scoreTakes the part of the ordinary sentences taken for emergencies by the score alone
 * @param bothTake the same by rules or score
 */
record PracticeCost(double scoreFinds, double bothFind, double lookalikes, double scoreTakes, double bothTake) {

    /** No score reaches it: rules alone decide. */
    static final double RULES_ALONE = Double.POSITIVE_INFINITY;

    /**
     * A sentence with what score and rules made of it.
     *
     * @param rule whether the practice's rules decide it
     */
    record Judged(SentenceKind kind, double score, boolean rule) {}

    /** Of sentences that the practice hears, when scores from {@code threshold} on count. */
    static PracticeCost at(double threshold, List<Judged> sentences) {
        Predicate<Judged> score = each -> each.score() >= threshold;
        Predicate<Judged> both = score.or(Judged::rule);
        return new PracticeCost(
                part(sentences, SentenceKind.EMERGENCY, score),
                part(sentences, SentenceKind.EMERGENCY, both),
                part(sentences, SentenceKind.LOOKALIKE, both),
                part(sentences, SentenceKind.ORDINARY, score),
                part(sentences, SentenceKind.ORDINARY, both));
    }

    private static double part(List<Judged> sentences, SentenceKind kind, Predicate<Judged> decided) {
        List<Judged> all =
                sentences.stream().filter(each -> each.kind() == kind).toList();
        return all.stream().filter(decided).count() / (double) all.size();
    }
}
