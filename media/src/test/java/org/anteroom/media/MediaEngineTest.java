package org.anteroom.media;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What goes out and comes in on a port. */
class MediaEngineTest extends EngineAndCaller {
    @Test
    void sendsAPacketEvery20MsFromTheFirstTickOn() throws Exception {
        RtpPort port = connected(caller);
        Wire.Received first = caller.next();
        Wire.Received last = first;
        long skipped = 0;
        for (int i = 1; i <= 50; i++) {
            Wire.Received next = caller.next();
            assertThat(next.sequence()).isEqualTo((last.sequence() + 1) & 0xFFFF);
            long samples = next.timestamp() - last.timestamp();
            assertThat(samples % 160).isZero();
            skipped += samples / 160 - 1;
            assertThat(next.payload()).hasSize(160);
            last = next;
        }
        assertThat(first.marker()).isTrue();
        assertThat(first.from().getPort()).isEqualTo(port.localPort());
        assertThat((last.nanos() - first.nanos()) / 1e6)
                .as("50 packets, and %d that a busy machine skipped", skipped)
                .isBetween(900.0 + 20 * skipped, 1500.0 + 20 * skipped);
        assertThat(skipped == 0 || counters.clockOverruns() > 0)
                .as("timestamps jump with the clock only")
                .isTrue();
        assertThat(port.stats().firstPacketOutNanos().getAsLong()).isLessThanOrEqualTo(last.nanos());
    }

    @Test
    void tapsHearWhatTheCallerSays() throws Exception {
        RtpPort port = connected(caller);
        ToneDetector tone = new ToneDetector(700);
        CountDownLatch heard = new CountDownLatch(20);
        List<Long> offsets = new ArrayList<>();
        port.tap((pcm, offset, concealed) -> {
            offsets.add(offset);
            if (!concealed && tone.present(pcm, 0, pcm.length, 1000)) {
                heard.countDown();
            }
        });
        caller.stream(port.localPort(), Tones.sine(700, 1000, 8000));
        assertThat(heard.await(5, SECONDS)).isTrue();
        assertThat(port.stats().packetsIn()).isGreaterThanOrEqualTo(20);
        assertThat(port.stats().lost()).isZero();
        for (int i = 1; i < 10; i++) {
            assertThat(offsets.get(i) - offsets.get(i - 1)).isEqualTo(160);
        }
    }

