package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the network does: one frame per tick, nothing thrown, never backwards in time. */
class JitterBufferPropertiesTest {
    record Fate(boolean lost, double delayMs, boolean twice) {}

    @Provide
    Arbitrary<List<Fate>> network() {
        Arbitrary<Boolean> lost =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true));
        Arbitrary<Double> delay = Arbitraries.doubles().between(0, 180);
        Arbitrary<Boolean> twice = Arbitraries.of(false, false, false, true);
        return Combinators.combine(lost, delay, twice).as(Fate::new).list().ofSize(120);
    }

    @Property(tries = 200)
    void soundNeverGoesBackwards(
            @ForAll("network") List<Fate> fates,
            @ForAll @IntRange(min = -2000, max = 2000) int skewPpm,
            @ForAll int firstTimestamp,
            @ForAll @IntRange(min = 0, max = 60) int leastMs) {
        Network network = new Network(leastMs, 200);
        network.clockRatio = 1 + skewPpm / 1e6;
        for (int i = 0; i < fates.size(); i++) {
            Fate fate = fates.get(i);
            // each packet is a level of its own, higher than the one before
            byte[] level = new byte[160];
            java.util.Arrays.fill(level, (byte) (0xFE - i));
            for (int copy = 0; copy < (fate.lost() ? 0 : fate.twice() ? 2 : 1); copy++) {
                network.packet(i * 20, fate.delayMs() + copy * 13, firstTimestamp + i * 160, false, level);
            }
        }
        List<Network.Pulled> frames = network.run(3200);
        assertThat(frames).hasSize(160);
        short highest = 0;
        for (Network.Pulled frame : frames) {
            if (!frame.concealed()) {
                assertThat(frame.pcm()[159]).isGreaterThanOrEqualTo(highest);
                highest = frame.pcm()[159];
            }
        }
    }

    @Property(tries = 200)
    void anyPacketsAtAllGiveFrames(@ForAll List<@IntRange(min = 0, max = 2000) Integer> arrivals, @ForAll long seed) {
        java.util.Random random = new java.util.Random(seed);
        Network network = new Network(20, 100);
        for (int arrival : arrivals) {
            network.packet(arrival, 0, random.nextInt(), random.nextBoolean(), new byte[random.nextInt(961)]);
            network.quiet(arrival, 0, random.nextInt());
        }
        assertThat(network.run(3000)).hasSize(150);
    }
}
