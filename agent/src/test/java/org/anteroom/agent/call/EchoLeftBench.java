package org.anteroom.agent.call;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.media.CancelledLine;
import org.anteroom.media.CancelledLine.Which;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Render;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what echo cancellers leave of our own voice, caller or none, and what they cost: tables of decision 001. */
@Tag("bench")
final class EchoLeftBench {
    private static final int FRAME = 160;
    private static final int SAMPLES_PER_MS = 8;
    private static final int AFTER = 2_000 * SAMPLES_PER_MS;
    private static final int FIRST = 1_500 * SAMPLES_PER_MS;
    private static final int PROMPTS = 6;
    private static final List<String> CALLERS = Stream.concat(
                    EchoOpeningsBench.EMERGENCIES.stream(), Stream.of("message-more", "clinical-question"))
            .toList();
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void countOurOwnWords() throws Exception {
        System.out.println("| canceller | -10 dB | -20 dB | -30 dB |");
        for (Which canceller : Which.values()) {
            StringBuilder row = new StringBuilder("| " + canceller + " |");
            for (int decibels : new int[] {-10, -20, -30}) {
                int words = 0;
                for (Render render : renders()) {
                    for (int delayMs : new int[] {60, 180}) {
                        short[] sent = padded(render);
                        short[] in = CancelledLine.coded(hybrid(CancelledLine.coded(sent), delayMs, decibels));
                        words += words(CancelledLine.of(canceller, in, sent, render.pcm().length));
                    }
                }
                row.append(' ').append(words).append(" |");
            }
            System.out.println(row);
        }
    }

    /** Through the line's hybrid, 6 ms, onto a noise of -72 dBFS. */
    private static short[] hybrid(short[] sent, int delayMs, int decibels) {
        Random random = new Random(delayMs + decibels);
        double[] taps = new double[48];
        double energy = 0;
        for (int i = 0; i < taps.length; i++) {
            taps[i] = random.nextGaussian() * Math.exp(-i / 10.0);
            energy += taps[i] * taps[i];
        }
        double gain = Math.pow(10, decibels / 20.0) / Math.sqrt(energy);
        short[] back = new short[sent.length];
        for (int i = 0; i < back.length; i++) {
            double sum = 8 * random.nextGaussian();
            for (int tap = 0; tap < taps.length; tap++) {
                int from = i - delayMs * SAMPLES_PER_MS - tap;
                sum += from < 0 ? 0 : gain * taps[tap] * sent[from];
            }
            back[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
        }
        return back;
    }

    private static int words(short[] left) throws Exception {
        int words = 0;
        try (Listening listening = Senses.shared().ears.listening()) {
            List<Heard> heard = new ArrayList<>();
            for (int from = 0; from + FRAME <= left.length; from += FRAME) {
                heard.addAll(listening.feed(Arrays.copyOfRange(left, from, from + FRAME), FRAME));
            }
            heard.addAll(listening.endOfAudio());
            for (Heard one : heard) {
                words += one instanceof Heard.Final whole ? whole.words().size() : 0;
            }
        }
        return words;
    }

    @Test
    void measureWhatIsTakenOutOfEveryKindOfEcho() throws Exception {
        System.out.println("| echo | " + Arrays.toString(Which.values()) + ": dB in the first 1.5 s / after |");
        for (EchoCase kind : EchoCase.values()) {
            StringBuilder row = new StringBuilder("| " + kind + " |");
            for (Which canceller : Which.values()) {
                double first = 0;
                double after = 0;
                for (Render render : renders()) {
                    short[] sent = padded(render);
                    short[] in = CancelledLine.coded(kind.of(sent));
                    short[] left = CancelledLine.of(canceller, in, sent, render.pcm().length);
                    first += level(in, 0, FIRST) - level(left, 0, FIRST);
                    after += level(in, FIRST, in.length) - level(left, FIRST, in.length);
                }
                row.append(String.format(Locale.ROOT, " %.1f / %.1f |", first / PROMPTS, after / PROMPTS));
            }
            System.out.println(row);
        }
    }

    @Test
    void countCallersWhoAreChangedOnALineWithoutEcho() throws Exception {
        System.out.println("| canceller | callers | changed |");
        for (Which canceller : Which.values()) {
            int callers = 0;
            int changed = 0;
            for (Render render : renders(Integer.MAX_VALUE)) {
                short[] sent = padded(render);
                for (String name : CALLERS) {
                    short[] clip = CallerAudio.clip(name).pcm();
                    for (int atMs = 0; atMs < 1_600; atMs += 400) {
                        short[] in = new short[sent.length];
                        int at = atMs * SAMPLES_PER_MS;
                        System.arraycopy(clip, 0, in, at, Math.min(clip.length, in.length - at));
                        in = CancelledLine.coded(in);
                        callers++;
                        changed +=
                                Arrays.equals(in, CancelledLine.of(canceller, in, sent, render.pcm().length)) ? 0 : 1;
                    }
                }
            }
            System.out.println("| " + canceller + " | " + callers + " | " + changed + " |");
        }
    }

    @Test
    void measureWhatAFrameCosts() throws Exception {
        System.out.println("| canceller | us of processor time for a frame: echo | no echo |");
        for (Which canceller : Which.values()) {
            StringBuilder row = new StringBuilder("| " + canceller + " |");
            for (int decibels : new int[] {-10, -200}) {
                long nanos = 0;
                long frames = 0;
                for (int round = 0; round < 20; round++) {
                    for (Render render : renders()) {
                        short[] sent = padded(render);
                        short[] in = hybrid(sent, 100, decibels);
                        long began = CPU.getCurrentThreadCpuTime();
                        CancelledLine.of(canceller, in, sent, in.length);
                        nanos += round < 5 ? 0 : CPU.getCurrentThreadCpuTime() - began;
                        frames += round < 5 ? 0 : in.length / FRAME;
                    }
                }
                row.append(String.format(Locale.ROOT, " %.0f |", nanos / 1e3 / frames));
            }
            System.out.println(row);
        }
    }

    private static double level(short[] pcm, int from, int to) {
        double energy = 1;
        for (int i = from; i < to; i++) {
            energy += (double) pcm[i] * pcm[i];
        }
        return 10 * Math.log10(energy);
    }

    private static short[] padded(Render render) {
        return Arrays.copyOf(render.pcm(), (render.pcm().length + AFTER) / FRAME * FRAME);
    }

    /** The first sentences that the build has rendered; the greeting's is the first. */
    private static List<Render> renders() throws Exception {
        return renders(PROMPTS);
    }

    private static List<Render> renders(int most) throws Exception {
        return new BuiltPrompts().fixed(most);
    }
}
