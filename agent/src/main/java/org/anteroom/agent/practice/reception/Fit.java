package org.anteroom.agent.practice.reception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.anteroom.agent.practice.book.Animal;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.words.Phonetics;
import org.anteroom.agent.words.SoundedName;

/**
 * Whom a caller means by the names that were heard. One who fits and is clearly ahead of everybody else is meant; of two who
 * fit alike neither is: twins, namesakes, animals of one litter. Pure.
 */
final class Fit {
    /** So far ahead of the second, of 1. More than the ranks of a recogniser's guesses make. */
    private static final double AHEAD = 0.06;

    private record Scored<T>(T one, double score) {}

    private Fit() {}

    /** @param candidates those of the date of birth; for an animal those of the owner's number */
    static Optional<Patient> patient(Claim claim, List<Patient> candidates) {
        return best(candidates, each -> score(claim, each));
    }

    /** Those whose name is likely what was heard. */
    static <T> List<T> named(String heard, List<T> candidates, Function<T, String> name) {
        return candidates.stream()
                .filter(each -> Phonetics.similarity(heard, name.apply(each)) >= Phonetics.SAME)
                .toList();
    }

    /** The one of them whose name is clearly likeliest. */
    static <T> Optional<T> clearest(String heard, List<T> candidates, Function<T, String> name) {
        return best(candidates, each -> Phonetics.similarity(heard, name.apply(each)));
    }

    private static double score(Claim claim, Patient patient) {
        Optional<Animal> animal = patient.details().animal();
        if (animal.isPresent() != claim.animal().isPresent()) {
            return 0;
        }
        double name = heard(claim.names(), patient.details().name());
        if (animal.isEmpty() || name < Phonetics.SAME) {
            return name;
        }
        // The owner is known by their number as well; the animal decides.
        return Phonetics.similarity(
                claim.animal().orElseThrow(), animal.orElseThrow().name());
    }

    private static double heard(List<String> names, String written) {
        return Phonetics.matches(names, List.of(SoundedName.of(written)), 0).stream()
                .mapToDouble(Phonetics.Match::score)
                .max()
                .orElse(0);
    }

    private static <T> Optional<T> best(List<T> candidates, ToDoubleFunction<T> score) {
        List<Scored<T>> scored = new ArrayList<>();
        candidates.forEach(each -> scored.add(new Scored<>(each, score.applyAsDouble(each))));
        scored.sort(Comparator.<Scored<T>>comparingDouble(Scored::score).reversed());
        if (scored.isEmpty() || scored.get(0).score() < Phonetics.SAME) {
            return Optional.empty();
        }
        double second = scored.size() > 1 ? scored.get(1).score() : 0;
        return scored.get(0).score() - second >= AHEAD
                ? Optional.of(scored.get(0).one())
                : Optional.empty();
    }
}
