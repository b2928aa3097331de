package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WireFiguresTest {

    private static PacketSeen packet(double ms, boolean incoming, int sequence, double rms) {
        return new PacketSeen((long) (ms * 1e6), incoming, 0, sequence, 160L * sequence, rms);
    }

    @Test
    void measuresHowFarPacketsInARowAreFromTwentyMs() {
        List<PacketSeen> packets = List.of(
                packet(0, true, 1, 0),
                packet(5, false, 9, 0),
                packet(20.5, true, 2, 0),
                packet(80, true, 5, 0),
                packet(97, true, 6, 0));

        assertThat(WireFigures.pacing(packets))
                .hasSize(2)
                .satisfiesExactly(first -> assertThat(first).isBetween(0.49, 0.51), second -> assertThat(second)
                        .isBetween(2.9, 3.1));
    }

    @Test
    void findsTheFirstSoundThatCameAfterAMoment() {
        List<PacketSeen> packets = List.of(
                packet(1, true, 1, 5_000), packet(2, false, 1, 5_000), packet(3, true, 2, 10), packet(4, true, 3, 900));

        assertThat(WireFigures.firstLoud(packets, 1_500_000)).hasValue(4_000_000);
        assertThat(WireFigures.firstLoud(packets, 9_000_000)).isEmpty();
    }

    @Test
    void measuresAnAnswerFromTheLastSoundOfTheQuestion() {
        List<PacketSeen> packets =
                List.of(packet(100, false, 1, 5_000), packet(120, false, 2, 5_000), packet(620, true, 1, 5_000));

        assertThat(WireFigures.answer(packets, new Spoken(100_000_000, 120_000_000)))
                .hasValue(500);
    }

    @Test
    void takesNothingForAnAnswerThatBeganBeforeTheQuestionWasOver() {
        List<PacketSeen> packets = List.of(
                packet(100, false, 1, 5_000),
                packet(110, true, 1, 5_000),
                packet(120, false, 2, 5_000),
                packet(130, true, 2, 5_000));

        assertThat(WireFigures.answer(packets, new Spoken(100_000_000, 120_000_000)))
                .isEmpty();
    }
}
