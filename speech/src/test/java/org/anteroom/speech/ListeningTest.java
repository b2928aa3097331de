package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private static final short[] APPOINTMENT = Audio.sentence("appointment");
    private static final short[] PARKING = Audio.sentence("parking");
    private static final short[] FOLDER = Audio.sentence("folder");

    private static Ears ears;

    @BeforeAll
    static void load() throws IOException {
        ears = new Ears(EarSettings.of(Path.of(System.getProperty("anteroom.model")), 1, 1), new SpeechCounters());
    }

    @AfterAll
    static void close() {
        ears.close();
    }

    @Test
    void hearsASentenceAndWhenItWasSaid() {
        List<Heard> heard = heard(onLine(1_000, APPOINTMENT, 1_500));

        Heard.Final last = finals(heard).get(0);
        assertThat(finals(heard)).hasSize(1);
        assertThat(text(last.words())).contains("would like to change my appointment to friday");
        assertThat(last.speechStartMs()).isCloseTo(1_000, within(150));
        assertThat(last.speechEndMs()).isCloseTo(1_000 + APPOINTMENT.length / 8, within(250));
        assertThat(last.audioMs() - last.speechEndMs()).isCloseTo(400, within(20L));
        Word friday = last.words().get(last.words().size() - 1);
        assertThat(friday.text()).isEqualTo("friday");
        assertThat(friday.endMs()).isCloseTo(1_000 + APPOINTMENT.length / 8, within(250));
        assertThat(last.words())
                .allSatisfy(word -> assertThat(word.confidence()).isBetween(0.0, 1.0));
    }

    @Test
    void givesTheOtherReadingsOfATurnOnTheCallsTime() {
        short[] noisy = Audio.mix(APPOINTMENT, Audio.noise(APPOINTMENT.length / 8 + 1, -35));
        Heard.Final last = finals(heard(onLine(1_000, noisy, 1_500))).get(0);

        assertThat(last.others()).isNotEmpty().hasSizeLessThan(10).allSatisfy(other -> {
            assertThat(text(other.words())).isNotEqualTo(text(last.words()));
            assertThat(other.behind()).isBetween(0.0, 2.0);
            assertThat(other.words())
                    .allSatisfy(word -> assertThat(word.startMs()).isBetween(700, 1_500 + noisy.length / 8));
        });
    }

    @Test
    void tellsOfStartPartialsEndAndFinalInThisOrder() {
        List<Heard> heard = heard(onLine(500, PARKING, 1_000));

        assertThat(heard.get(0)).isInstanceOf(Heard.SpeechStarted.class);
        assertThat(heard.get(1)).isInstanceOf(Heard.Partial.class);
        assertThat(heard.get(heard.size() - 2)).isInstanceOf(Heard.SpeechEnded.class);
        assertThat(heard.get(heard.size() - 1)).isInstanceOf(Heard.Final.class);
        assertThat(heard).extracting(Heard::turn).containsOnly(0);
        for (int i = 1; i < heard.size(); i++) {
            assertThat(heard.get(i).audioMs())
                    .isGreaterThanOrEqualTo(heard.get(i - 1).audioMs());
        }
    }

    @Test
    void tellsOfAPauseWithinTheTurnFromTheSound() {
        short[] call = Audio.join(onLine(500, PARKING, 600), onLine(0, PARKING, 1_500));
        try (Listening listening = ears.listening()) {
            listening.expect(Expected.of(Expected.Kind.MONOLOGUE));

            List<Heard> heard = heard(listening, call);

            List<Heard> pauses =
                    heard.stream().filter(Heard.Paused.class::isInstance).toList();
            assertThat(finals(heard)).hasSize(1);
            assertThat(pauses).hasSizeBetween(2, 4);
            assertThat(pauses.get(0).audioMs()).isCloseTo(500 + PARKING.length / 8 + 300, within(200L));
        }
    }

    @Test
    void partialsComeSoonAndWithTimesNearTheFinalOnes() {
        List<Heard> heard = heard(onLine(1_000, APPOINTMENT, 1_500));
        Word friday = finals(heard).get(0).words().stream()
                .filter(word -> word.text().equals("appointment"))
                .findFirst()
                .orElseThrow();

        Heard.Partial first = partials(heard).stream()
                .filter(partial -> text(partial.words()).contains("appointment"))
                .findFirst()
                .orElseThrow();

        assertThat(first.audioMs() - friday.endMs()).isLessThan(500);
        Word guessed = first.words().get(first.words().size() - 1);
        assertThat(guessed.endMs()).isCloseTo(friday.endMs(), within(500));
    }

    @Test
    void wordTimesFollowTheCallAlthoughSilenceIsNotFed() {
        short[] call = Audio.join(onLine(1_000, PARKING, 20_000), onLine(0, FOLDER, 1_000));
        int second = (1_000 + PARKING.length / 8 + 20_000);

        Heard.Final last = finals(heard(call)).get(1);

        assertThat(last.turn()).isEqualTo(1);
        assertThat(text(last.words())).contains("blue folder");
        assertThat(last.words().get(0).startMs()).isCloseTo(second, within(300));
        assertThat(last.words().get(last.words().size() - 1).endMs())
                .isCloseTo(second + FOLDER.length / 8, within(300));
    }

    @Test
    void theSameAudioGivesTheSameEventsWhateverTheFrameSize() {
        short[] call = onLine(700, FOLDER, 900);
        List<Heard> expected = heard(call);

        try (Listening listening = ears.listening()) {
            List<Heard> heard = new ArrayList<>();
            for (int at = 0; at < call.length; at += 333) {
                short[] piece = java.util.Arrays.copyOfRange(call, at, Math.min(call.length, at + 333));
                heard.addAll(listening.feed(piece, piece.length));
            }
            heard.addAll(listening.endOfAudio());
            assertThat(heard).isEqualTo(expected);
        }
    }

    @Test
    void whatOneCallerSaidNeverColoursWhatTheNextOneIsHeardToSay() {
        String fresh;
        try (Listening first = ears.listening()) {
            fresh = text(finals(heard(first, onLine(500, PARKING, 900))).get(0).words());
        }
        for (int i = 0; i < 3; i++) {
            heard(onLine(200, APPOINTMENT, 700));
            try (Listening cutOff = ears.listening()) {
                heard(cutOff, Audio.frame(FOLDER, 0));
                cutOff.feed(FOLDER, FOLDER.length);
            }
            assertThat(text(finals(heard(onLine(500, PARKING, 900))).get(0).words()))
                    .isEqualTo(fresh);
        }
    }

    @Test
    void fillsASlotBesideTheOpenRecogniser() {
        List<String> digits = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        short[] number = Audio.join(
                Audio.silence(300),
                Audio.sentence("digits-1"),
                Audio.silence(700),
                Audio.sentence("digits-2"),
                Audio.silence(1_200));
        try (Listening listening = ears.listening()) {
            listening.expect(Expected.of(Expected.Kind.DIGITS).withGrammar(digits));

            List<Heard.Final> finals = finals(heard(listening, line(number)));

            assertThat(finals).hasSize(1);
            assertThat(text(finals.get(0).slot())).isEqualTo("seven two nine four one six");
            assertThat(finals.get(0).words()).isNotEmpty();
            assertThat(finals.get(0).slot().get(0).startMs()).isCloseTo(300, within(250));
        }
    }

    @Test
    void endsATurnSoonWhenTheNumberIsWholeAndWaitsWhileItIsNot() {
        List<String> digits = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        CompletenessRule six = (words, slot) -> slot.size() >= 6 ? Completeness.COMPLETE : Completeness.UNFINISHED;
        short[] number = Audio.join(
                Audio.silence(300),
                Audio.sentence("digits-1"),
                Audio.silence(700),
                Audio.sentence("digits-2"),
                Audio.silence(1_200));
        try (Listening listening = ears.listening()) {
            listening.expect(
                    Expected.of(Expected.Kind.DIGITS).withGrammar(digits).judgedBy(six));

            List<Heard.Final> finals = finals(heard(listening, line(number)));

            assertThat(finals).hasSize(1);
            assertThat(text(finals.get(0).slot())).isEqualTo("seven two nine four one six");
            assertThat(finals.get(0).audioMs() - finals.get(0).speechEndMs()).isBetween(240L, 500L);
        }
    }

    @Test
    void endsAMessageSoonWhenItsSentenceIsComplete() {
        try (Listening listening = ears.listening()) {
            listening.expect(Expected.of(Expected.Kind.MONOLOGUE));

            Heard.Final message =
                    finals(heard(listening, onLine(500, FOLDER, 2_000))).get(0);

            assertThat(text(message.words())).contains("blue folder");
            assertThat(message.audioMs() - message.speechEndMs()).isBetween(650L, 700L);
        }
    }

    @Test
    void waitsForACallerWhoHesitatesInTheMiddleOfASentence() {
        Word my = finals(heard(onLine(0, APPOINTMENT, 1_000))).get(0).words().stream()
                .filter(word -> word.text().equals("my"))
                .findFirst()
                .orElseThrow();
        int cut = 8 * my.endMs();
        short[] hesitant = Audio.join(
                java.util.Arrays.copyOf(APPOINTMENT, cut),
                Audio.silence(550),
                java.util.Arrays.copyOfRange(APPOINTMENT, cut, APPOINTMENT.length));

        List<Heard.Final> finals = finals(heard(onLine(500, hesitant, 1_000)));

        assertThat(finals).hasSize(1);
        assertThat(text(finals.get(0).words())).contains("friday");
    }

    @Test
    void aSlotGrammarStaysSilentAboutOtherWords() {
        try (Listening listening = ears.listening()) {
            listening.expect(Expected.of(Expected.Kind.YES_NO).withGrammar(List.of("yes", "no")));

            List<Heard> heard = heard(listening, onLine(300, Audio.sentence("yes"), 900));
            List<Heard> other = heard(listening, onLine(300, FOLDER, 900));

            assertThat(text(finals(heard).get(0).slot())).isEqualTo("yes");
            assertThat(finals(other)).allSatisfy(last -> assertThat(last.slot()).isEmpty());
        }
    }

    @Test
    void hearsASentenceThatIsVeryQuiet() {
        short[] call = Audio.join(Audio.silence(800), Audio.louder(FOLDER, -20), Audio.silence(900));
        List<Heard.Final> finals = finals(heard(Audio.mix(call, Audio.noise(6_000, -78))));

        assertThat(finals.stream().map(last -> text(last.words())).collect(Collectors.joining(" ")))
                .contains("please tell the doctor");
    }

    @Test
    void tellsOfATurnInWhichNothingWasRecognised() {
        short[] hum = Audio.sine(180, 900, 0.2);

        List<Heard.Final> finals = finals(heard(onLine(800, hum, 900)));

        assertThat(finals).allSatisfy(last -> assertThat(last.words()).isEmpty());
        assertThat(finals).hasSize(1);
    }

    @Test
    void saysNothingAboutSilenceOrSteadyNoise() {
        assertThat(heard(Audio.noise(5_000, -60))).isEmpty();
        assertThat(heard(Audio.silence(5_000))).isEmpty();
        assertThat(heard(Audio.noise(5_000, -42))).isEmpty();
    }

    @Test
    void finishesAnOpenTurnWhenTheAudioEnds() {
        List<Heard.Final> finals = finals(heard(onLine(500, FOLDER, 0)));

        assertThat(finals).hasSize(1);
        assertThat(text(finals.get(0).words())).contains("blue folder");
    }

    @Test
    void wordsStayInPlaceWhenFramesWereLost() {
        try (Listening listening = ears.listening()) {
            short[] before = onLine(500, PARKING, 900);
            List<Heard> heard = new ArrayList<>(listening.feed(before, before.length));
            listening.skip(5_000);
            short[] after = onLine(500, FOLDER, 900);
            heard.addAll(listening.feed(after, after.length));

            Heard.Final last = finals(heard).get(1);
            int begins = before.length / 8 + 5_000 + 500;
            assertThat(last.words().get(0).startMs()).isCloseTo(begins, within(300));
        }
    }

    private static List<Heard> heard(short[] call) {
        try (Listening listening = ears.listening()) {
            return heard(listening, call);
        }
    }

    private static List<Heard> heard(Listening listening, short[] call) {
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < Audio.frames(call); i++) {
            heard.addAll(listening.feed(Audio.frame(call, i), Frames.SAMPLES_8K));
        }
        heard.addAll(listening.endOfAudio());
        return heard;
    }

    private static short[] onLine(int beforeMs, short[] sentence, int afterMs) {
        return line(Audio.join(Audio.silence(beforeMs), sentence, Audio.silence(afterMs)));
    }

    /** A quiet line: hiss at -62 dBFS. */
    private static short[] line(short[] pcm) {
        return Audio.mix(pcm, Audio.noise(pcm.length / 8 + 1, -62));
    }

    private static List<Heard.Final> finals(List<Heard> heard) {
        return heard.stream()
                .filter(Heard.Final.class::isInstance)
                .map(Heard.Final.class::cast)
                .toList();
    }

    private static List<Heard.Partial> partials(List<Heard> heard) {
        return heard.stream()
                .filter(Heard.Partial.class::isInstance)
                .map(Heard.Partial.class::cast)
                .toList();
    }

    static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
