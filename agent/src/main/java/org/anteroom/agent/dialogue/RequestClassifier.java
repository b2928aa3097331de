package org.anteroom.agent.dialogue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.emergency.DotProducts;
import org.anteroom.agent.emergency.KernelRidge;

/**
 * What a turn is for, from its words and their vector together: a smooth function for each intent over the sentences we know, by how
 * near they lie and which words they share, to which the reviewed patterns of {@link Intents} add their voice. Immutable, any thread;
 * takes a millisecond, and whoever asks has waited for the vector already: never on the emergency path.
 *
 * <pre>
 *   score(intent) = sum_i share(intent, i) (exp(-gamma |x - x_i|^2) + w  shared words / sqrt(words words_i))  +  voice of the patterns
 * </pre>
 */
public final class RequestClassifier {
    /**
     * How much a pattern that says its intent outright adds; the score of a sentence we know is about 1. Measured on our own sentences by
     * families: with less, the reviewed wordings are lost, with more, patterns answer strangers.
     */
    static final double VOICE = 0.2;
    /** From this strength on patterns add all of it. */
    private static final double OUTRIGHT = 10;
    /** So near to the best, a question that only a clinician may answer is taken for one. */
    static final double DOUBT = 0.05;

    /**
     * Where no pattern speaks for it, a wish must be so like what we know, and so much liker than what no practice can do; in so few words,
     * such as a recogniser makes of noise, more. Measured on our own sentences by families: of a hundred fragments and heaps of words, 32
     * were taken for a wish without this and 15 with it; of a hundred wishes one is asked again.
     */
    private static final double FAINT = 0.25;

    private static final double AHEAD = 0.05;
    private static final int FEW_WORDS = 4;
    private static final double FAINT_IN_FEW = 0.4;
    private static final double AHEAD_IN_FEW = 0.1;
    /** A question for a clinician is put aside in so few words alone, and only here: that loses none of ours. */
    private static final double FAINT_FOR_CLINICIAN = 0.35;

    private final DotProducts vectors;
    private final WordFeatures features;
    private final Map<Intent, double[]> shares;
    /** For each intent what each word or pair of words adds. */
    private final Map<Intent, double[]> ofWords = new EnumMap<>(Intent.class);

    RequestClassifier(List<RequestSentence> sentences, float[][] vectors, RequestWeights weights) {
        this.vectors = new DotProducts(vectors);
        shares = weights.shares();
        features = WordFeatures.of(sentences);
        shares.keySet().forEach(intent -> ofWords.put(intent, new double[features.count()]));
        for (int i = 0; i < sentences.size(); i++) {
            int[] known = features.known(sentences.get(i).words());
            for (Map.Entry<Intent, double[]> each : ofWords.entrySet()) {
                double share = weights.shares().getOrDefault(each.getKey(), each.getValue())[i];
                for (int feature : known) {
                    each.getValue()[feature] += RequestTraining.WORDS * share / Math.sqrt(known.length);
                }
            }
        }
    }

    /**
     * The classifier that came with this build.
     *
     * @throws IllegalStateException when sentences, weights and vectors of this build don't belong together
     */
    public static RequestClassifier load() {
        List<RequestSentence> sentences = RequestSentence.built();
        return new RequestClassifier(sentences, RequestVectors.read(sentences), RequestWeights.read(sentences));
    }

    /**
     * Judges a turn.
     *
     * @param words normalised
     * @param meaning their vector, of length 1
     */
    public Understood of(List<String> words, float[] meaning) {
        Map<Intent, Double> scores = scores(words, meaning);
        Intent alone = best(scores);
        Meaning pattern = Intents.REVIEWED.of(words);
        scores.merge(pattern.intent(), VOICE * Math.min(1, pattern.strength() / OUTRIGHT), Double::sum);
        Intent both = best(scores);
        Understood.Manner manner = both != alone
                ? Understood.Manner.PATTERN
                : both == pattern.intent() ? Understood.Manner.BOTH : Understood.Manner.MEANING;
        boolean doubt = both != Intent.CLINICAL && score(scores, Intent.CLINICAL) > score(scores, both) - DOUBT;
        Intent taken = doubt ? Intent.CLINICAL : both;
        if (pattern.is(Intent.NONE) && faint(labels(scores), taken, words.size())) {
            return new Understood(Intent.NONE, Understood.Manner.FAINT, pattern.intent(), guesses(scores));
        }
        return new Understood(taken, doubt ? Understood.Manner.DOUBT : manner, pattern.intent(), guesses(scores));
    }

    private static boolean faint(Map<String, Double> labels, Intent intent, int words) {
        double score = labels.getOrDefault(intent.label(), 0.0);
        double ahead = score - labels.getOrDefault(Understood.OUT_OF_DOMAIN, 0.0);
        boolean few = words <= FEW_WORDS;
        if (intent.boundary()) {
            return few && (score < FAINT_FOR_CLINICIAN || ahead < AHEAD);
        }
        return setsOff(intent) && (score < (few ? FAINT_IN_FEW : FAINT) || ahead < (few ? AHEAD_IN_FEW : AHEAD));
    }

    /** Nothing comes of small talk. */
    private static boolean setsOff(Intent intent) {
        return switch (intent) {
            case REPEAT, HARD_TO_HEAR, IDENTIFY, GREETING, AFFIRM, UNSURE -> false;
            default -> !intent.label().equals(Understood.OUT_OF_DOMAIN);
        };
    }

    /** Of each intent by the sentences alone; the caller may change it. */
    Map<Intent, Double> scores(List<String> words, float[] meaning) {
        float[] near = vectors.with(meaning);
        double[] kernels = new double[near.length];
        for (int i = 0; i < near.length; i++) {
            kernels[i] = KernelRidge.kernel(near[i], RequestTraining.GAMMA);
        }
        int[] known = features.known(words);
        Map<Intent, Double> scores = new EnumMap<>(Intent.class);
        shares.forEach((intent, share) -> {
            double score = 0;
            for (int i = 0; i < kernels.length; i++) {
                score += share[i] * kernels[i];
            }
            scores.put(intent, score);
        });
        ofWords.forEach((intent, adds) -> {
            double score = 0;
            for (int feature : known) {
                score += adds[feature] / Math.sqrt(known.length);
            }
            scores.merge(intent, score, Double::sum);
        });
        return scores;
    }

    private static double score(Map<Intent, Double> scores, Intent intent) {
        return scores.getOrDefault(intent, 0.0);
    }

    /** The best of the intents that together are the best label: several of ours are one to whoever files requests. */
    private static Intent best(Map<Intent, Double> scores) {
        Map<String, Double> labels = labels(scores);
        Comparator<Intent> byLabel = Comparator.comparingDouble(intent -> labels.getOrDefault(intent.label(), 0.0));
        return scores.keySet().stream()
                .max(byLabel.thenComparingDouble(intent -> score(scores, intent)))
                .orElse(Intent.NONE);
    }

    private static Map<String, Double> labels(Map<Intent, Double> scores) {
        Map<String, Double> labels = new LinkedHashMap<>();
        scores.forEach((intent, score) -> labels.merge(intent.label(), score, Double::sum));
        return labels;
    }

    private static List<Understood.Guess> guesses(Map<Intent, Double> scores) {
        return labels(scores).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(each -> new Understood.Guess(each.getKey(), each.getValue()))
                .toList();
    }
}
