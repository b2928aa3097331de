package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void theEmergencyKeyIsAnAlarmInEveryMode() {
        assertThat(new Heard().typed("*", EntryMode.CHOICE, 0))
                .get()
                .extracting(Decision::grade)
                .isEqualTo(Grade.ALARM);
        assertThat(new Heard().typed("614555*", EntryMode.DIGITS, 0))
                .get()
                .extracting(Decision::grade)
                .isEqualTo(Grade.ALARM);
    }

    @Test
    void zeroAsksForAPersonAndIsNoEmergency() {
        Heard call = new Heard();
        assertThat(call.typed("0", EntryMode.CHOICE, 0)).isEmpty();
        assertThat(call.personAsked()).isTrue();
    }

    @Test
    void zeroAloneDuringDigitEntryAsksForAPersonAfterAPause() {
        Heard call = new Heard();
        call.typed("0", EntryMode.DIGITS, 1000);
        call.quiet(2499);
        assertThat(call.personAsked()).isFalse();
        call.quiet(2500);
        assertThat(call.personAsked()).isTrue();
    }

    @Test
    void nineOneOneAloneDuringDigitEntryIsAnAlarmAfterAPause() {
        Heard call = new Heard();
        assertThat(call.typed("911", EntryMode.DIGITS, 1000)).isEmpty();
        assertThat(call.quiet(1600 + 1499)).isEmpty();
        assertThat(call.quiet(1600 + 1500)).isPresent();
    }

    @Test
    void nineOneOneWhereNoNumberIsAskedForIsAnAlarmAtOnce() {
        assertThat(new Heard().typed("911", EntryMode.CHOICE, 0)).isPresent();
    }

    @Test
    void aNewEntryStartsWhenTheDialogueHasTakenTheOldOne() {
        Heard call = new Heard();
        call.typed("6145550100", EntryMode.DIGITS, 0);
        call.step(new Evidence.EntryTaken(5000));
        call.typed("911", EntryMode.DIGITS, 6000);
        assertThat(call.quiet(9000)).isPresent();
    }

    @Property
    void numbersAndDatesThatHoldThemNeverFire(
            @ForAll @NumericChars @StringLength(max = 8) String before,
            @ForAll("ends") String middle,
            @ForAll @NumericChars @StringLength(max = 8) String after,
            @ForAll @IntRange(max = 9000) int pauseMs) {
        String number = before + middle + after;
        if (number.equals(middle)) {
            return;
        }
        Heard call = new Heard();
        long at = 0;
        for (int i = 0; i < number.length(); i++) {
            at += i == before.length() ? pauseMs : 200;
            assertThat(call.typed(number.substring(i, i + 1), EntryMode.DIGITS, at))
                    .isEmpty();
            boolean wholeSoFar = number.substring(0, i + 1).equals("911")
                    || number.substring(0, i + 1).equals("0");
            if (!wholeSoFar) {
                assertThat(call.quiet(at + 5000)).isEmpty();
            }
        }
        assertThat(call.quiet(at + 60_000)).isEmpty();
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("0", "911", "0911", "9110", "00");
    }
}
