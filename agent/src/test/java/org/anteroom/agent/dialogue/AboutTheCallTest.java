package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AboutTheCallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "are you recording this",
                "is this call being recorded",
                "am i being recorded",
                "do you guys record your phone calls",
                "are these calls recorded",
                "does this get recorded",
                "so you're recording me",
                "are you taping this"
            })
    void whoAsksIfTheCallIsRecordedIsTold(String said) {
        assertThat(AboutTheCall.asksIfRecorded(Normaliser.words(said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is this a recording",
                "did you record my payment",
                "do you have my records",
                "can you send the records over",
                "stop recording this",
                "can i leave a recorded message"
            })
    void anythingElseThatIsRecordedIsNotTheCall(String said) {
        assertThat(AboutTheCall.asksIfRecorded(Normaliser.words(said))).isFalse();
    }
}
