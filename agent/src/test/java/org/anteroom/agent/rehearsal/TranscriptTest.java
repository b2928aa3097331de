package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    @Test
    void printsWordsWhereTheyWereSpokenThoughTheyAreKnownLater() {
        StringWriter text = new StringWriter();
        try (Transcript transcript = new Transcript(new PrintWriter(text))) {
            long now = System.nanoTime();
            transcript.happened(new Happening(now, 1, Happening.Kind.SAID, "thanks", "Thank you."));
            transcript.happened(new Happening(now, 1, Happening.Kind.SAID, "ask-about", "What is the message?"));
            transcript.happened(new Happening(now - 300_000_000, 1, Happening.Kind.HEARD, "", "yes"));
        }

        assertThat(text.toString()).containsSubsequence("understands: yes", "says: Thank you.", "What is the message?");
    }

    @Test
    void printsNothingThatIsSpelledForTheVoice() {
        Happening spanish = new Happening(0, 1, Happening.Kind.SAID, "greeting-spanish", "Espanyol markay dohss.");

        assertThat(spanish.line()).isEqualTo("says: (in Spanish) For Spanish, press two.");
    }

    @Test
    void tellsCallsThatRunSideBySideApartByWhereTheirNumberStands() {
        StringWriter text = new StringWriter();
        try (Transcript transcript = new Transcript(new PrintWriter(text))) {
            transcript.note(1, "caller", "hangs up");
            transcript.note(2, "caller", "says: \"no\"");
            transcript.note(0, "demo", "the calls are over");
        }

        assertThat(text.toString().lines())
                .anyMatch(line -> line.matches(" +\\d\\.\\d\\d s {2}\\[1] {10}caller {2}hangs up"))
                .anyMatch(line -> line.matches(" +\\d\\.\\d\\d s {6}\\[2] {6}caller {2}says: \"no\""))
                .anyMatch(line -> line.matches(" +\\d\\.\\d\\d s {15}demo {4}the calls are over"));
    }

    @Test
    void saysWhichRuleDecided() {
        Happening alarm = new Happening(0, 3, Happening.Kind.DECIDED, "chest-pain", "ALARM");
        Happening doubt = new Happening(0, 3, Happening.Kind.DECIDED, "distress", "CONCERN");

        assertThat(alarm.alarm()).isTrue();
        assertThat(alarm.line()).contains("emergency", "rule \"chest-pain\"");
        assertThat(doubt.alarm()).isFalse();
        assertThat(doubt.line()).contains("doubt", "rule \"distress\"");
    }

    @Test
    void knowsWhichMessageWasStoredInWhichCall() {
        try (Transcript transcript = new Transcript(new PrintWriter(new StringWriter()))) {
            transcript.happened(new Happening(System.nanoTime(), 2, Happening.Kind.STORED, "1", ""));

            assertThat(transcript.stored(2, 1)).isTrue();
            assertThat(transcript.stored(1, 1)).isFalse();
            assertThat(transcript.stored(2, 12)).isFalse();
        }
    }
}
