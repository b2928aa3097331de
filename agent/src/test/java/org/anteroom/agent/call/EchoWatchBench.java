package org.anteroom.agent.call;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how echoes and callers differ, and what telling them apart costs: the table of decision 002. */
@Tag("bench")
final class EchoWatchBench {
    /**
     * One window of one case.
     *
     * @param decibels our loudest syllable's level is 0
     * @param wave likeness of the waveform
     * @param bands likeness of its bands
     * @param caller what the watch says
     */
    private record Seen(double decibels, double wave, double bands, boolean caller) {
        static Seen at(EchoWatch watch, int fromMs, int toMs) {
            long from = fromMs * 4L;
            long to = toMs * 4L;
            return new Seen(
                    10 * Math.log10(watch.share(from, to)),
                    watch.wave(from, to),
                    watch.bands(from, to),
                    watch.caller(fromMs, toMs).orElseThrow());
        }
    }

    @Test
    void measureEchoesAndCallers() throws Exception {
        System.out.println("| case | windows | loudest, dB | wave | bands | taken for a caller |");
        for (EchoCase kind : EchoCase.values()) {
            print("echo " + kind, EchoWatchSignals.echoes(kind, Seen::at));
        }
        print("caller, no echo", EchoWatchSignals.callers(Optional.empty(), Seen::at));
        for (EchoCase kind : List.of(
                EchoCase.LINEAR_10,
                EchoCase.LINEAR_20,
                EchoCase.LINEAR_30,
                EchoCase.ROOM_300_MS,
                EchoCase.ROOM_1000_MS_FAR)) {
            print("caller over " + kind, EchoWatchSignals.callers(Optional.of(kind), Seen::at));
        }
    }

    @Test
    void measureAVerdict() {
        EchoWatch watch = new EchoWatch();
        Random random = new Random(1);
        for (int frame = 0; frame < 400; frame++) {
            watch.frame(noise(random), noise(random));
        }
        for (int lengthMs : new int[] {700, 1_390, 2_000}) {
            for (int warm = 0; warm < 300; warm++) {
                watch.caller(5_000, 5_000 + lengthMs);
            }
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long began = threads.getCurrentThreadCpuTime();
            int rounds = 200;
            for (int round = 0; round < rounds; round++) {
                watch.caller(5_000, 5_000 + lengthMs);
            }
            double ms = (threads.getCurrentThreadCpuTime() - began) / 1e6 / rounds;
            System.out.printf(Locale.ROOT, "verdict over %d ms: %.2f ms of processor time%n", lengthMs, ms);
        }
    }

    private static short[] noise(Random random) {
        short[] frame = new short[160];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (1_000 * random.nextGaussian());
        }
        return frame;
    }

    private static void print(String name, List<Seen> seen) {
        long callers = seen.stream().filter(Seen::caller).count();
        long alike = seen.stream()
                .filter(one -> one.wave() < 0.45 && one.bands() < 0.65)
                .count();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %d (by likeness alone %d) |%n",
                name,
                seen.size(),
                spread(seen, Seen::decibels),
                spread(seen, Seen::wave),
                spread(seen, Seen::bands),
                callers,
                alike);
    }

    /** Lowest, 5 %, middle, 95 %, highest. */
    private static String spread(List<Seen> seen, ToDoubleFunction<Seen> measure) {
        double[] sorted = seen.stream().mapToDouble(measure).sorted().toArray();
        StringBuilder text = new StringBuilder();
        for (double share : new double[] {0, 0.05, 0.5, 0.95, 1}) {
            text.append(String.format(Locale.ROOT, "%.2f ", sorted[(int) (share * (sorted.length - 1))]));
        }
        return text.toString().trim();
    }
}
