package org.anteroom.speech.language;

import java.util.Arrays;

/**
 * Probabilities of the next word after a context, of n-grams with backoff. The contexts are a tree: below the empty one, {@link #ROOT},
 * those of one word, below each of them those with one more word before it. They are numbered level by level, children of one parent by
 * their word. A context lists the words seen after it; any other has the context's backoff times its probability after the parent.
 *
 * <p>Probabilities and backoffs are 0 or more, not logarithms. Immutable; of any thread.
 */
final class BackoffModel {
    /** In place of a word: the sentence ends. */
    static final int END = -1;
    /** In place of a context: there is none. */
    static final int NONE = -1;
    /** The context of no words. */
    static final int ROOT = 0;
    /** What is left for words that are not listed is never less, so that none becomes impossible by rounding. */
    private static final double LEAST_LEFT = 1e-6;

    /** Contexts, or listed words, from one number to before another. */
    record Span(int from, int to) {
        static final Span EMPTY = new Span(0, 0);
    }

    private final int[] parents;
    private final int[] words;
    private final int[] firstChildren;
    private final int[] firstListed;
    private final int[] listed;
    private final double[] probabilities;
    private final double[] ends;
    private final double[] backoffs;

    private BackoffModel(
            int[] parents,
            int[] words,
            int[] firstChildren,
            int[] firstListed,
            int[] listed,
            double[] probabilities,
            double[] ends,
            double[] backoffs) {
        this.parents = parents;
        this.words = words;
        this.firstChildren = firstChildren;
        this.firstListed = firstListed;
        this.listed = listed;
        this.probabilities = probabilities;
        this.ends = ends;
        this.backoffs = backoffs;
    }

    /** How many contexts there are. */
    int contexts() {
        return parents.length;
    }

    /** How many words are listed in all contexts together, ends of sentences not counted. */
    int listed() {
        return listed.length;
    }

    /** The context without its first word; {@link #NONE} for the root. */
    int parent(int context) {
        return parents[context];
    }

    /** The first word of a context, which its parent doesn't have. */
    int word(int context) {
        return words[context];
    }

    /** The contexts with one more word before it; of {@link #NONE} nothing. */
    Span children(int context) {
        return context == NONE ? Span.EMPTY : new Span(firstChildren[context], firstChildren[context + 1]);
    }

    /** Where the words listed after a context stand, ascending; of {@link #NONE} nothing. */
    Span listed(int context) {
        return context == NONE ? Span.EMPTY : new Span(firstListed[context], firstListed[context + 1]);
    }

    int listedWord(int place) {
        return listed[place];
    }

    double listedProbability(int place) {
        return probabilities[place];
    }

    /** The listed probability that the sentence ends after the context; 0 where that is not listed. */
    double end(int context) {
        return ends[context];
    }

    double backoff(int context) {
        return backoffs[context];
    }

    /** The context with this word before it, or {@link #NONE}. */
    int longer(int context, int word) {
        int found = Arrays.binarySearch(words, firstChildren[context], firstChildren[context + 1], word);
        return found < 0 ? NONE : found;
    }

    /**
     * The probability of a word, or of {@link #END}, after a context.
     *
     * @return 0 for a word that not even the root lists
     */
    double probability(int context, int word) {
        double weight = 1;
        for (int at = context; at != NONE; at = parents[at]) {
            double here = listed(at, word);
            if (here > 0) {
                return weight * here;
            }
            weight *= backoffs[at];
        }
        return 0;
    }

    /** The same listed probabilities with backoffs worked out anew, so that the probabilities after each context sum to 1. */
    BackoffModel normalised() {
        BackoffModel result = new BackoffModel(
                parents, words, firstChildren, firstListed, listed, probabilities, ends, new double[parents.length]);
        for (int context = 1; context < parents.length; context++) {
            int parent = parents[context];
            double here = ends[context];
            double below = here > 0 ? result.probability(parent, END) : 0;
            for (int place = firstListed[context]; place < firstListed[context + 1]; place++) {
                here += probabilities[place];
                below += result.probability(parent, listed[place]);
            }
            result.backoffs[context] = Math.max(1 - here, LEAST_LEFT) / Math.max(1 - below, LEAST_LEFT);
        }
        return result;
    }

    private double listed(int context, int word) {
        if (word == END) {
            return ends[context];
        }
        int found = Arrays.binarySearch(listed, firstListed[context], firstListed[context + 1], word);
        return found < 0 ? 0 : probabilities[found];
    }

    /** Takes contexts in the order of their numbers, and after each what belongs to it. */
    static final class Builder {
        private final int[] parents;
        private final int[] words;
        private final int[] childCounts;
        private final int[] firstListed;
        private final double[] ends;
        private final double[] backoffs;
        private final int[] listed;
        private final double[] probabilities;
        private int contexts;
        private int places;

        /** @param contexts most contexts there will be
         *  @param listed most listed words there will be, in all contexts together */
        Builder(int contexts, int listed) {
            parents = new int[contexts];
            words = new int[contexts];
            childCounts = new int[contexts];
            firstListed = new int[contexts + 1];
            ends = new double[contexts];
            backoffs = new double[contexts];
            this.listed = new int[listed];
            probabilities = new double[listed];
        }

        /**
         * The next context.
         *
         * @param parent {@link #NONE} for the root, which is the first
         * @param backoff of no meaning for the root
         * @return its number
         * @throws IllegalArgumentException when it is not the next in order
         */
        int context(int parent, int word, double backoff) {
            boolean next = contexts == 0
                    ? parent == NONE
                    : parent >= parents[contexts - 1]
                            && parent >= 0
                            && parent < contexts
                            && word >= 0
                            && (parent > parents[contexts - 1] || word > words[contexts - 1]);
            if (!next) {
                throw new IllegalArgumentException("contexts out of order");
            }
            if (parent != NONE) {
                childCounts[parent]++;
            }
            parents[contexts] = parent;
            words[contexts] = word;
            backoffs[contexts] = checked(backoff);
            firstListed[contexts] = places;
            return contexts++;
        }

        /** @throws IllegalArgumentException when the words of the context are not ascending */
        void word(int word, double probability) {
            boolean first = places == firstListed[contexts - 1];
            if (word < 0 || (!first && word <= listed[places - 1])) {
                throw new IllegalArgumentException("words out of order");
            }
            listed[places] = word;
            probabilities[places++] = checked(probability);
        }

        void end(double probability) {
            ends[contexts - 1] = checked(probability);
        }

        BackoffModel build() {
            int[] firstChildren = new int[contexts + 1];
            firstChildren[0] = 1;
            for (int i = 0; i < contexts; i++) {
                firstChildren[i + 1] = firstChildren[i] + childCounts[i];
            }
            firstListed[contexts] = places;
            return new BackoffModel(
                    Arrays.copyOf(parents, contexts),
                    Arrays.copyOf(words, contexts),
                    firstChildren,
                    Arrays.copyOf(firstListed, contexts + 1),
                    Arrays.copyOf(listed, places),
                    Arrays.copyOf(probabilities, places),
                    Arrays.copyOf(ends, contexts),
                    Arrays.copyOf(backoffs, contexts));
        }

        private static double checked(double value) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a weight that is no probability");
            }
            return value;
        }
    }
}
