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

        assertThat(text.toString())
                .containsSubsequence("caller    yes", "agent     Thank you.", "What is the message?");
    }

    @Test
    void printsNothingThatIsSpelledForTheVoice() {
        Happening spanish = new Happening(0, 1, Happening.Kind.SAID, "greeting-spanish", "Espanyol markay dohss.");

        assertThat(spanish.line()).isEqualTo("(in Spanish) For Spanish, press two.");
    }
}
