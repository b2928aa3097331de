package org.anteroom.speech;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The readings of a turn as a recogniser lists them, made into what the rest needs: unlikely and repeated ones left out, and each word of
 * the first rated by what part of all readings hold it there. One turn, one thread.
 */
final class Readings {
    /** Readings that are more than seven times less likely than the first found nothing more in 537 recordings with noise. */
    private static final double FAR_BEHIND = 2;

    private final List<Alternative> readings = new ArrayList<>();
    private final Set<List<String>> texts = new HashSet<>();
    private double first;

    /** The next reading, in falling likelihood; {@code logLikelihood} on a scale of the recogniser's own. */
    void add(List<Word> words, double logLikelihood) {
        if (readings.isEmpty()) {
            first = logLikelihood;
        }
        double behind = Math.max(0, first - logLikelihood);
        boolean known = !texts.add(words.stream().map(Word::text).toList());
        if (readings.isEmpty() || (behind <= FAR_BEHIND && !words.isEmpty() && !known)) {
            readings.add(new Alternative(words, behind));
        }
    }

    Recognised recognised() {
        return readings.isEmpty()
                ? Recognised.NOTHING
                : new Recognised(
                        readings.get(0).words().stream().map(this::rated).toList(),
                        readings.subList(1, readings.size()));
    }

    private Word rated(Word word) {
        double all = 0;
        double holding = 0;
        for (Alternative reading : readings) {
            double part = Math.exp(-reading.behind());
            all += part;
            holding += reading.words().stream().anyMatch(other -> same(word, other)) ? part : 0;
        }
        return new Word(word.text(), holding / all, word.startMs(), word.endMs());
    }

    private static boolean same(Word word, Word other) {
        return other.text().equals(word.text()) && other.startMs() < word.endMs() && word.startMs() < other.endMs();
    }
}
