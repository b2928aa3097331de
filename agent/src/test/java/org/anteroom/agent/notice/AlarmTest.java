package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.anteroom.agent.notice.Alarm.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmTest {
    private static final Instant AT = Instant.parse("2026-03-02T14:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {"2125550173", "+1 212 555 0173", "(212) 555-0173", "212.555.0173", "5550173", "+442079460123"})
    void letsNoPhoneNumberOut(String number) {
        assertThat(outward("line 7: unexpected '" + number + "', expected a quote"))
                .isEqualTo("line 7: unexpected '(number)', expected a quote");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since 2026-03-02T14:00:00Z.",
                "The PBX 192.168.100.200:5060 does not answer.",
                "/var/lib/anteroom/data-20260302.db can't be read (mode rw-r--r--)",
                "did not answer within 15000 ms"
            })
    void keepsDatesAddressesAndPaths(String sentence) {
        assertThat(outward(sentence)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first\nsecond\r\nX-Header: third"})
    void isOneLineThatEnds(String sentence) {
        assertThat(outward(sentence)).doesNotContain("\n").doesNotContain("\r");
        assertThat(outward("very long ".repeat(1_000))).hasSizeLessThan(700);
    }

    private static String outward(String sentence) {
        return new Alarm(1, Kind.EMERGENCY_ONLY, sentence, "", AT, AT, 1).outward();
    }
}
