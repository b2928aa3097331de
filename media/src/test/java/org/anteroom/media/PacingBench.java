package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How evenly packets leave, seen by the socket that receives them: |time since the packet before - 20 ms|. */
@Tag("bench")
class PacingBench {
    private static final Logger LOG = LoggerFactory.getLogger(PacingBench.class);
    private static final int PACKETS = 500;

    @Test
    void deviationWithOneAndFiftyStreams() throws Exception {
        for (int streams : new int[] {1, 50}) {
            MediaCounters counters = new MediaCounters();
            try (MediaEngine engine = new MediaEngine(Engines.settings(streams, false), counters)) {
                List<Wire> wires = new ArrayList<>();
                for (int i = 0; i < streams; i++) {
                    Wire wire = new Wire();
                    wires.add(wire);
                    RtpPort port = engine.open();
                    port.player().play(Tones.endless(300 + i, 5000));
                    port.connect(wire.description());
                }
                List<Double> deviations = new ArrayList<>();
                for (Wire wire : wires) {
                    Wire.Received last = wire.next();
                    for (int i = 1; i < PACKETS; i++) {
                        Wire.Received next = wire.next();
                        deviations.add(Math.abs((next.nanos() - last.nanos()) / 1e6 - 20));
                        last = next;
                    }
                    wire.close();
                }
                double[] sorted = deviations.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                LOG.info(
                        "outgoing RTP, {} streams: deviation p50 {} ms, p99 {} ms, max {} ms; clock {}",
                        streams,
                        String.format("%.3f", sorted[sorted.length / 2]),
                        String.format("%.3f", sorted[sorted.length * 99 / 100]),
                        String.format("%.3f", sorted[sorted.length - 1]),
                        engine.clockHealth());
                assertThat(sorted).hasSize(streams * (PACKETS - 1));
                assertThat(Arrays.stream(sorted).max().orElseThrow()).isLessThan(2000);
            }
        }
    }
}
