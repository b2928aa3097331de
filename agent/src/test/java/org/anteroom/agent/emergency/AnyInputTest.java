package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives is answered, in a time that does not grow with it: by the rules, and by what is judged for its meaning. */
class AnyInputTest {
    /** For a busy machine; a step takes less than a millisecond. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int ENDLESS = 10_000;
    private static final Detector DETECTOR = Heard.EVERY_PRACTICE;

    /** What was heard of a call whose words are judged by their meaning too. */
    private static final class Judged {
        private final Clauses clauses = new Clauses();
        private DetectorState state = DETECTOR.initial();
        private int judged;
        private int mostWords;

        void hear(List<HeardWord> words, boolean complete, long audioMs) {
            step(Evidence.Words.of(new Utterance(words, complete, audioMs)));
            clauses.heard(words, complete, audioMs).ifPresent(this::judge);
        }

        void breakOff(long audioMs) {
            clauses.brokenOff(audioMs).ifPresent(this::judge);
        }

        /** A scorer that takes everything for an emergency, but never surely enough for an alarm. */
        private void judge(Clause clause) {
            judged++;
            mostWords = Math.max(mostWords, clause.words().size());
            assertThat(clause.text()).isNotNull();
            step(new Evidence.Scored(clause, new Score(0.6, List.of())));
        }

        private void step(Evidence evidence) {
            state = DETECTOR.step(state, evidence).state();
        }
    }

    @Property(tries = 300)
    void anyCharactersInAnyPiecesAreAnswered(@ForAll @Size(max = 30) List<@From("words") String> words) {
        Judged call = new Judged();
        List<HeardWord> heard = spaced(words);
        for (int count = 0; count <= heard.size(); count++) {
            call.hear(heard.subList(0, count), false, 300L * count);
        }
        call.breakOff(300L * heard.size());
        call.hear(heard, true, 300L * heard.size());
        assertThat(DETECTOR.explain(new Utterance(heard, true, 0))).isNotNull();
    }

    @Property(tries = 300)
    void anyTextIsCutIntoWords(@ForAll("text") String text) {
        Judged call = new Judged();
        call.hear(Utterance.typed(text, 0).words(), true, 0);
        assertThat(call.state.grade()).isNotNull();
    }

    /** Recognisers restart and clocks drift: times that make no sense cost a decision at most, never the call. */
    @Property(tries = 300)
    void anyTimesAreAnswered(@ForAll @Size(max = 12) List<Integer> times, @ForAll long audioMs) {
        Judged call = new Judged();
        List<HeardWord> heard = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            heard.add(new HeardWord(i % 2 == 0 ? "chest" : "hurts", 1, times.get(i), times.get(times.size() - 1 - i)));
        }
        call.hear(heard, false, audioMs);
        call.step(new Evidence.Pause(audioMs));
        call.step(Evidence.Quiet.at(audioMs));
        call.hear(heard, true, audioMs);
        assertThat(call.state.grade()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chest",
                "\ud83d\ude91",
                "\ud800",
                "\u0000",
                "help",
                "can't",
                "'",
                "nine",
                "\u202e",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void tenThousandWordsAreAnsweredAtOnce(String word) {
        List<String> words = IntStream.range(0, ENDLESS)
                .mapToObj(i -> i % 3 == 0 ? "my" : word)
                .toList();
        answeredSoon(words);
    }

    @Test
    void tenThousandWordsOfOurOwnSentencesAreAnsweredAtOnce() {
        List<String> words = KnownSentence.all().stream()
                .flatMap(sentence -> List.of(sentence.text().split(" ")).stream())
                .limit(ENDLESS)
                .toList();
        answeredSoon(words);
    }

    @Test
    void oneWordOfAMillionCharactersIsAnsweredAtOnce() {
        answeredSoon(List.of("x".repeat(1_000_000)));
        answeredSoon(List.of("\u0301".repeat(1_000_000)));
    }

    @Test
    void tenThousandWordsThatComeOneByOneAreJudgedByTheirEndOnly() {
        List<HeardWord> heard =
                spaced(IntStream.range(0, ENDLESS).mapToObj(i -> "word").toList());
        Clauses clauses = new Clauses();
        int judged = 0;
        int most = 0;
        for (int count = 0; count <= ENDLESS; count += 10) {
            List<HeardWord> soFar = heard.subList(0, count);
            List<Clause> found =
                    clauses.heard(soFar, false, 300L * count).stream().toList();
            judged += found.size();
            most = Math.max(
                    most,
                    found.stream()
                            .mapToInt(clause -> clause.words().size())
                            .max()
                            .orElse(0));
        }
        assertThat(judged).isEqualTo(ENDLESS / 10 - 1);
        assertThat(most).isEqualTo(Clauses.RUNNING_WORDS);
        assertThat(clauses.heard(heard, true, 0).orElseThrow().words()).hasSize(Clauses.MOST_WORDS);
    }

    @Test
    void nothingIsJudgedOfNothing() {
        Judged call = new Judged();
        for (int i = 0; i < 1_000; i++) {
            call.hear(List.of(), i % 2 == 0, i);
            call.breakOff(i);
        }
        assertThat(call.judged).isZero();
        assertThat(call.state.grade()).isEqualTo(Grade.NONE);
    }

    private static void answeredSoon(List<String> words) {
        List<HeardWord> heard = spaced(words);
        Judged call = new Judged();
        long before = System.nanoTime();
        call.hear(heard, false, 300L * heard.size());
        call.hear(heard, true, 300L * heard.size());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
        assertThat(call.mostWords).isLessThanOrEqualTo(Clauses.MOST_WORDS);
    }

    /** As a recogniser might hand them over: not normalised. */
    private static List<HeardWord> spaced(List<String> words) {
        List<HeardWord> heard = new ArrayList<>();
        for (String word : words) {
            int at = 300 * heard.size();
            heard.add(new HeardWord(word, 1, at, at + 300));
        }
        return heard;
    }

    /** Every code point, halves of pairs among them, and words of the rules between. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.strings().withCharRange('\ud800', '\udfff').ofMaxLength(4),
                Arbitraries.of("chest", "hurts", "can't", "breathe", "not", "bleeding", "my", "<unk>", "'", ""));
    }

    @Provide
    Arbitrary<String> text() {
        return words().list().ofMaxSize(80).map(words -> words.stream().collect(Collectors.joining(" ")));
    }
}
