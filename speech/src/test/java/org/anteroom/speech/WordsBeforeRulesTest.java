package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that judges an answer stands before the words that were heard, or costs any of them. */
class WordsBeforeRulesTest {
    private static final short[] TALK = Audio.join(Audio.silence(200), Audio.sentence("folder"), Audio.silence(900));

    private final SpeechCounters counters = new SpeechCounters();
    private final ScriptedModel model = new ScriptedModel();
    private Ears ears;

    @AfterEach
    void close() {
        ears.close();
    }

    @Test
    void aRuleThatThrowsLosesNoWord() throws Exception {
        assertThat(heard(judgedBy((words, slot) -> {
                    throw new IllegalArgumentException("a fault of the rule");
                })))
                .isEqualTo(heard(judgedBy((words, slot) -> Completeness.UNKNOWN)));
        assertThat(counters.values().get("speech.rules.failed")).isPositive();
        assertThat(counters.values()).containsEntry("speech.decoder.failures", 0L);
    }

    @Test
    void aRuleThatLosesItselfLosesNoWordEither() throws Exception {
        assertThat(heard(judgedBy((words, slot) -> {
                    throw new StackOverflowError();
                })))
                .isEqualTo(heard(judgedBy((words, slot) -> Completeness.UNKNOWN)));
    }

    @Test
    void wordsAreHandedOverBeforeTheyAreJudged() throws Exception {
        List<List<String>> judged = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        open(model);
        try (Listening listening = ears.listening()) {
            listening.expect(judgedBy((words, slot) -> {
                judged.add(words);
                return Completeness.UNKNOWN;
            }));
            for (int i = 0; i < Audio.frames(TALK); i++) {
                boolean told = listening.feed(Audio.frame(TALK, i), Frames.SAMPLES_8K).stream()
                        .anyMatch(Heard.Partial.class::isInstance);
                if (told) {
                    before.add(judged.size());
                }
            }
        }
        assertThat(before).as("judgements before each of the two turns").containsExactly(0, 1);
        assertThat(judged).containsExactly(List.of("word"), List.of("word"));
    }

    @Test
    void aSlotRecogniserThatFailsCostsNoWordOfTheOpenOne() throws Exception {
        open(new FailingSlots());
        try (Listening listening = ears.listening()) {
            listening.expect(Expected.of(Expected.Kind.YES_NO).withGrammar(List.of("yes", "no")));

            assertThatThrownBy(() -> feed(listening)).isInstanceOf(IllegalStateException.class);

            assertThat(listening.recover()).anySatisfy(event -> assertThat(event)
                    .isInstanceOfSatisfying(Heard.Partial.class, partial -> assertThat(partial.words())
                            .extracting(Word::text)
                            .containsExactly("word")));
        }
    }

    private List<Heard> heard(Expected expected) throws IOException {
        if (ears == null) {
            open(model);
        }
        try (Listening listening = ears.listening()) {
            listening.expect(expected);
            List<Heard> heard = feed(listening);
            assertThat(heard).hasAtLeastOneElementOfType(Heard.Partial.class);
            return heard;
        }
    }

    private static List<Heard> feed(Listening listening) {
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < Audio.frames(TALK); i++) {
            heard.addAll(listening.feed(Audio.frame(TALK, i), Frames.SAMPLES_8K));
        }
        return heard;
    }

    private void open(SpeechModel from) throws IOException {
        ears = new Ears(new EarSettings(Path.of("none"), 1, 1, 60_000, 1_000), counters, from);
    }

    private static Expected judgedBy(CompletenessRule rule) {
        return Expected.of(Expected.Kind.OPEN).judgedBy(rule);
    }

    /** Its slot recognisers fail with the frame that brings the open one its word. */
    private final class FailingSlots implements SpeechModel {
        @Override
        public Recogniser open() throws IOException {
            return model.open();
        }

        @Override
        public Recogniser grammar(List<String> phrases) throws IOException {
            Recogniser open = model.open();
            return new Recogniser() {
                @Override
                public void feed(short[] pcm16k, int n) {
                    open.feed(pcm16k, n);
                    if (!open.partial().isEmpty()) {
                        throw new IllegalStateException("the slot recogniser failed");
                    }
                }

                @Override
                public List<String> partial() {
                    return List.of();
                }

                @Override
                public Recognised finish() {
                    return open.finish();
                }

                @Override
                public long fedMs() {
                    return open.fedMs();
                }

                @Override
                public void close() {
                    open.close();
                }
            };
        }

        @Override
        public void close() {}
    }
}
