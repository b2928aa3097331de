package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.call.CallLog;
import org.junit.jupiter.api.Test;

/** A call's journal as people read it. */
final class CallLinesTest {
    private static final CallLog.Call CALL = new CallLog.Call(
            7,
            "c-7",
            Instant.parse("2026-03-01T08:00:00Z"),
            Optional.of(Instant.parse("2026-03-01T08:01:00Z")),
            "REMOTE_HANG_UP",
            Optional.empty(),
            false);

    @Test
    void rowsComeInTheOrderOfTheirMomentsAndInPlainWords() {
        List<String> lines = CallLines.show(
                new CallLog.Whole(
                        CALL,
                        List.of(
                                new CallLog.Line(2_500, "LATENCY", "DECISION_TO_INVITE 412"),
                                new CallLog.Line(1_200, "HEARD", "i said FAULT and NO_ANSWER"),
                                new CallLog.Line(60_000, "CALL", "ended REMOTE_HANG_UP"))),
                ZoneOffset.UTC);

        assertThat(lines).contains("outcome  the caller hung up");
        assertThat(lines.subList(4, 7))
                .containsExactly(
                        "     1.20  heard        i said FAULT and NO_ANSWER",
                        "     2.50  latency      from the decisive word to the call to the first phone: 412 ms",
                        "    60.00  call         ended the caller hung up");
    }

    @Test
    void aCallOfDoctorsOwnIsNoCallers() {
        CallLog.Call check =
                new CallLog.Call(8, "c-8", CALL.began(), CALL.ended(), "REMOTE_HANG_UP", Optional.of("299"), false);

        List<String> lines = CallLines.list(List.of(check, CALL), Optional.of("299"), ZoneOffset.UTC);

        assertThat(lines.get(1)).endsWith("a check, the caller hung up");
        assertThat(lines.get(2)).doesNotContain("a check");
    }
}
