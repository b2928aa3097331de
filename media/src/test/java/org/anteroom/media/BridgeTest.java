package org.anteroom.media;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who hears whom when ports are bridged. */
class BridgeTest extends EngineAndCaller {
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
}
