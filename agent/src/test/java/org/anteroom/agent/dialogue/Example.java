package org.anteroom.agent.dialogue;

import java.time.ZoneId;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;

/** The small practice that conversations in text are held with. */
final class Example {
    static final ZoneId ZONE = office().hours().zone();

    private Example() {}

    static Services services() {
        return TextPractice.example(PracticeType.DENTAL).services();
    }

    static OfficeFacts office() {
        return TextPractice.example(PracticeType.DENTAL).office();
    }
}
