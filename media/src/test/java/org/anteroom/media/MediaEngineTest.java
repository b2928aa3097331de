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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.anteroom.media.PlaybackListener.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real packets over the loopback. */
class MediaEngineTest {
    private final MediaCounters counters = new MediaCounters();
    private MediaEngine engine;
    private Wire caller;

    @BeforeEach
    void start() throws IOException {
        engine = Engines.engine(counters);
        caller = new Wire();
    }

    @AfterEach
    void stop() throws Exception {
        caller.close();
        engine.close();
    }

    private RtpPort connected(Wire wire) throws IOException {
        RtpPort port = engine.open();
        port.connect(wire.description());
        return port;
    }

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
    void playsASoundAndSaysWhenItBeganAndEnded() throws Exception {
        RtpPort port = connected(caller);
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        BlockingQueue<Long> times = new LinkedBlockingQueue<>();
        port.player().play(Sound.of(Tones.sine(1000, 300, 8000)), (playback, event, nanos) -> {
            events.add(event);
            times.add(nanos);
        });
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STARTED);
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.FINISHED);
        long began = times.take();
        ToneDetector tone = new ToneDetector(1000);
        Wire.Received packet = caller.next();
        while (!tone.present(packet.pcm(), 0, 160, 1000)) {
            packet = caller.next();
        }
        assertThat(Math.abs(packet.nanos() - began) / 1e6).isLessThan(15);
        int loud = 0;
        while (tone.present(packet.pcm(), 0, 160, 1000)) {
            loud++;
            packet = caller.next();
        }
        assertThat(loud).isEqualTo(15);
        assertThat(port.player().playing()).isFalse();
    }

    @Test
    void stopsPlayingWithinOneFrame() throws Exception {
        RtpPort port = connected(caller);
        CompletableFuture<Long> stopped = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        port.player().play(Tones.endless(1000, 8000), (playback, event, nanos) -> {
            if (event == Event.STARTED) {
                started.countDown();
            } else {
                stopped.complete(nanos);
            }
        });
        assertThat(started.await(5, SECONDS)).isTrue();
        for (int i = 0; i < 10; i++) {
            caller.next();
        }
        long before = System.nanoTime();
        port.player().stop();
        long after = System.nanoTime();
        assertThat(port.player().playing()).isFalse();
        long told = stopped.get(5, SECONDS);
        List<Wire.Received> loud = new ArrayList<>();
        for (Wire.Received packet = caller.next(); packet.nanos() < told + 200_000_000L; packet = caller.next()) {
            short[] tail = packet.pcm();
            if (packet.nanos() > after && Pcm.rms(tail, 40, 120) > 10) {
                loud.add(packet);
            }
        }
        // at most the packet of the tick that was under way while stop() was called
        assertThat(loud.size()).isLessThanOrEqualTo(1);
        assertThat(told).isGreaterThan(before);
    }

    @Test
    void bridgesBothDirections() throws Exception {
        try (Wire clinician = new Wire()) {
            RtpPort one = connected(caller);
            RtpPort other = connected(clinician);
            Subscription bridge = one.bridge(other);
            Thread speaking = new Thread(() -> {
                try {
                    caller.stream(one.localPort(), Tones.sine(600, 2500, 8000));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            speaking.start();
            clinician.stream(other.localPort(), Tones.sine(1100, 2500, 8000));
            speaking.join(5000);
            assertThat(loudPackets(clinician, 600)).isGreaterThan(80);
            assertThat(loudPackets(caller, 1100)).isGreaterThan(80);
            bridge.close();
            assertThat(one.peers()).isSameAs(Peers.NONE);
            assertThat(other.peers()).isSameAs(Peers.NONE);
        }
    }

    @Test
    void threeHearEachOtherWhenEachTwoAreBridgedAndTwoGoOnWithoutTheThird() throws Exception {
        try (Wire clinician = new Wire();
                Wire service = new Wire()) {
            RtpPort one = connected(caller);
            RtpPort other = connected(clinician);
            RtpPort third = connected(service);
            one.bridge(other);
            one.bridge(third);
            other.bridge(third);
            speakAtOnce(
                    () -> caller.stream(one.localPort(), Tones.sine(600, 1500, 8000)),
                    () -> clinician.stream(other.localPort(), Tones.sine(1100, 1500, 8000)),
                    () -> service.stream(third.localPort(), Tones.sine(1700, 1500, 8000)));
            assertHears(caller, 600, 1100, 1700);
            assertHears(clinician, 1100, 600, 1700);
            assertHears(service, 1700, 600, 1100);

            third.close();
            third.released().get(5, SECONDS);
            assertThat(one.peers().ports()).containsExactly(other);
            assertThat(other.peers().ports()).containsExactly(one);
            one.bridge(third);
            assertThat(one.peers().ports()).as("with one that was closed").containsExactly(other);
        }
    }

    private interface Speaking {
        void run() throws Exception;
    }

    private static void speakAtOnce(Speaking... all) throws Exception {
        ExecutorService speakers = Executors.newFixedThreadPool(all.length);
        try {
            List<Future<?>> going = new ArrayList<>();
            for (Speaking one : all) {
                going.add(speakers.submit(() -> {
                    one.run();
                    return null;
                }));
            }
            for (Future<?> one : going) {
                one.get(30, SECONDS);
            }
        } finally {
            speakers.shutdownNow();
        }
    }

    /** Both others' tones in the same packets, equally loud, and its own in none; whatever a busy machine makes of the rest. */
    private static void assertHears(Wire wire, double own, double one, double other) {
        ToneDetector itself = new ToneDetector(own);
        ToneDetector first = new ToneDetector(one);
        ToneDetector second = new ToneDetector(other);
        List<Wire.Received> all = new ArrayList<>();
        wire.received.drainTo(all);
        assertThat(all.stream()
                        .filter(packet -> packet.payload().length == Pcm.FRAME)
                        .filter(packet -> first.purity(packet.pcm(), 0, Pcm.FRAME) > 0.3)
                        .filter(packet -> second.purity(packet.pcm(), 0, Pcm.FRAME) > 0.3)
                        .count())
                .isGreaterThan(30);
        assertThat(all.stream().filter(packet -> packet.payload().length == Pcm.FRAME))
                .as("its own voice")
                .noneMatch(packet -> itself.purity(packet.pcm(), 0, Pcm.FRAME) > 0.3);
    }

    private static int loudPackets(Wire wire, double hertz) {
        ToneDetector tone = new ToneDetector(hertz);
        List<Wire.Received> all = new ArrayList<>();
        wire.received.drainTo(all);
        return (int) all.stream()
                .filter(packet -> tone.present(packet.pcm(), 0, packet.payload().length, 1000))
                .count();
    }

    @Test
    void aPromptOverridesTheBridgeForTheSideItIsPlayedTo() throws Exception {
        try (Wire clinician = new Wire()) {
            RtpPort one = connected(caller);
            RtpPort other = connected(clinician);
            one.bridge(other);
            one.player().play(Tones.endless(1500, 8000));
            clinician.stream(other.localPort(), Tones.sine(1100, 600, 8000));
            assertThat(loudPackets(caller, 1500)).isGreaterThan(15);
            assertThat(loudPackets(caller, 1100)).isZero();
        }
    }

    @Test
    void refusesAThirdBridgeAndForgetsTheFirstWhenAPortCloses() throws Exception {
        RtpPort one = engine.open();
        RtpPort other = engine.open();
        RtpPort third = engine.open();
        RtpPort fourth = engine.open();
        Subscription bridge = one.bridge(other);
        assertThatThrownBy(() -> other.bridge(one)).isInstanceOf(IllegalStateException.class);
        one.bridge(third);
        assertThatThrownBy(() -> fourth.bridge(one)).isInstanceOf(IllegalStateException.class);
        other.close();
        other.released().get(5, SECONDS);
        assertThat(one.peers().ports()).containsExactly(third);
        bridge.close();
        fourth.bridge(one).close();
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
    void onHoldNoSoundIsSentButSoundsGoOn() throws Exception {
        RtpPort port = engine.open();
        StreamDescription both = caller.description();
        port.connect(new StreamDescription(
                both.remote(), both.codec(), both.payloadType(), both.telephoneEvent(), 20, false, true));
        CountDownLatch finished = new CountDownLatch(1);
        port.player().play(Sound.of(new short[1600]), (playback, event, nanos) -> {
            if (event == Event.FINISHED) {
                finished.countDown();
            }
        });
        assertThat(finished.await(5, SECONDS)).isTrue();
        assertThat(caller.received).isEmpty();
        port.connect(both);
        assertThat(caller.next().marker()).isTrue();
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
    void aPlaybackOnAClosedPortIsToldThatItWasStopped() throws Exception {
        RtpPort port = connected(caller);
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        port.player().play(Tones.endless(500, 1000), (playback, event, nanos) -> events.add(event));
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STARTED);
        port.close();
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STOPPED);
        port.released().get(5, SECONDS);
        port.player().play(Sound.of(new short[10]), (playback, event, nanos) -> events.add(event));
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STOPPED);
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
