package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.emergency.Stretch;
import org.junit.jupiter.api.Test;

class EchoVerdictsTest {
    private final EchoVerdicts verdicts = new EchoVerdicts();

    @Test
    void whatWasTheCallersStaysSoWhenTheRecogniserMovesItsEdges() {
        verdicts.add(new Stretch(1_000, 1_600), true);
        assertThat(verdicts.of(new Stretch(970, 1_690))).contains(true);
        assertThat(verdicts.of(new Stretch(1_000, 2_400))).isEmpty();
    }

    @Test
    void whatWasOurEchoIsLookedAtAgainWhenItMoves() {
        verdicts.add(new Stretch(1_000, 1_600), false);
        assertThat(verdicts.of(new Stretch(1_000, 1_600))).contains(false);
        assertThat(verdicts.of(new Stretch(1_000, 1_630))).isEmpty();
    }

    @Test
    void keepsABoundedMemory() {
        for (int at = 0; at < 100_000; at += 1_000) {
            verdicts.add(new Stretch(at, at + 500), true);
        }
        assertThat(verdicts.of(new Stretch(0, 500))).isEmpty();
        assertThat(verdicts.of(new Stretch(99_000, 99_500))).contains(true);
    }
}
