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
                "are you taping this",
                "do you record",
                "does it record me",
                "do you always record these conversations",
                "will the machine record this call"
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
                "can i leave a recorded message",
                "can you send me my shot record",
                "they need my dog's vaccination record",
                "do you have my vaccination record",
                "is there a way to get my immunization record",
                "will you have his shot record there"
            })
    void anythingElseThatIsRecordedIsNotTheCall(String said) {
        assertThat(AboutTheCall.asksIfRecorded(Normaliser.words(said))).isFalse();
    }
}
