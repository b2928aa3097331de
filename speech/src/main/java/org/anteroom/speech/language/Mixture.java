package org.anteroom.speech.language;

import java.util.function.IntUnaryOperator;
import org.anteroom.speech.language.BackoffModel.Span;

/**
 * Two models as one: after every context that either knows, each word that either lists has the weighted mean of both probabilities
 * (linear interpolation: F. Jelinek and R. Mercer, "Interpolated estimation of Markov source parameters from sparse data", 1980).
 * Words that neither lists there are left to the backoffs, which are worked out anew.
 */
final class Mixture {
    private final BackoffModel broad;
    private final BackoffModel own;
    private final double share;

    // The contexts of both, in the order of the mixture, with the number of each in either model, or NONE.
    private final int[] parents;
    private final int[] words;
    private final int[] inBroad;
    private final int[] inOwn;
    private int contexts;

    private Mixture(BackoffModel broad, BackoffModel own, double share) {
        this.broad = broad;
        this.own = own;
        this.share = share;
        int most = broad.contexts() + own.contexts();
        parents = new int[most];
        words = new int[most];
        inBroad = new int[most];
        inOwn = new int[most];
    }

    /** @param share of the own model, 0 to 1; the rest is the broad one's */
    static BackoffModel of(BackoffModel broad, BackoffModel own, double share) {
        Mixture mixture = new Mixture(broad, own, share);
        mixture.findContexts();
        return mixture.model().normalised();
    }

    private void findContexts() {
        add(BackoffModel.NONE, broad.word(BackoffModel.ROOT), BackoffModel.ROOT, BackoffModel.ROOT);
        for (int i = 0; i < contexts; i++) {
            int parent = i;
            merge(
                    broad.children(inBroad[i]),
                    broad::word,
                    own.children(inOwn[i]),
                    own::word,
                    (word, left, right) -> add(parent, word, left, right));
        }
    }

    private void add(int parent, int word, int broadly, int owned) {
        parents[contexts] = parent;
        words[contexts] = word;
        inBroad[contexts] = broadly;
        inOwn[contexts++] = owned;
    }

    private BackoffModel model() {
        BackoffModel.Builder model = new BackoffModel.Builder(contexts, broad.listed() + own.listed());
        for (int i = 0; i < contexts; i++) {
            model.context(parents[i], words[i], 0);
            int broadly = nearest(inBroad, i);
            int owned = nearest(inOwn, i);
            merge(
                    broad.listed(inBroad[i]),
                    broad::listedWord,
                    own.listed(inOwn[i]),
                    own::listedWord,
                    (word, left, right) -> model.word(word, mean(broadly, owned, word)));
            if (ends(broad, inBroad[i]) || ends(own, inOwn[i])) {
                model.end(mean(broadly, owned, BackoffModel.END));
            }
        }
        return model.build();
    }

    private double mean(int broadly, int owned, int word) {
        return share * own.probability(owned, word) + (1 - share) * broad.probability(broadly, word);
    }

    /** The longest end of the context that a model knows. */
    private int nearest(int[] known, int context) {
        int at = context;
        while (known[at] == BackoffModel.NONE) {
            at = parents[at];
        }
        return known[at];
    }

    private static boolean ends(BackoffModel model, int context) {
        return context != BackoffModel.NONE && model.end(context) > 0;
    }

    private interface Pair {
        /** One word, and where it stands on either side, or NONE. */
        void next(int word, int left, int right);
    }

    /** Goes through both spans by ascending word. */
    private static void merge(Span left, IntUnaryOperator leftWord, Span right, IntUnaryOperator rightWord, Pair each) {
        int i = left.from();
        int j = right.from();
        while (i < left.to() || j < right.to()) {
            int ours = i < left.to() ? leftWord.applyAsInt(i) : Integer.MAX_VALUE;
            int theirs = j < right.to() ? rightWord.applyAsInt(j) : Integer.MAX_VALUE;
            each.next(
                    Math.min(ours, theirs),
                    ours <= theirs ? i++ : BackoffModel.NONE,
                    theirs <= ours ? j++ : BackoffModel.NONE);
        }
    }
}
