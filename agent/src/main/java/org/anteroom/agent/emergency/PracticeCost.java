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

    /**
     * A sentence with what score and rules made of it.
     *
     * @param ruling what the practice's rules make of it
     */
    record Judged(SentenceKind kind, double score, Ruling ruling) {}

    /** The same without any score, as when it can't be worked out: doubtful rules count like the others. */
    static PracticeCost rulesAlone(List<Judged> sentences) {
        return of(sentences, each -> false, each -> each.ruling() != Ruling.NONE);
    }

    /** Of sentences that the practice hears, when scores from {@code threshold} on count. */
    static PracticeCost at(double threshold, List<Judged> sentences) {
        Predicate<Judged> score = each -> each.score() >= threshold;
        return of(sentences, score, score.or(each -> each.ruling().decides(each.score())));
    }

    private static PracticeCost of(List<Judged> sentences, Predicate<Judged> score, Predicate<Judged> both) {
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
