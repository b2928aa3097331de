package org.anteroom.media;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two streams of ours with a bad network between them. */
class BadNetworkTest {
    @Test
    void soundAndKeysPassLossDoublingAndJitter() throws Exception {
        MediaCounters counters = new MediaCounters();
        try (MediaEngine engine = Engines.engine(counters);
                RtpPort one = engine.open();
                RtpPort other = engine.open();
                Relay relay = new Relay(at(one), at(other), 0.05, 0.05, 40, 3550)) {
            AtomicInteger loud = new AtomicInteger();
            CountDownLatch frames = new CountDownLatch(200);
            ToneDetector tone = new ToneDetector(700);
            other.tap((pcm, offset, concealed) -> {
                loud.addAndGet(tone.present(pcm, 0, pcm.length, 500) ? 1 : 0);
                frames.countDown();
            });
            BlockingQueue<Digit> digits = new LinkedBlockingQueue<>();
            other.onDigit(digits::add);
            one.player().play(Tones.endless(700, 8000));
            one.connect(StreamDescription.of(relay.nearDoor(), Codec.PCMU, OptionalInt.of(101)));
            other.connect(StreamDescription.of(relay.farDoor(), Codec.PCMU, OptionalInt.of(101)));
            assertThat(frames.await(20, SECONDS)).isTrue();
            assertThat(loud.get()).as("of 200 frames").isGreaterThan(150);

            String dialled = "2468*0#13579";
            for (char key : dialled.toCharArray()) {
                one.sendDigit(key, 80);
            }
            StringBuilder heard = new StringBuilder();
            for (int i = 0; i < dialled.length(); i++) {
                Digit digit = digits.poll(10, SECONDS);
                assertThat(digit).as("after " + heard).isNotNull();
                heard.append(digit.key());
            }
            assertThat(heard).hasToString(dialled);
            assertThat(digits.poll(400, MILLISECONDS)).isNull();
            StreamStats stats = other.stats();
            assertThat(stats.lost()).isPositive();
            assertThat(stats.duplicates()).isPositive();
            assertThat(stats.concealedFrames()).isPositive();
            assertThat(stats.jitterMs()).isPositive();
            assertThat(counters.streamFailures()).isZero();
        }
    }

    private static InetSocketAddress at(RtpPort port) {
        return new InetSocketAddress(Wire.LOOPBACK, port.localPort());
    }
}
