package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A call over RTP whose far end sends back what it hears: the stream itself must run the canceller, with the right frames. */
class StreamEchoTest {
    private static final int SECONDS = 5;

    /** What the canceller needs to learn the line, and what a machine under load may cost it. */
    private static final int LEARNING_FRAMES = 100;

    @Test
    void whatWeSayIsTakenOutOfWhatComesBack() throws Exception {
        MediaSettings settings = Engines.settings(2, true);
        Energy came = new Energy();
        Energy left = new Energy();
        try (MediaEngine media = new MediaEngine(settings, new MediaCounters());
                RtpPort near = media.open();
                RtpPort far = media.open()) {
            Echo echo = new Echo();
            far.tap((pcm, at, concealed) -> echo.hear(pcm));
            near.record((in, out, at) -> came.add(in));
            near.tap((pcm, at, concealed) -> left.add(pcm));
            near.connect(to(far));
            far.connect(to(near));
            far.player().play(echo);
            CountDownLatch finished = new CountDownLatch(1);
            near.player().play(Sound.of(Network.talk(SECONDS * 1_000)), (playback, event, nanos) -> {
                if (event == PlaybackListener.Event.FINISHED) {
                    finished.countDown();
                }
            });
            assertThat(finished.await(SECONDS + 20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(came.sum).as("energy that came back").isPositive();
        assertThat(left.sum).as("energy that was left").isLessThan(came.sum / 4);
    }

    private static StreamDescription to(RtpPort port) {
        return new StreamDescription(
                new InetSocketAddress(Wire.LOOPBACK, port.localPort()),
                Codec.PCMU,
                0,
                OptionalInt.empty(),
                20,
                true,
                true);
    }

    /** Media clock only until the engine is closed. */
    private static final class Energy {
        private volatile double sum;
        private int frames;

        void add(short[] pcm) {
            if (frames++ >= LEARNING_FRAMES) {
                double more = 0;
                for (short sample : pcm) {
                    more += (double) sample * sample;
                }
                sum += more;
            }
        }
    }

    /** The sound heard last, 12 dB weaker. Media clock only. */
    private static final class Echo implements Sound {
        private short[] heard = new short[Pcm.FRAME];

        void hear(short[] pcm) {
            heard = Arrays.copyOf(pcm, pcm.length);
        }

        @Override
        public int read(short[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (short) (heard[i % heard.length] / 4);
            }
            return length;
        }
    }
}
