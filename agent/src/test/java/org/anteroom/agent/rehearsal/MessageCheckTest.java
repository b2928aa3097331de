package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;
import org.junit.jupiter.api.Test;

class MessageCheckTest {

    private static final Meant MEANT =
            new Meant(1, "robert miller", "2125550173", "please call me back about the bill from last month");
    private static final short[] SPEECH = new short[16_000];
    private static final short[] SILENCE = new short[16_000];

    static {
        Arrays.fill(SPEECH, (short) 2_000);
    }

    private final DemoChecks checks = new DemoChecks();

    private void check(String name, String number, String about, short[] voice) {
        Draft content = new Draft(
                Instant.EPOCH,
                "call",
                "message",
                Optional.of(name),
                Optional.of(number),
                Optional.of(about),
                Optional.empty(),
                false,
                Optional.empty());
        new MessageCheck(checks).check(MEANT, Optional.of(new Message(1, "id", content)), voice);
    }

    @Test
    void agreesToWhatWasSaidWithOrWithoutARecording() {
        check("Robert Miller", MEANT.number(), MEANT.reason(), new short[0]);

        assertThat(checks.broken()).isEmpty();
        assertThat(checks.lines()).contains("  yes   call 1: name as said");
    }

    @Test
    void tellsANameThatBecameAnotherWordAndForgivesItWhereTheVoiceIsKept() {
        check("robert mueller", MEANT.number(), MEANT.reason(), SPEECH);

        assertThat(checks.broken()).isEmpty();
        assertThat(checks.lines())
                .contains("  but   call 1: name heard as \"robert mueller\", said \"robert miller\";"
                        + " the recording is kept");
    }

    @Test
    void doesNotForgiveAWrongNameWithoutTheVoice() {
        check("robert mueller", MEANT.number(), MEANT.reason(), SILENCE);

        assertThat(checks.broken())
                .containsExactly(
                        "call 1: name heard as \"robert mueller\", said \"robert miller\";" + " no recording is kept");
    }

    @Test
    void neverForgivesAWrongNumber() {
        check("robert miller", "2125550113", MEANT.reason(), SPEECH);

        assertThat(checks.broken())
                .containsExactly("call 1: number to call back noted as 2125550113, given 2125550173");
    }

    @Test
    void countsTheWrongWordsOfAReason() {
        check("robert miller", MEANT.number(), MEANT.reason().replace("bill", "appeal"), SPEECH);

        assertThat(checks.broken()).isEmpty();
        assertThat(checks.lines()).anySatisfy(line -> assertThat(line).contains("recognisable, 1 of 10 words wrong"));
    }

    @Test
    void doesNotForgiveAReasonNobodyWouldRecognise() {
        check("robert miller", MEANT.number(), "lease tall tree", SPEECH);

        assertThat(checks.broken()).singleElement().asString().contains("reason not recognisable");
    }

    @Test
    void missesAMessage() {
        new MessageCheck(checks).check(MEANT, Optional.empty(), new short[0]);

        assertThat(checks.broken()).containsExactly("call 1: the message is in the inbox, complete");
    }

    @Test
    void takesSilenceBeforeTheFirstWordForAnotherStretch() {
        short[] late = new short[32_000];
        Arrays.fill(late, 16_000, 32_000, (short) 2_000);

        assertThat(MessageCheck.speaks(SPEECH)).isTrue();
        assertThat(MessageCheck.speaks(late)).isFalse();
    }

    @Test
    void knowsWhatTheRecordedCallersMean() throws IOException {
        assertThat(Meant.spoken(1, "message-name", "2125550173", "clinical-question", "clinical-about"))
                .isEqualTo(new Meant(
                        1,
                        "robert miller",
                        "2125550173",
                        "should i stop my antibiotic can somebody call me back about my antibiotic"));
    }
}
