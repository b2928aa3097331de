package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;
import org.anteroom.speech.SpokenText;

/**
 * Whatever we say comes back from the caller's line and decides nothing; whatever the caller says meanwhile does.
 *
 * <p>Not promised: that nothing fires when the recogniser makes one of only two decisive words up ("say emergency" heard as "is
 * emergency"), or hears a whole word of ours twice: a caller may have said that.
 */
class OwnVoicePropertiesTest {
    /** An echo comes back within half a second. */
    private static final int LATEST_MS = 500;

    private static final int MS_PER_CHARACTER = 66;
    private static final int STARTED_MS = 4_000;
    /** As they are heard: numbers in words. */
    private static final List<String> PROMPTS =
            Prompts.fixed().stream().map(SpokenText::words).toList();

    private static final List<String> CERTAIN = List.copyOf(BaseSet.certain().values());

    private static final List<String> SMALL = List.of("the", "and", "know", "of");

    /** What a recogniser makes of a word over a line. */
    private enum Mishearing {
        NONE,
        DROPPED,
        LETTER_CHANGED,
        LETTER_LOST,
        SMALL_WORD_BEFORE
    }

    @Property(tries = 5_000, seed = "1")
    void ourOwnSentenceHeardBackNeverFires(
            @ForAll("prompts") String prompt,
            @ForAll @IntRange(max = LATEST_MS) int echoMs,
            @ForAll @DoubleRange(min = 0.85, max = 1.15) double pace,
            @ForAll @IntRange(max = 30) int percent,
            @ForAll Random random) {
        List<HeardWord> echo = echo(prompt, STARTED_MS + echoMs, pace);
        int from = random.nextInt(echo.size());
        int to = random.nextBoolean() ? echo.size() : from + 1 + random.nextInt(echo.size() - from);
        List<Playing> playing = List.of(playing(prompt, echo.get(to - 1).endMs(), random));
        Heard call = new Heard();
        List<HeardWord> heard = List.of();
        for (int count = from + 1; count <= to; count++) {
            heard = misheard(echo.subList(from, count), percent, random);
            call.step(Evidence.Words.over(
                    new Utterance(heard, false, echo.get(count - 1).endMs()), playing));
        }
        call.step(
                Evidence.Words.over(new Utterance(heard, true, echo.get(to - 1).endMs() + 300L), playing));
        assertThat(call.grade()).as("%s", HeardWord.text(heard)).isEqualTo(Grade.NONE);
    }

    @Property(tries = 1_000, seed = "1")
    void whatTheCallerSaysMeanwhileDecides(
            @ForAll("prompts") String prompt,
            @ForAll("certain") String sentence,
            @ForAll @IntRange(max = 12_000) int laterMs,
            @ForAll boolean echoed) {
        Heard call = new Heard();
        List<Playing> playing = List.of(Playing.since(prompt, STARTED_MS));
        List<HeardWord> echo = echo(prompt, STARTED_MS + 200, 1);
        if (echoed) {
            call.step(Evidence.Words.over(
                    new Utterance(echo, true, echo.get(echo.size() - 1).endMs()), playing));
        }
        assertThat(call.over(sentence, STARTED_MS + laterMs, playing))
                .as(sentence)
                .isPresent();
    }

    /** The sentence as it comes back: about 15 characters a second, times the pace. */
    private static List<HeardWord> echo(String sentence, int startMs, double pace) {
        List<HeardWord> words = new ArrayList<>();
        int characters = 0;
        for (String word : Normaliser.words(sentence)) {
            int start = startMs + (int) (characters * MS_PER_CHARACTER * pace);
            words.add(new HeardWord(word, 0.8, start, start + word.length() * 60));
            characters += word.length() + 1;
        }
        return words;
    }

    /** Still played, or over since a moment. */
    private static Playing playing(String prompt, long heardMs, Random random) {
        return random.nextBoolean()
                ? Playing.since(prompt, STARTED_MS)
                : new Playing(prompt, STARTED_MS, OptionalLong.of(Math.max(STARTED_MS, heardMs - LATEST_MS)));
    }

    private static List<HeardWord> misheard(List<HeardWord> words, int percent, Random random) {
        List<HeardWord> heard = new ArrayList<>();
        for (HeardWord word : words) {
            Mishearing how = random.nextInt(100) < percent
                    ? Mishearing.values()[random.nextInt(Mishearing.values().length)]
                    : Mishearing.NONE;
            heard.addAll(misheard(word, how, random));
        }
        return heard;
    }

    private static List<HeardWord> misheard(HeardWord word, Mishearing how, Random random) {
        String text = word.text();
        int at = text.length() < 4 ? 0 : 1 + random.nextInt(text.length() - 1);
        return switch (how) {
            case NONE -> List.of(word);
            case DROPPED -> List.of();
            case LETTER_CHANGED -> List.of(with(
                    word,
                    at == 0
                            ? text
                            : text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1)));
            case LETTER_LOST -> List.of(with(word, at == 0 ? text : text.substring(0, at) + text.substring(at + 1)));
            case SMALL_WORD_BEFORE -> List.of(with(word, SMALL.get(random.nextInt(SMALL.size()))), word);
        };
    }

    private static HeardWord with(HeardWord word, String text) {
        return new HeardWord(text, word.confidence(), word.startMs(), word.endMs());
    }

    @Provide
    Arbitrary<String> prompts() {
        return Arbitraries.of(PROMPTS);
    }

    @Provide
    Arbitrary<String> certain() {
        return Arbitraries.of(CERTAIN);
    }
}
