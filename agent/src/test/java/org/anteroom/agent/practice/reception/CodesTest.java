package org.anteroom.agent.practice.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final byte[] WAY = {1};
    private static final byte[] OTHER = {2};
    private static final String NUMBER = "2125550173";

    private final Codes codes = new Codes();

    @Test
    void makesSixDigitsThatNobodyKnowsAhead() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            made.add(codes.make(new byte[] {(byte) i}, "patient " + i, number(i), NOW)
                    .orElseThrow());
        }

        assertThat(made).hasSizeGreaterThan(45).allMatch(code -> code.matches("[0-9]{6}"));
    }

    @Test
    void isRightOnce() {
        String code = codes.make(WAY, "ann", NUMBER, NOW).orElseThrow();

        assertThat(codes.redeem(WAY, code, NOW)).isTrue();
        assertThat(codes.redeem(WAY, code, NOW)).isFalse();
    }

    @Test
    void isRightForItsOwnWayAndAfterAWrongGuess() {
        String code = codes.make(WAY, "ann", NUMBER, NOW).orElseThrow();

        assertThat(codes.redeem(OTHER, code, NOW)).isFalse();
        assertThat(codes.redeem(WAY, code.equals("000000") ? "000001" : "000000", NOW))
                .isFalse();
        assertThat(codes.redeem(WAY, code, NOW)).isTrue();
    }

    @Test
    void isOverAfterTenMinutes() {
        String code = codes.make(WAY, "ann", NUMBER, NOW).orElseThrow();
        Instant over = NOW.plus(Codes.LIFE);

        assertThat(codes.redeem(WAY, code, over)).isFalse();
        assertThat(codes.redeem(WAY, code, over.minusMillis(1))).isTrue();
    }

    @Test
    void countsOnlyTheLastOne() {
        Codes known = new Codes(new Object() {
            private int next = 100_000;

            String code() {
                return String.valueOf(next++);
            }
        }::code);
        String first = known.make(WAY, "ann", NUMBER, NOW).orElseThrow();
        String second = known.make(WAY, "ann", NUMBER, NOW).orElseThrow();

        assertThat(known.redeem(WAY, first, NOW)).isFalse();
        assertThat(known.redeem(WAY, second, NOW)).isTrue();
    }

    @Test
    void makesThreeAnHourForOnePatientFromWhateverNumber() {
        for (int i = 0; i < Codes.MOST_OF_ONE; i++) {
            assertThat(codes.make(new byte[] {(byte) i}, "ann", number(i), NOW)).isPresent();
        }

        assertThat(codes.make(OTHER, "ann", NUMBER, NOW.plus(Codes.COUNTED).minusMillis(1)))
                .isEmpty();
        assertThat(codes.make(OTHER, "bob", NUMBER, NOW)).isPresent();
        assertThat(codes.make(OTHER, "ann", NUMBER, NOW.plus(Codes.COUNTED))).isPresent();
    }

    @Test
    void makesThreeAnHourForOneNumberForWhateverPatientAndHoweverItIsWritten() {
        assertThat(codes.make(WAY, "ann", NUMBER, NOW)).isPresent();
        assertThat(codes.make(WAY, "bob", "1" + NUMBER, NOW)).isPresent();
        assertThat(codes.make(WAY, "claire", "+1 (212) 555-0173", NOW)).isPresent();

        assertThat(codes.make(OTHER, "tom", NUMBER, NOW.plus(Codes.COUNTED).minusMillis(1)))
                .isEmpty();
        assertThat(codes.make(OTHER, "tom", number(1), NOW)).isPresent();
        assertThat(codes.make(OTHER, "eve", NUMBER, NOW.plus(Codes.COUNTED))).isPresent();
    }

    @Test
    void countsAShortNumberAsWell() {
        for (int i = 0; i < Codes.MOST_OF_ONE; i++) {
            assertThat(codes.make(WAY, "patient " + i, "310", NOW)).isPresent();
        }

        assertThat(codes.make(OTHER, "one more", "310", NOW)).isEmpty();
    }

    @Test
    void makesSoManyAnHourAltogether() {
        for (int i = 0; i < Codes.MOST_OF_ALL; i++) {
            assertThat(codes.make(new byte[] {(byte) i}, "patient " + i, number(i), NOW))
                    .isPresent();
        }

        assertThat(codes.make(OTHER, "one more", NUMBER, NOW.plus(Duration.ofMinutes(59))))
                .isEmpty();
    }

    /** Another for each. */
    private static String number(int i) {
        return String.valueOf(6_145_550_100L + i);
    }
}
