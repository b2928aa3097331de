package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnVoiceTest {

    private static final String CONNECTING =
            "Stay on the line, I am connecting you to a person now." + " If a life is in danger, hang up and call 911.";
    private static final String GREETING = "If a life is in danger, hang up and call nine one one. This is Elm Street"
            + " Dental. I am an automated assistant. How can I help you?";

    @ParameterizedTest
    @ValueSource(
            strings = {CONNECTING, GREETING, "This is an emergency line. Call nine one one if you can not breathe."})
    void ourOwnSentenceComingBackNeverFires(String sentence) {
        for (int echoMs = 0; echoMs <= 400; echoMs += 100) {
            for (double pace : new double[] {0.85, 1.0, 1.15}) {
                Heard call = new Heard();
                Utterance echo = spoken(sentence, echoMs, pace);
                List<Playing> playing = List.of(Playing.since(sentence, 0));
                for (int words = 1; words <= echo.words().size(); words++) {
                    call.step(Evidence.Words.over(echo.partial(words), playing));
                }
                call.step(Evidence.Words.over(echo, playing));
                assertThat(call.grade())
                        .as("echo %d ms, pace %.2f", echoMs, pace)
                        .isEqualTo(Grade.NONE);
            }
        }
    }

    @Test
    void theTailAfterOurSentenceEndedIsStillOurs() {
        Heard call = new Heard();
        Utterance echo = spoken("hang up and call nine one one", 600, 1.0);
        Playing ended = new Playing("Hang up and call nine one one", 300, OptionalLong.of(2200));
        assertThat(call.step(Evidence.Words.over(echo, List.of(ended)))).isEmpty();
    }

    @Test
    void theCallerSayingEmergencyOverTheGreetingFires() {
        Heard call = new Heard();
        assertThat(call.over("it is an emergency here", 3000, List.of(Playing.since(GREETING, 0))))
                .isPresent();
    }

    @Test
    void theCallersWordsAreTheCallersEvenBetweenOurs() {
        List<HeardWord> words =
                new ArrayList<>(spoken("this is elm street", 5600, 1.0).words());
        words.add(new HeardWord("i", 1, 7000, 7100));
        words.add(new HeardWord("can't", 1, 7100, 7300));
        words.add(new HeardWord("breathe", 1, 7300, 7700));
        Heard call = new Heard();
        assertThat(call.step(
                        Evidence.Words.over(new Utterance(words, false, 7700), List.of(Playing.since(GREETING, 0)))))
                .isPresent();
    }

    @Test
    void ourWordsAtAnotherMomentThanOursAreTheCallers() {
        Heard call = new Heard();
        assertThat(call.over("call nine one one", 9000, List.of(Playing.since(GREETING, 0))))
                .isPresent();
    }

    @Test
    void ourWordsInOurTimeCountWhereTheSignalShowsTheCaller() {
        String sentence = "Call nine one one if you can not breathe.";
        Utterance same = spoken(sentence, 200, 1.0);
        List<Playing> playing = List.of(Playing.since(sentence, 0));
        Detection guarded =
                Heard.EVERY_PRACTICE.step(Heard.EVERY_PRACTICE.initial(), Evidence.Words.over(same, playing));
        assertThat(guarded.decision()).isEmpty();
        assertThat(guarded.discarded()).isNotEmpty();

        Heard call = new Heard();
        assertThat(call.step(new Evidence.Words(same, playing, guarded.discarded())))
                .isPresent();
    }

    @Test
    void theCallersStretchSaysNothingOfAnother() {
        String sentence = "Call nine one one if you can not breathe.";
        Heard call = new Heard();
        assertThat(call.step(new Evidence.Words(
                        spoken(sentence, 200, 1.0),
                        List.of(Playing.since(sentence, 0)),
                        List.of(new Stretch(9_000, 9_500)))))
                .isEmpty();
    }

    @Test
    void aSmallWordPutInByTheRecogniserHidesNoneOfOursBehindIt() {
        String sentence =
                "No one has answered yet. Please hang up and call nine one one. If you stay on the line, I will try.";
        Heard call = new Heard();
        assertThat(call.step(Evidence.Words.over(
                        spoken("no one has answered yet please hang up and call the nine one one", 0, 1.0),
                        List.of(Playing.since(sentence, 0)))))
                .isEmpty();
    }

    @Test
    void aSentenceLongOverDiscardsNothing() {
        Heard call = new Heard();
        Playing over = new Playing(GREETING, 0, OptionalLong.of(8000));
        assertThat(call.over("call nine one one", 12_000, List.of(over))).isPresent();
    }

    /** The sentence as a recogniser hears it back, about 15 characters a second times the pace. */
    private static Utterance spoken(String sentence, int startMs, double pace) {
        List<HeardWord> words = new ArrayList<>();
        int characters = 0;
        for (String word : Normaliser.words(sentence)) {
            int start = startMs + (int) (characters * 66 * pace);
            words.add(new HeardWord(word, 0.8, start, start + word.length() * 60));
            characters += word.length() + 1;
        }
        return new Utterance(words, true, words.get(words.size() - 1).endMs());
    }
}
