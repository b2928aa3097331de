package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.rehearsal.Spoken;
import org.junit.jupiter.api.Test;

class MouthTest {

    private final short[] frame = new short[160];

    @Test
    void aQuietRoomIsSilentBetweenWords() {
        Mouth mouth = new Mouth(new short[0]);
        frame[3] = 9;

        assertThat(mouth.read(frame, 0, 160)).isEqualTo(160);
        assertThat(frame).containsOnly((short) 0);
    }

    @Test
    void wordsStandInTheNoiseOfTheRoomAndAreNeverLouderThanASampleHolds() {
        Mouth mouth = new Mouth(new short[] {5, 6, 7});
        CompletableFuture<Spoken> said = mouth.say(new short[] {100, Short.MAX_VALUE});

        mouth.read(frame, 0, 4);

        assertThat(frame).startsWith((short) 105, Short.MAX_VALUE, (short) 7, (short) 5);
        assertThat(said).isCompleted();
    }

    @Test
    void whatIsSaidLastsAsLongAsItsSamples() throws Exception {
        Mouth mouth = new Mouth(new short[0]);
        CompletableFuture<Spoken> first = mouth.say(new short[320]);
        CompletableFuture<Spoken> second = mouth.say(new short[160]);

        mouth.read(frame, 0, 160);
        assertThat(first).isNotDone();
        mouth.read(frame, 0, 160);
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        mouth.read(frame, 0, 160);

        assertThat(second.get().startedNanos()).isGreaterThan(first.get().startedNanos());
        assertThat(first.get().endedNanos()).isGreaterThan(first.get().startedNanos());
    }
}