    @Test
    void tellsEachKeyOnceUnderLoss() throws Exception {
        RtpPort port = connected(caller);
        BlockingQueue<Digit> digits = new LinkedBlockingQueue<>();
        port.onDigit(digits::add);
        Random random = new Random(4733);
        String dialled = "159*0#724";
        for (int i = 0; i < dialled.length(); i++) {
            int event = "0123456789*#".indexOf(dialled.charAt(i));
            long kept = random.nextLong() | 1L << random.nextInt(7);
            caller.key(port.localPort(), event, 4, kept);
            caller.timestamp += 800;
        }
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < dialled.length(); i++) {
            Digit digit = digits.poll(5, SECONDS);
            assertThat(digit).as("after " + heard).isNotNull();
            heard.append(digit.key());
        }
        assertThat(heard).hasToString(dialled);
        assertThat(digits.poll(400, java.util.concurrent.TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void sendsKeysThatAnotherPortHearsOnce() throws Exception {
        RtpPort sender = engine.open();
        RtpPort receiver = engine.open();
        BlockingQueue<Digit> digits = new LinkedBlockingQueue<>();
        receiver.onDigit(digits::add);
        sender.connect(StreamDescription.of(at(receiver), Codec.PCMA, OptionalInt.of(96)));
        receiver.connect(StreamDescription.of(at(sender), Codec.PCMA, OptionalInt.of(96)));
        for (char key : "12#".toCharArray()) {
            sender.sendDigit(key, 80);
        }
        assertThat(digits.poll(5, SECONDS).key()).isEqualTo('1');
        assertThat(digits.poll(5, SECONDS).key()).isEqualTo('2');
        assertThat(digits.poll(5, SECONDS))
                .extracting(Digit::key, Digit::durationMs)
                .containsExactly('#', 80);
        assertThat(digits.poll(300, java.util.concurrent.TimeUnit.MILLISECONDS)).isNull();
    }

    private static java.net.InetSocketAddress at(RtpPort port) {
        return new java.net.InetSocketAddress(Wire.LOOPBACK, port.localPort());
    }

    @Test
    void aForeignSourceIsNeverHeardOnceTheStreamIsLocked() throws Exception {
        RtpPort port = connected(caller);
        caller.stream(port.localPort(), Tones.sine(700, 200, 8000));
        long before = counters.foreignSource();
        ToneDetector intruder = new ToneDetector(1700);
        List<Long> intruded = new ArrayList<>();
        port.tap((pcm, offset, concealed) -> {
            if (intruder.present(pcm, 0, pcm.length, 1000)) {
                intruded.add(offset);
            }
        });
        try (Wire stranger = new Wire(java.net.InetAddress.getByName("127.0.0.9"))) {
            stranger.stream(port.localPort(), Tones.sine(1700, 400, 8000));
            assertThat(stranger.received).isEmpty();
        }
        caller.stream(port.localPort(), Tones.sine(700, 100, 8000));
        assertThat(intruded).isEmpty();
        assertThat(counters.foreignSource() - before).isEqualTo(20);
    }

    @Test
    void sendsBackToWhereTheSoundComesFrom() throws Exception {
        RtpPort port = engine.open();
        try (Wire actual = new Wire()) {
            port.connect(caller.description());
            actual.stream(port.localPort(), Tones.sine(700, 300, 8000));
            assertThat(actual.next().from().getPort()).isEqualTo(port.localPort());
        }
    }

    @Test
    void garbageIsCountedAndHarmsNothing() throws Exception {
        RtpPort port = connected(caller);
        Random random = new Random(3550);
        for (int i = 0; i < 2000; i++) {
            byte[] garbage = new byte[random.nextInt(i % 10 == 0 ? 1600 : 60)];
            random.nextBytes(garbage);
            if (garbage.length > 0 && i % 2 == 0) {
                garbage[0] = (byte) (0x80 | garbage[0] & 0x3F);
            }
            caller.raw(port.localPort() + (i & 1), garbage);
        }
        CountDownLatch heard = new CountDownLatch(10);
        ToneDetector tone = new ToneDetector(700);
        port.tap((pcm, offset, concealed) -> {
            if (tone.present(pcm, 0, pcm.length, 1000)) {
                heard.countDown();
            }
        });
        for (int i = 0; i < 5 && heard.getCount() > 0; i++) {
            caller.stream(port.localPort(), Tones.sine(700, 500, 8000));
        }
        assertThat(heard.await(5, SECONDS)).isTrue();
        assertThat(counters.malformed()).isPositive();
        assertThat(counters.streamFailures()).isZero();
    }

    @Test
    void portsAreFreeAgainAfterClose() throws Exception {
        List<RtpPort> ports = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ports.add(engine.open());
        }
        assertThat(ports).allMatch(port -> port.localPort() % 2 == 0);
        assertThatThrownBy(() -> engine.open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("10 of the 10 port pairs")
                .hasMessageContaining("Widen the media port range");
        assertThat(counters.portExhaustions()).isEqualTo(1);
        ports.forEach(RtpPort::close);
        for (RtpPort port : ports) {
            port.released().get(5, SECONDS);
        }
        assertThat(engine.openPorts()).isZero();
        engine.open().close();
    }

    @Test
    void oneBrokenTapOrSoundDisturbsNobody() throws Exception {
        RtpPort port = connected(caller);
        port.tap((pcm, offset, concealed) -> {
            throw new IllegalStateException("broken on purpose");
        });
        port.player().play((into, offset, length) -> {
            throw new IllegalStateException("broken on purpose");
        });
        for (int i = 0; i < 20; i++) {
            caller.next();
        }
        assertThat(counters.streamFailures()).isZero();
    }

    @Test
    void theClockIsHealthyWhenIdle() throws Exception {
        RtpPort port = connected(caller);
        for (int i = 0; i < 20; i++) {
            caller.next();
        }
        ClockHealth health = engine.clockHealth();
        assertThat(health.lastTickAgeMs()).isLessThan(500);
        assertThat(health.lateP99Ms()).isLessThanOrEqualTo(health.lateMaxMs());
        assertThat(port.stats().silenceMs()).isPositive();
    }

    @Test
    void ptimeIsKept() throws Exception {
        for (int ptime : new int[] {10, 30, 40, 60}) {
            try (Wire wire = new Wire()) {
                RtpPort port = engine.open();
                port.connect(
                        new StreamDescription(wire.address(), Codec.PCMA, 8, OptionalInt.empty(), ptime, true, true));
                Wire.Received last = wire.next();
                for (int i = 0; i < 6; i++) {
                    Wire.Received next = wire.next();
                    assertThat(next.payload()).hasSize(ptime * 8);
                    assertThat(next.timestamp() - last.timestamp()).isEqualTo(ptime * 8);
                    last = next;
                }
                port.close();
            }
        }
    }
}
