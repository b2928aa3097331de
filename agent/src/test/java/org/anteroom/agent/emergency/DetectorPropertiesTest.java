package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Utterance;

/**
 * What the detector makes of our own sentences, whatever is said after them and in whatever order they are heard.
 *
 * <p>Not promised, on purpose: a partial that brings an immediate rule's words together with what follows them may be judged by what
 * follows ("i can't breathe through my nose"); a pause, and the 200 ms after which a hit counts that vanishes from the recogniser's
 * next guess, depend on when and in which order guesses come, and may raise the grade above what the sentence alone decides.
 * Nothing that came before ever lowers it.
 */
class DetectorPropertiesTest {
    private static final Detector DETECTOR = Heard.EVERY_PRACTICE;
    private static final List<String> SENTENCES =
            KnownSentence.all().stream().map(KnownSentence::text).toList();
    private static final List<String> ORDINARY = KnownSentence.all().stream()
            .filter(KnownSentence::ordinary)
            .map(KnownSentence::text)
            .toList();
    private static final List<String> EMERGENCIES = BaseSet.emergencies();
    /** Those in which an immediate rule is heard. */
    private static final List<String> IMMEDIATE = EMERGENCIES.stream()
            .filter(text -> firedImmediately(text).isPresent())
            .toList();

    @Property(tries = 500, seed = "1")
    void nothingSaidAfterAnImmediateRuleTakesItBack(
            @ForAll("immediate") String sentence, @ForAll("more") List<String> more) {
        int fires = firedImmediately(sentence).orElseThrow();
        Utterance longer = Utterance.typed(sentence + " " + String.join(" ", more), 0);

        DetectorState state = DETECTOR.initial();
        Grade highest = Grade.NONE;
        for (int words = 1; words <= longer.words().size(); words++) {
            state = heard(state, longer.partial(words));
            if (words == fires) {
                highest = state.grade();
                assertThat(highest).as("at word %d", words).isNotEqualTo(Grade.NONE);
            }
            assertThat(highest.over(state.grade())).as("at word %d", words).isFalse();
        }
        assertThat(highest.over(heard(state, longer).grade())).isFalse();
    }

    @Property(tries = 500, seed = "1")
    void nothingHeardBeforeTheEndOfATurnTakesAnythingFromIt(
            @ForAll("sentences") String sentence, @ForAll @Size(max = 12) List<@From("guesses") String> guesses) {
        Utterance whole = Utterance.typed(sentence, 0);
        DetectorState state = DETECTOR.initial();
        long at = 0;
        for (String guess : guesses) {
            at += guess.length() % 200;
            state = heard(state, new Utterance(Utterance.typed(guess, 0).words(), false, at));
        }
        DetectorState whatever = heard(state, ended(whole, at));

        assertThat(alone(ended(whole, at)).over(whatever.grade())).isFalse();
    }

    /** Guesses that the recogniser takes back within 200 ms weigh nothing: unless one has settled, they needn't have been there. */
    @Property(tries = 500, seed = "1")
    void aGuessTakenBackAtOnceDecidesNothingThatItDoesNotDecideItself(
            @ForAll("sentences") String sentence,
            @ForAll("sentences") String guess,
            @ForAll @IntRange(max = 199) int ms) {
        Utterance whole = ended(Utterance.typed(sentence, 0), 10_000);
        Utterance guessed = new Utterance(Utterance.typed(guess, 0).words(), false, 10_000 - ms);

        Grade expected = higher(alone(guessed), alone(whole));

        assertThat(heard(heard(DETECTOR.initial(), guessed), whole).grade()).isEqualTo(expected);
    }

    /**
     * Where only beginnings of the sentence arrive, as often and as late as they like, their order changes nothing of what is decided
     * by its end: the highest of what each would have decided alone.
     */
    @Property(tries = 500, seed = "1")
    void theOrderInWhichBeginningsArriveDoesNotChangeWhatTheSentenceDecides(
            @ForAll("sentences") String sentence,
            @ForAll @Size(max = 15) List<@IntRange(max = 59) Integer> lengths,
            @ForAll @Size(15) List<@IntRange(max = 700) Integer> gaps,
            @ForAll Random random) {
        Utterance whole = Utterance.typed(sentence, 0);
        List<Integer> counts = new ArrayList<>(lengths.stream()
                .map(length -> length % (whole.words().size() + 1))
                .toList());
        Grade expected = Stream.concat(
                        Stream.of(alone(whole)), counts.stream().map(count -> alone(whole.partial(count))))
                .max(Comparator.naturalOrder())
                .orElseThrow();

        for (int order = 0; order < 3; order++) {
            DetectorState state = DETECTOR.initial();
            long at = 0;
            for (int i = 0; i < counts.size(); i++) {
                at += gaps.get(i);
                state = heard(state, new Utterance(whole.partial(counts.get(i)).words(), false, at));
            }
            assertThat(heard(state, ended(whole, at)).grade())
                    .as("%s of %s", counts, sentence)
                    .isEqualTo(expected);
            Collections.shuffle(counts, random);
        }
    }

    /** The word at which an immediate rule raises the grade first, while the sentence grows. */
    private static Optional<Integer> firedImmediately(String sentence) {
        Utterance whole = Utterance.typed(sentence, 0);
        DetectorState state = DETECTOR.initial();
        for (int words = 1; words <= whole.words().size(); words++) {
            Utterance partial = whole.partial(words);
            Optional<Decision> decision =
                    DETECTOR.step(state, Evidence.Words.of(partial)).decision();
            if (decision.isPresent()) {
                List<HeardWord> matched = decision.get().words();
                return matched.get(matched.size() - 1).endMs() == partial.audioMs()
                        ? Optional.of(words)
                        : Optional.empty();
            }
            state = heard(state, partial);
        }
        return Optional.empty();
    }

    private static DetectorState heard(DetectorState state, Utterance utterance) {
        return DETECTOR.step(state, Evidence.Words.of(utterance)).state();
    }

    private static Grade alone(Utterance utterance) {
        return heard(DETECTOR.initial(), utterance).grade();
    }

    private static Utterance ended(Utterance whole, long audioMs) {
        return new Utterance(whole.words(), true, audioMs);
    }

    private static Grade higher(Grade one, Grade other) {
        return one.over(other) ? one : other;
    }

    @Provide
    Arbitrary<String> immediate() {
        return Arbitraries.of(IMMEDIATE);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.oneOf(Arbitraries.of(SENTENCES), Arbitraries.of(EMERGENCIES));
    }

    /** What callers go on with: beginnings and ends of sentences that are no emergency, among them those that read as context. */
    @Provide
    Arbitrary<List<String>> more() {
        Arbitrary<String> context = Arbitraries.of(
                "last year",
                "any more",
                "he is fine now",
                "no not really",
                "just kidding",
                "in the movie",
                "when i was little",
                "but it stopped",
                "for the form",
                "not");
        return Arbitraries.oneOf(Arbitraries.of(ORDINARY), context)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** What a recogniser may have guessed before: sentences, cut anywhere. */
    @Provide
    Arbitrary<String> guesses() {
        return Combinators.combine(
                        Arbitraries.of(SENTENCES), Arbitraries.integers().between(0, 200))
                .as((text, length) -> text.substring(0, Math.min(length, text.length())));
    }
}
