package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.speech.Expected;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.Test;

/** When answers end that are heard by the real recogniser. */
final class AnswerOnTheLineTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 0);
    private static final int PER_MS = 8;
    private static final int FRAME = 160;
    /** A frame, and what the voice activity takes to be sure of the end. */
    private static final long ABOUT_MS = 60;

    @Test
    void aWholePhoneNumberEndsTheTurnLongBeforeItsUsualPause() throws Exception {
        Heard.Final last = only(Hearing.DIGITS, Expected.Kind.DIGITS, clip("message-number"));

        assertThat(SpokenDigits.whole(words(last))).isTrue();
        assertThat(last.audioMs() - last.speechEndMs()).isBetween(240L, Expected.Kind.DIGITS.hangOverMs() - ABOUT_MS);
    }

    @Test
    void theSameWordsAsAPinAreWholeTooAndAsAnIdTheyHaveThePauseOfOne() throws Exception {
        Heard.Final pin = only(Hearing.PIN, Expected.Kind.DIGITS, clip("message-number"));
        Heard.Final id = only(Hearing.MEMBER_ID, Expected.Kind.CODE, clip("message-number"));

        assertThat(pin.audioMs() - pin.speechEndMs()).isLessThan(Expected.Kind.DIGITS.hangOverMs() - ABOUT_MS);
        assertThat(id.audioMs() - id.speechEndMs()).isGreaterThanOrEqualTo(Expected.Kind.CODE.hangOverMs());
    }

    @Test
    void halfOfANumberIsWaitedFor() throws Exception {
        short[] whole = spoken("message-number");
        short[] half = Arrays.copyOf(whole, whole.length / 2);

        Heard.Final last = only(Hearing.DIGITS, Expected.Kind.DIGITS, half);

        assertThat(last.audioMs() - last.speechEndMs()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void aNameOfTwoWordsEndsSoonerThanItsUsualPause() throws Exception {
        Heard.Final last = only(Hearing.NAME, Expected.Kind.NAME, clip("message-name"));

        assertThat(last.audioMs() - last.speechEndMs()).isBetween(400L, 600 - ABOUT_MS);
    }

    private static Heard.Final only(Hearing hearing, Expected.Kind kind, short[] said) throws Exception {
        short[] line = new short[said.length + 2_500 * PER_MS];
        System.arraycopy(said, 0, line, 500 * PER_MS, said.length);
        List<Heard.Final> finals = new ArrayList<>();
        try (Listening listening = Senses.shared().ears.listening()) {
            listening.expect(Expected.of(kind).judgedBy(new AnswerRule(hearing, MONDAY)));
            for (int at = 0; at + FRAME <= line.length; at += FRAME) {
                listening.feed(Arrays.copyOfRange(line, at, at + FRAME), FRAME).stream()
                        .filter(Heard.Final.class::isInstance)
                        .forEach(heard -> finals.add((Heard.Final) heard));
            }
        }
        assertThat(finals).hasSize(1);
        return finals.get(0);
    }

    private static short[] clip(String name) throws Exception {
        return CallerAudio.clip(name).pcm();
    }

    /** Without the silence before it. */
    private static short[] spoken(String name) throws Exception {
        short[] pcm = clip(name);
        int from = 0;
        while (from < pcm.length && Math.abs(pcm[from]) < 200) {
            from++;
        }
        return Arrays.copyOfRange(pcm, from, pcm.length);
    }

    private static List<String> words(Heard.Final last) {
        return last.words().stream().map(Word::text).toList();
    }
}
