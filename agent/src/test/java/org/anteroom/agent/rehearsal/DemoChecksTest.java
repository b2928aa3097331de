package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DemoChecksTest {

    private final DemoChecks checks = new DemoChecks();

    @Test
    void tellsEachOutcomeCallByCall() {
        checks.that(2, "the agent picks up", true);
        checks.that(1, "the number is right", false);
        checks.flaw(1, "a name became another", true);

        assertThat(checks.lines())
                .containsExactly(
                        "  NO    call 1: the number is right",
                        "  but   call 1: a name became another",
                        "  yes   call 2: the agent picks up");
    }

    @Test
    void forgivesOnlyAFlawThatHarmsNobody() {
        checks.flaw(1, "a name became another", true);
        checks.flaw(1, "a name was lost", false);

        assertThat(checks.broken()).containsExactly("call 1: a name was lost");
    }

    @Test
    void tellsASentenceThatWasBrokenOff() {
        try (Transcript transcript = new Transcript(new PrintWriter(new StringWriter()))) {
            transcript.happened(new Happening(System.nanoTime(), 2, Happening.Kind.BARGED_IN, "", ""));
            Demo.interruptions(transcript, checks);
        }

        assertThat(checks.lines())
                .singleElement()
                .asString()
                .startsWith("  but   call 2: the agent broke off a sentence");
    }

    @Test
    void tellsACallThatWasTakenForAnEmergency() {
        try (Transcript transcript = new Transcript(new PrintWriter(new StringWriter()))) {
            transcript.happened(
                    new Happening(System.nanoTime(), 2, Happening.Kind.DECIDED, "stung, allergic", "ALARM"));
            Demo.falseAlarms(transcript, checks);
        }

        assertThat(checks.broken()).containsExactly("call 2: was taken for an emergency: stung, allergic");
    }
}
