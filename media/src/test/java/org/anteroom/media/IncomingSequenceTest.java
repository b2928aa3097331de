package org.anteroom.media;

import static org.anteroom.media.IncomingSequence.Verdict.ACCEPTED;
import static org.anteroom.media.IncomingSequence.Verdict.DUPLICATE;
import static org.anteroom.media.IncomingSequence.Verdict.NEW_STREAM;
import static org.anteroom.media.IncomingSequence.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncomingSequenceTest {
    private final IncomingSequence sequence = new IncomingSequence();

    @Test
    void followsTheSequenceThroughItsWrap() {
        assertThat(sequence.accept(1, 65_534)).isEqualTo(NEW_STREAM);
        assertThat(sequence.accept(1, 65_535)).isEqualTo(ACCEPTED);
        assertThat(sequence.accept(1, 0)).isEqualTo(ACCEPTED);
        assertThat(sequence.accept(1, 1)).isEqualTo(ACCEPTED);
        assertThat(sequence.highest()).isEqualTo(65_537);
        assertThat(sequence.expected()).isEqualTo(4);
        assertThat(sequence.lost()).isZero();
    }

    @Test
    void countsLossAndTakesItBackWhenThePacketComesLate() {
        sequence.accept(1, 10);
        sequence.accept(1, 13);
        assertThat(sequence.lost()).isEqualTo(2);
        assertThat(sequence.accept(1, 11)).isEqualTo(ACCEPTED);
        assertThat(sequence.lost()).isEqualTo(1);
    }

    @Test
    void knowsDuplicatesAlsoBehindTheLatest() {
        sequence.accept(1, 10);
        sequence.accept(1, 11);
        sequence.accept(1, 75);
        assertThat(sequence.accept(1, 75)).isEqualTo(DUPLICATE);
        assertThat(sequence.accept(1, 11)).isEqualTo(DUPLICATE);
        assertThat(sequence.accept(1, 12)).isEqualTo(ACCEPTED);
        assertThat(sequence.accept(1, 12)).isEqualTo(DUPLICATE);
        assertThat(sequence.duplicates()).isEqualTo(3);
    }

    @Test
    void believesARestartFromItsSecondPacketOn() {
        sequence.accept(1, 10);
        assertThat(sequence.accept(1, 30_000)).isEqualTo(UNSETTLED);
        assertThat(sequence.accept(1, 11))
                .as("the stray packet disturbed nothing")
                .isEqualTo(ACCEPTED);
        assertThat(sequence.accept(1, 30_001)).as("not consecutive any more").isEqualTo(UNSETTLED);
        assertThat(sequence.accept(1, 30_002)).isEqualTo(NEW_STREAM);
    }

    @Test
    void believesAnotherSourceFromItsSecondPacketOn() {
        sequence.accept(1, 10);
        sequence.accept(1, 12);
        assertThat(sequence.accept(2, 500)).isEqualTo(UNSETTLED);
        assertThat(sequence.accept(2, 501)).isEqualTo(NEW_STREAM);
        assertThat(sequence.accept(2, 502)).isEqualTo(ACCEPTED);
        assertThat(sequence.ssrc()).isEqualTo(2);
        assertThat(sequence.lost()).as("of the first source").isEqualTo(1);
    }

    @Test
    void estimatesJitterAsTheStandardDoes() {
        sequence.accept(1, 1);
        sequence.timing(1000, 0);
        sequence.timing(1160, 160);
        assertThat(sequence.jitterSamples()).isZero();
        sequence.timing(1336, 320);
        assertThat(sequence.jitterSamples()).isEqualTo(1);
    }
}
