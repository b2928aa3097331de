package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;

/** Who calls about a patient in danger elsewhere gets whoever is on call at once, and who only sounds like it doesn't. */
class ProfessionalCallersTest {
    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T05:00:00Z");

    private final Conversation conversation = new Conversation(new DialogueSettings(false));

    @Test
    void areConnectedAtOnceInHoursAndAfter() throws IOException {
        List<String> missed = new ArrayList<>();
        for (String sentence : sentences("urgent-provider")) {
            for (Instant moment : List.of(OPEN, NIGHT)) {
                if (!connected(begun(moment), sentence, moment)) {
                    missed.add(moment + " " + sentence);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void areConnectedFromTheMiddleOfAMessage() throws IOException {
        State asked = conversation
                .step(begun(NIGHT), said("i want to leave a message"), NIGHT)
                .state();
        assertThat(asked.stage()).isEqualTo(Stage.NAME);
        List<String> sentences = sentences("urgent-provider");
        assertThat(sentences).hasSizeGreaterThan(70).allSatisfy(sentence -> assertThat(
                        connected(asked, sentence, NIGHT))
                .as(sentence)
                .isTrue());
    }

    @Test
    void areNotMistakenForPatientsWhoSpeakOfTheSamePlaces() throws IOException {
        List<String> sentences = sentences("others");
        assertThat(sentences).hasSizeGreaterThan(60).allSatisfy(sentence -> assertThat(
                        connected(begun(NIGHT), sentence, NIGHT))
                .as(sentence)
                .isFalse());
    }

    private State begun(Instant moment) {
        CallFacts facts = new CallFacts(Example.office(), Optional.of("6145550192"), false, false, true);
        return conversation
                .step(conversation.start(), new Input.Began(facts), moment)
                .state();
    }

    private boolean connected(State state, String sentence, Instant moment) {
        return conversation
                .step(state, said(sentence), moment)
                .acts()
                .contains(new Act.Transfer(Destination.ON_CALL, Act.Reason.URGENT_PROVIDER));
    }

    private static Input said(String text) {
        return new Input.Said(Normaliser.words(text), List.of(), new Clip(0, 1));
    }

    private static List<String> sentences(String heading) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ProfessionalCallersTest.class.getResourceAsStream("professional-callers.txt"))) {
            List<String> found = new ArrayList<>();
            String under = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    under = line.substring(1, line.length() - 1);
                } else if (under.equals(heading) && !line.isBlank() && !line.startsWith("#")) {
                    found.add(line);
                }
            }
            return found;
        }
    }
}
