package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.sip.EndCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    private static final String PHONE = "the doctor's phone";

    @ParameterizedTest
    @EnumSource
    void saysWhyACallIsOverWithoutTheNameOfAConstant(EndCause cause) {
        assertThat(PlainWords.ending(cause.toString(), "the caller")).doesNotContain(cause.toString());
        assertThat(PlainWords.step("ended " + cause, PHONE)).contains(PHONE).doesNotContain(cause.toString());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONNECTING", "ALL_FAILED"},
            mode = EnumSource.Mode.EXCLUDE)
    void saysWhatAPhoneIsTold(EmergencySentence sentence) {
        String step = "told " + sentence.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(PlainWords.step(step, PHONE)).startsWith("tells " + PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invite",
                "ringing",
                "ringing 183",
                "answered",
                "bridged",
                "parted",
                "cancelled",
                "asked the PBX to take over",
                "handed to the PBX",
                "dropped",
                "released",
                "key 1",
                "refused 486"
            })
    void saysEveryOtherStepAsASentence(String step) {
        assertThat(PlainWords.step(step, PHONE)).contains(PHONE).isNotEqualTo(PHONE + ": " + step);
    }

    @Test
    void tellsWhatItDoesNotKnowAsItIs() {
        assertThat(PlainWords.step("flew away", PHONE)).isEqualTo("the doctor's phone: flew away");
        assertThat(PlainWords.ending("no sound from the caller", "the caller")).isEqualTo("no sound from the caller");
    }
}
