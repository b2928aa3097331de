package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.LineQuality;
import org.anteroom.agent.rehearsal.TextPractice;
import org.junit.jupiter.api.Test;

class PhoneCallsEvaluationTest {
    private static final TextPractice DENTAL = TextPractice.example(PracticeType.DENTAL);
    private static final long SEED = 7;

    private final PhoneCallsEvaluation calls = new PhoneCallsEvaluation(
            List.of(DENTAL),
            (folder, config, practice, onFile, now, told) -> {
                throw new IOException("no agent today");
            },
            () -> {
                throw new IllegalStateException("nobody listens");
            },
            new LineQuality(OptionalDouble.empty(), OptionalDouble.empty(), 0),
            1,
            Path.of("prompts"),
            line -> {});

    @Test
    void aCallThatCannotBeHeldIsNoSuccessAndTakesNothingFromTheOthers() throws Exception {
        Strangers strangers = new Strangers(List.of(DENTAL));
        Verdict good = new Verdict(
                PracticeType.DENTAL, strangers.caller(SEED), Account.notHeld(""), Outcome.IN_BOOK, List.of());

        CallsReport report = calls.gathered(
                List.of(
                        CompletableFuture.completedFuture(good),
                        CompletableFuture.failedFuture(new IOException("the port is taken"))),
                SEED);

        assertThat(report.json())
                .containsEntry("success", 0.5)
                .containsEntry("notHeld", 1L)
                .containsEntry("cases", 2);
        assertThat(report.text()).contains("1 could not be held", "the port is taken", "seed 8");
    }

    @Test
    void whereNoneCanBeHeldItIsSaidWhy() {
        assertThatThrownBy(() -> calls.run(2, SEED))
                .isInstanceOf(IOException.class)
                .hasMessage("no agent today");
    }
}
