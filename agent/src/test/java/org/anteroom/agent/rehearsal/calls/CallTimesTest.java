package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Draw;
import org.anteroom.agent.rehearsal.caller.Situation;
import org.anteroom.agent.rehearsal.caller.Task;
import org.anteroom.agent.rehearsal.caller.When;
import org.junit.jupiter.api.Test;

class CallTimesTest {

    private static final Situation BOOKING = booking();

    @Test
    void ofCallsInTextNothingIsTold() {
        assertThat(CallTimes.of(List.of(verdict(Outcome.IN_BOOK, Timing.NONE)))).isEmpty();
    }

    @Test
    void waitsAreRankedOverAllCallsAndOnlyFinishedBookingsCountAsSuch() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> 25.0 * i).toList();

        Map<String, Object> told = CallTimes.of(List.of(
                        verdict(Outcome.IN_BOOK, new Timing("slt", 60, hundred.subList(0, 50), 1)),
                        verdict(Outcome.TO_STAFF, new Timing("rms", 200, hundred.subList(50, 100), 2))))
                .orElseThrow()
                .json();

        assertThat(told)
                .containsEntry("answerMsP50", 1_250.0)
                .containsEntry("answerMsP95", 2_375.0)
                .containsEntry("longestSilenceMs", 2_500.0)
                .containsEntry("silencesOver2s", 20L)
                .containsEntry("bookingSecondsMedian", 60.0)
                .containsEntry("interruptions", 3);
    }

    private static Verdict verdict(Outcome outcome, Timing timing) {
        Account account = new Account(
                List.of(),
                Ending.GOODBYE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                When.ANY,
                Optional.<LocalDateTime>empty(),
                true,
                false,
                5,
                0,
                0,
                timing);
        return new Verdict(PracticeType.DENTAL, BOOKING, account, outcome, List.of());
    }

    private static Situation booking() {
        Draw draw = new Draw(TextPractice.example(PracticeType.DENTAL).practice());
        return IntStream.range(0, 200)
                .mapToObj(draw::of)
                .filter(each -> each.goal().task() == Task.BOOK)
                .findFirst()
                .orElseThrow();
    }
}
