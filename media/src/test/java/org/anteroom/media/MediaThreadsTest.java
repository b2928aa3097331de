package org.anteroom.media;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What the two media threads promise. */
class MediaThreadsTest {
    private final MediaCounters counters = new MediaCounters();

    private static long id(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    @Test
    void nothingIsAllocatedPerPacket() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (MediaEngine engine = Engines.engine(counters);
                Wire wire = new Wire();
                RtpPort port = engine.open()) {
            long in = id("rtp-in-0");
            long out = id("rtp-out-0");
            port.player().play(Tones.endless(500, 5000));
            port.tap((pcm, offset, concealed) -> {});
            port.connect(wire.description());
            wire.stream(port.localPort(), Tones.sine(700, 1500, 8000));
            long inBefore = threads.getThreadAllocatedBytes(in);
            long outBefore = threads.getThreadAllocatedBytes(out);
            wire.stream(port.localPort(), Tones.sine(700, 2000, 8000));
            long inPerPacket = (threads.getThreadAllocatedBytes(in) - inBefore) / 100;
            long outPerPacket = (threads.getThreadAllocatedBytes(out) - outBefore) / 100;
            assertThat(inPerPacket).as("bytes per packet on rtp-in").isLessThan(100);
            assertThat(outPerPacket).as("bytes per packet on rtp-out").isLessThan(100);
        }
    }

    @Test
    void aStalledClockSkipsAheadInsteadOfFlooding() throws Exception {
        try (MediaEngine engine = Engines.engine(counters);
                Wire wire = new Wire();
                RtpPort port = engine.open()) {
            AtomicBoolean stall = new AtomicBoolean();
            CountDownLatch stalled = new CountDownLatch(1);
            port.tap((pcm, offset, concealed) -> {
                if (stall.compareAndSet(true, false)) {
                    long end = System.nanoTime() + 400_000_000L;
                    for (long left = 400_000_000L; left > 0; left = end - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    stalled.countDown();
                }
            });
            port.connect(wire.description());
            for (int i = 0; i < 10; i++) {
                wire.next();
            }
            stall.set(true);
            assertThat(stalled.await(5, SECONDS)).isTrue();
            int largestJump = 0;
            Wire.Received before = wire.next();
            // However far behind what is sent this thread reads it.
            for (int i = 0; i < 300 && largestJump <= 10 * 160; i++) {
                Wire.Received packet = wire.next();
                assertThat(packet.sequence()).isEqualTo((before.sequence() + 1) & 0xFFFF);
                largestJump = Math.max(largestJump, packet.timestamp() - before.timestamp());
                before = packet;
            }
            assertThat(largestJump).isGreaterThan(10 * 160);
            assertThat(counters.clockOverruns()).isPositive();
            assertThat(engine.clockHealth().lateMaxMs()).isPositive();
        }
    }

    @Test
    void closingTheEngineEndsItsThreadsAndFreesItsPorts() throws Exception {
        MediaEngine engine = Engines.engine(counters);
        RtpPort port = engine.open();
        engine.close();
        assertThat(port.released()).isDone();
        assertThat(engine.openPorts()).isZero();
        org.assertj.core.api.Assertions.assertThatThrownBy(engine::open).hasMessageContaining("closed");
    }
}
