package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;
import org.junit.jupiter.api.Test;

class MessageLinesTest {

    @Test
    void tellsThatNobodyNeedsToSeeToWhatIsSettled() {
        Instant now = Instant.parse("2026-03-02T14:00:00Z");
        Draft draft = new Draft(
                now,
                "call-1",
                "appointment",
                Optional.of("Ann Oakley"),
                Optional.empty(),
                Optional.of("cancel it"),
                Optional.empty(),
                false,
                Optional.empty());
        Message settled = new Message(7, "id", draft, Optional.of(now.plusSeconds(120)));

        assertThat(MessageLines.list(List.of(settled), ZoneOffset.UTC).get(1)).endsWith("(settled) cancel it");
        assertThat(MessageLines.show(settled, ZoneOffset.UTC))
                .contains(
                        "settled    2026-03-02 14:02, settled without staff: done in a call back, or taken back by the"
                                + " caller");
    }

    @Test
    void showsTheDetailsUnderTheMessage() {
        Draft draft = new Draft(
                Instant.parse("2026-03-02T14:00:00Z"),
                "call-1",
                "insurance",
                Optional.of("Ann Oakley"),
                Optional.of("2125550173"),
                Optional.empty(),
                Optional.empty(),
                List.of(new Detail("payer", "Blue Shield"), new Detail("member id", "XYZ\u001b[2J 12")),
                false,
                Optional.empty());

        List<String> lines = MessageLines.show(new Message(7, "id", draft), ZoneOffset.UTC);

        assertThat(lines)
                .containsSubsequence("call       call-1", "payer      Blue Shield")
                .last()
                .asString()
                .startsWith("member id  XYZ")
                .doesNotContain("\u001b");
    }
}
