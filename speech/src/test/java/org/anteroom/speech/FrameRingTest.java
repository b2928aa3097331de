package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameRingTest {

    @Test
    void tellsOfLostFramesWithTheNextOneThatFits() {
        FrameRing ring = new FrameRing(2);
        assertThat(ring.offer(frame(1), 0)).isTrue();
        assertThat(ring.offer(frame(2), 0)).isTrue();
        assertThat(ring.offer(frame(3), 0)).isFalse();
        assertThat(ring.offer(frame(4), 0)).isFalse();

        ring.remove();
        assertThat(ring.offer(frame(5), 0)).isTrue();

        assertThat(ring.frame()[0]).isEqualTo((short) 2);
        assertThat(ring.lostBefore()).isZero();
        ring.remove();
        assertThat(ring.frame()[0]).isEqualTo((short) 5);
        assertThat(ring.lostBefore()).isEqualTo(2);
    }

    @Test
    void handsFramesOverInOrderFromOneThreadToAnother() throws Exception {
        FrameRing ring = new FrameRing(16);
        int count = 20_000;
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> {
            long wrong = 0;
            for (int i = 0; i < count; ) {
                if (ring.size() == 0) {
                    Thread.onSpinWait();
                    continue;
                }
                short[] frame = ring.frame();
                wrong += frame[0] == (short) i && frame[159] == (short) i ? 0 : 1;
                ring.remove();
                i++;
            }
            return wrong;
        });

        for (int i = 0; i < count; ) {
            if (ring.size() < 16 && ring.offer(frame(i), 0)) {
                i++;
            } else {
                Thread.onSpinWait();
            }
        }

        assertThat(reader.get(30, TimeUnit.SECONDS)).isZero();
    }

    private static short[] frame(int value) {
        short[] frame = new short[Frames.SAMPLES_8K];
        Arrays.fill(frame, (short) value);
        return frame;
    }
}
