package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class JitterBufferTest {
    private static final int START = 0xFFFF_FF00;

    /** Sends sound in 20 ms packets; a delay below 0 loses the packet. */
    private static void send(Network network, short[] pcm, IntToDoubleFunction delayOfPacket) {
        for (int i = 0; (i + 1) * Pcm.FRAME <= pcm.length; i++) {
            double delay = delayOfPacket.applyAsDouble(i);
            if (delay >= 0) {
                network.packet(i * 20, delay, START + i * Pcm.FRAME, pcm, i * Pcm.FRAME, Pcm.FRAME);
            }
        }
    }

    private static long concealed(List<Network.Pulled> frames, double fromMs, double toMs) {
        return frames.stream()
                .filter(frame -> frame.atMs() >= fromMs && frame.atMs() < toMs && frame.concealed())
                .count();
    }

    @Test
    void aCleanStreamComesOutAsItWentIn() {
        Network network = new Network(40, 200);
        short[] sent = Tones.sine(440, 2000, 8000);
        send(network, sent, i -> 5);
        List<Network.Pulled> frames = network.run(1900);
        assertThat(concealed(frames, 100, 1900)).isZero();
        short[] out = Network.joined(frames);
        int shift = 0;
        while (out[shift] == 0) {
            shift++;
        }
        for (int i = 400; i < 12_000; i++) {
            short expected = G711.decode(Codec.PCMU, G711.encode(Codec.PCMU, sent[i]));
            assertThat(out[i + shift - 1])
                    .as("sample " + i)
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset((short) 0));
        }
        assertThat(network.buffer.delay()).isBetween(40L * 8, 60L * 8);
    }

    @Test
    void aLostPacketIsFilledWithTheVoiceBeforeIt() {
        Network network = new Network(40, 200);
        send(network, Tones.sine(200, 2000, 8000), i -> i == 50 ? -1 : 5);
        List<Network.Pulled> frames = network.run(1900);
        assertThat(concealed(frames, 100, 1900)).isBetween(1L, 2L);
        assertThat(frames.stream().filter(frame -> frame.atMs() > 100))
                .allSatisfy(frame -> assertThat(Pcm.rms(frame.pcm(), 0, 160)).isGreaterThan(3000));
        assertThat(network.buffer.concealedFrames()).isBetween(1L, 4L);
    }

    @Test
    void aLongGapFadesToSilenceAfterAtLeast60Ms() {
        Network network = new Network(40, 200);
        send(network, Tones.sine(200, 2000, 8000), i -> i >= 50 && i < 80 ? -1 : 5);
        List<Network.Pulled> frames = network.run(1900);
        List<Network.Pulled> gap = frames.stream()
                .filter(Network.Pulled::concealed)
                .filter(frame -> frame.atMs() > 500)
                .toList();
        assertThat(Pcm.rms(gap.get(1).pcm(), 0, 160)).isGreaterThan(500);
        assertThat(Pcm.rms(gap.get(5).pcm(), 0, 160)).isZero();
        assertThat(gap).hasSizeBetween(28, 34);
    }

    @Test
    void lateDuplicateAndReorderedPacketsAreSortedOut() {
        Network network = new Network(60, 200);
        short[] sent = Network.talk(5000);
        send(network, sent, i -> i % 7 == 3 ? 45 : 5);
        send(network, sent, i -> 9);
        List<Network.Pulled> frames = network.run(4900);
        assertThat(concealed(frames, 200, 4900)).isZero();
    }

    @Test
    void theDelayGrowsWithJitterAndShrinksWhenItHasPassed() {
        Network network = new Network(40, 200);
        Random random = new Random(7);
        send(network, Network.talk(40_000), i -> i < 1000 ? random.nextDouble() * 100 : 2);
        List<Network.Pulled> frames = network.run(20_000);
        long grown = network.buffer.delay();
        assertThat(grown).isBetween(80L * 8, 170L * 8);
        assertThat(concealed(frames, 5000, 20_000)).as("of 750 frames").isLessThan(25);
    }

    @Test
    void afterJitterTheDelayComesDownAgain() {
        Network network = new Network(40, 200);
        Random random = new Random(7);
        send(network, Network.talk(40_000), i -> i < 500 ? random.nextDouble() * 100 : 2);
        List<Network.Pulled> frames = network.run(39_900);
        assertThat(network.buffer.delay()).isLessThan(80L * 8);
        assertThat(concealed(frames, 12_000, 39_000)).isZero();
    }

    @Test
    void soundHeldUpInTheNetworkIsPlayedNotThrownAway() {
        Network network = new Network(40, 200);
        short[] sent = Tones.sine(300, 4000, 8000);
        // packets 100 to 106 all arrive together with packet 107
        send(network, sent, i -> i >= 100 && i < 107 ? 5 + (107 - i) * 20 : 5);
        List<Network.Pulled> frames = network.run(3900);
        assertThat(network.buffer.late()).isZero();
        assertThat(concealed(frames, 100, 3900)).isBetween(3L, 8L);
    }

    @Test
    void clockSkewOfThePhoneIsFollowedForTenMinutes() {
        for (double ratio : new double[] {1.0003, 0.9997}) {
            Network network = new Network(40, 200);
            network.clockRatio = ratio;
            send(network, Network.talk(600_000), i -> 3);
            List<Network.Pulled> frames = network.run(590_000);
            assertThat(network.buffer.delay()).as("ratio " + ratio).isBetween(15L * 8, 100L * 8);
            assertThat(concealed(frames, 1000, 590_000)).as("ratio " + ratio).isLessThan(40);
            assertThat(network.buffer.late()).as("ratio " + ratio).isLessThan(10);
        }
    }

    @Test
    void skewIsFollowedInSoundWithoutPauses() {
        Network network = new Network(40, 200);
        network.clockRatio = 0.999;
        send(network, Tones.sine(310, 300_000, 8000), i -> 3);
        List<Network.Pulled> frames = network.run(299_000);
        assertThat(network.buffer.delay()).isLessThan(130L * 8);
        assertThat(concealed(frames, 1000, 299_000)).isZero();
    }

    @Test
    void anotherStreamOrTimestampIsFollowedWithinAFewFrames() {
        Network network = new Network(40, 200);
        short[] tone = Tones.sine(300, 6000, 8000);
        for (int i = 0; i < 300; i++) {
            int jump = i < 100 ? 0 : i < 200 ? 1_000_000_000 : 123_456;
            network.packet(i * 20, 5, i * 160 + jump, i == 200, Tones.encoded(Codec.PCMU, tone, i * 160, 160));
        }
        List<Network.Pulled> frames = network.run(5900);
        assertThat(concealed(frames, 100, 5900)).isLessThan(16);
        assertThat(concealed(frames, 2200, 3900)).isZero();
        assertThat(concealed(frames, 4200, 5900)).isZero();
    }

    @Test
    void aSenderWhoseTimestampsStandStillInSilenceIsHeardAgainSoon() {
        Network network = new Network(40, 200);
        short[] tone = Tones.sine(300, 4000, 8000);
        for (int i = 0; i < 200; i++) {
            network.packet(i * 20 + (i < 100 ? 0 : 400), 5, i * 160, tone, i * 160, 160);
        }
        List<Network.Pulled> frames = network.run(4300);
        assertThat(concealed(frames, 2700, 4300)).isZero();
    }

    @Test
    void theStartOfATalkspurtAfterSilenceIsNotClipped() {
        Network network = new Network(40, 200);
        short[] talk = Tones.sine(300, 400, 8000);
        for (int spurt = 0; spurt < 4; spurt++) {
            int base = spurt * 2000;
            for (int i = 0; i < 20; i++) {
                network.packet(base + i * 20, 5, (base + i * 20) * 8, talk, i * 160, 160);
            }
            network.quiet(base + 400, 5, (base + 400) * 8);
        }
        List<Network.Pulled> frames = network.run(8000);
        for (int spurt = 1; spurt < 4; spurt++) {
            double from = spurt * 2000;
            long loud = frames.stream()
                    .filter(frame -> frame.atMs() >= from && frame.atMs() < from + 1000)
                    .filter(frame -> Pcm.rms(frame.pcm(), 0, 160) > 4000)
                    .count();
            assertThat(loud).as("spurt " + spurt).isBetween(19L, 21L);
        }
    }

    @Test
    void comfortNoiseIsNotFilledWithVoice() {
        Network network = new Network(40, 200);
        send(network, Tones.sine(300, 400, 8000), i -> 5);
        network.quiet(400, 5, START + 20 * 160);
        List<Network.Pulled> frames = network.run(1000);
        long loud = frames.stream()
                .filter(frame -> Pcm.rms(frame.pcm(), 0, 160) > 100)
                .count();
        assertThat(loud).isBetween(19L, 21L);
    }

    @Test
    void packetsOfAnyLengthAreCutToFrames() {
        for (int samples : new int[] {80, 160, 240, 320, 480, 77}) {
            Network network = new Network(40, 200);
            short[] sent = Tones.sine(440, 3000, 8000);
            for (int at = 0; at + samples <= sent.length; at += samples) {
                network.packet(at / 8.0, 5, at, sent, at, samples);
            }
            List<Network.Pulled> frames = network.run(2800);
            assertThat(concealed(frames, 200, 2800)).as(samples + " samples").isZero();
        }
    }
}
