package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the echo cancellers on spoken prompts (flite) that come back through a mu-law line: decision 001. Needs Debian's flite and sox.
 */
@Tag("bench")
class EchoBench {
    private static final Logger LOG = LoggerFactory.getLogger(EchoBench.class);
    private static final int[] DELAYS_MS = {40, 120, 200};
    private static final int[] LEVELS_DB = {-10, -20, -30};

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private short[] speak(String voice, String text) throws Exception {
        Path wide = folder.resolve("wide.wav");
        Path narrow = folder.resolve("narrow.wav");
        run("flite", "-voice", voice, "-t", text, "-o", wide.toString());
        run("sox", wide.toString(), "-r", "8000", "-b", "16", "-c", "1", narrow.toString(), "norm", "-6");
        return Wav.read(narrow);
    }

    private static void run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed: apt-get install flite sox");
            return;
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    }

    /** What comes back: delayed, attenuated, smeared over a few ms by the line's hybrid, coded again, on a noise floor. */
    private static short[] echo(short[] far, int delayMs, int levelDb, long seed) {
        Random random = new Random(seed);
        double gain = Math.pow(10, levelDb / 20.0);
        double[] hybrid = new double[48];
        double energy = 0;
        for (int i = 0; i < hybrid.length; i++) {
            hybrid[i] = random.nextGaussian() * Math.exp(-i / 10.0);
            energy += hybrid[i] * hybrid[i];
        }
        short[] near = new short[far.length];
        for (int i = 0; i < near.length; i++) {
            double sum = 8 * random.nextGaussian();
            for (int tap = 0; tap < hybrid.length; tap++) {
                int from = i - delayMs * 8 - tap;
                sum += from < 0 ? 0 : gain / Math.sqrt(energy) * hybrid[tap] * far[from];
            }
            near[i] = Pcm.clip(sum);
        }
        return near;
    }

    private static short[] line(short[] pcm) {
        short[] coded = new short[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            coded[i] = G711.decode(Codec.PCMU, G711.encode(Codec.PCMU, pcm[i]));
        }
        return coded;
    }

    private static short[] cancel(EchoCanceller canceller, short[] near, short[] far) {
        short[] out = new short[near.length];
        short[] nearFrame = new short[160];
        short[] farFrame = new short[160];
        short[] outFrame = new short[160];
        for (int at = 0; at + 160 <= near.length; at += 160) {
            System.arraycopy(near, at, nearFrame, 0, 160);
            System.arraycopy(far, at, farFrame, 0, 160);
            canceller.cancel(nearFrame, farFrame, outFrame);
            System.arraycopy(outFrame, 0, out, at, 160);
        }
        return out;
    }

    private static double db(short[] pcm, int from, int to) {
        return 20 * Math.log10(Math.max(0.5, Pcm.rms(pcm, from, to - from)) / 32768);
    }

    /**
     * How much of a voice's movement is left in a mixture: the envelopes of 14 bands from 250 to 3500 Hz, correlated with those of the clean
     * voice over 400 ms at a time, 0-1 (the idea of STOI). Blind to level and to small delays.
     */
    private static double intelligibility(short[] clean, short[] out, int from, int to) {
        double best = 0;
        for (int shift = 0; shift <= 160; shift += 40) {
            double sum = 0;
            int segments = 0;
            for (int band = 0; band < 14; band++) {
                double[] a = envelope(clean, from, to, 250 + 250 * band);
                double[] b = envelope(out, from + shift, to + shift, 250 + 250 * band);
                for (int at = 0; at + 25 <= a.length; at += 25, segments++) {
                    sum += Math.max(0, correlation(a, b, at, at + 25));
                }
            }
            best = Math.max(best, sum / segments);
        }
        return best;
    }

    private static double[] envelope(short[] pcm, int from, int to, double hertz) {
        int frames = (to - from) / 128 - 1;
        double[] envelope = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < 256; i++) {
                int at = from + frame * 128 + i;
                double sample = at < pcm.length ? pcm[at] * Math.sin(Math.PI * i / 256) : 0;
                re += sample * Math.cos(2 * Math.PI * hertz * i / 8000);
                im += sample * Math.sin(2 * Math.PI * hertz * i / 8000);
            }
            envelope[frame] = Math.sqrt(re * re + im * im);
        }
        return envelope;
    }

    private static double correlation(double[] a, double[] b, int from, int to) {
        double meanA = Arrays.stream(a, from, to).average().orElse(0);
        double meanB = Arrays.stream(b, from, to).average().orElse(0);
        double product = 0;
        double energyA = 1e-9;
        double energyB = 1e-9;
        for (int i = from; i < to; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            energyA += (a[i] - meanA) * (a[i] - meanA);
            energyB += (b[i] - meanB) * (b[i] - meanB);
        }
        return product / Math.sqrt(energyA * energyB);
    }

    private static short[] plus(short[] a, short[] b, int at) {
        short[] sum = a.clone();
        for (int i = 0; i < b.length && at + i < sum.length; i++) {
            sum[at + i] = Pcm.clip(sum[at + i] + b[i]);
        }
        return sum;
    }

    @Test
    void compare() throws Exception {
        short[] prompt = speak(
                "slt",
                "If a life is in danger, hang up and dial the emergency number. You have reached the practice. I am the automated"
                        + " assistant, and this call may be recorded. Please tell me in a few words how I can help you today.");
        short[] caller = speak("rms", "Excuse me, this is an emergency, I need somebody right now please.");
        for (int i = 0; i < caller.length; i++) {
            caller[i] = (short) (caller[i] / 2);
        }
        Map<String, Supplier<EchoCanceller>> cancellers = new LinkedHashMap<>();
        cancellers.put("none", () -> new EchoCanceller() {
            @Override
            public void cancel(short[] near, short[] far, short[] out) {
                System.arraycopy(near, 0, out, 0, 160);
            }

            @Override
            public void close() {}
        });
        cancellers.put("line", () -> new JudgedEchoCanceller(null));
        if (EchoCancellers.speexdsp().problem() == null) {
            cancellers.put("line+speexdsp", () -> new JudgedEchoCanceller(new SpeexEchoCanceller()));
            for (int[] suppress : new int[][] {{0, 0}, {-40, -15}, {-60, -25}}) {
                cancellers.put(
                        "speexdsp " + suppress[0] + "/" + suppress[1],
                        () -> new SpeexEchoCanceller(SpeexEchoCanceller.TAIL, suppress[0], suppress[1]));
            }
        }
        List<String> table = new ArrayList<>();
        table.add(String.format(
                "%-20s %6s %6s | %8s %8s %8s | %8s %8s | %6s",
                "canceller", "delay", "echo", "ERLE 1st", "ERLE", "left", "talk", "talk lvl", "us"));
        for (Map.Entry<String, Supplier<EchoCanceller>> entry : cancellers.entrySet()) {
            double[] sums = new double[6];
            for (int level : LEVELS_DB) {
                for (int delay : DELAYS_MS) {
                    double[] row = measure(entry.getValue(), prompt, caller, delay, level);
                    for (int i = 0; i < row.length; i++) {
                        sums[i] += row[i] / (LEVELS_DB.length * DELAYS_MS.length);
                    }
                    table.add(row(entry.getKey(), delay + " ms", level + " dB", row));
                }
            }
            table.add(row(entry.getKey(), "mean", "", sums));
        }
        Files.write(Path.of("target", "echo-bench.txt"), table);
        LOG.info("Echo cancellers:\n{}", String.join("\n", table));
    }

    private static String row(String name, String delay, String level, double[] row) {
        return String.format(
                "%-20s %6s %6s | %8.1f %8.1f %8.1f | %8.2f %8.1f | %6.1f",
                name, delay, level, row[0], row[1], row[2], row[3], row[4], row[5]);
    }

    /** ERLE of the first two seconds, ERLE of the rest, level left (dBFS), intelligibility and level of the caller over the prompt, us per frame. */
    private static double[] measure(
            Supplier<EchoCanceller> maker, short[] prompt, short[] caller, int delay, int level) {
        short[] far = line(prompt);
        short[] near = line(echo(far, delay, level, delay + level));
        short[] out;
        long nanos;
        try (EchoCanceller canceller = maker.get()) {
            long began = CPU.getCurrentThreadCpuTime();
            out = cancel(canceller, near, far);
            nanos = CPU.getCurrentThreadCpuTime() - began;
        }
        int two = 16_000;
        int end = near.length / 160 * 160;
        int at = 32_000;
        short[] both = line(plus(echo(far, delay, level, delay + level), caller, at));
        short[] talk;
        try (EchoCanceller canceller = maker.get()) {
            talk = cancel(canceller, both, far);
        }
        int over = Math.min(at + caller.length, end);
        short[] clean = plus(new short[both.length], caller, at);
        return new double[] {
            db(near, 0, two) - db(out, 0, two),
            db(near, two, end) - db(out, two, end),
            db(out, two, end),
            intelligibility(clean, talk, at, over),
            db(talk, at, over) - db(clean, at, over),
            nanos / 1e3 / (near.length / 160.0)
        };
    }
}
