package org.anteroom.speech;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vosk.Model;

/** The figures of this room, printed as a table: {@code mvn -Pbench verify -pl speech}. Measured, not asserted. */
@Tag("bench")
class SpeechBench {
    private static final Path MODEL = Path.of(System.getProperty("anteroom.model"));
    private static final String[] SENTENCES = {"appointment", "parking", "folder", "digits-1", "digits-2"};
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void cpuOfListeningOverBareVosk() throws Exception {
        org.vosk.LibVosk.vosk_set_log_level(-1);
        short[] dense = talk(20, 250);
        short[] call = talk(12, 4_500);
        try (Model model = new Model(MODEL.toString());
                Ears ears = new Ears(EarSettings.of(MODEL, 1, 1), new SpeechCounters())) {
            bare(model, dense);
            listen(ears, dense);
            row("CPU per second of audio", "bare Vosk", "listening path", "ratio");
            compare("dense talk", model, ears, dense);
            compare("caller talks 40 %", model, ears, call);
        }
    }

    @Test
    void latencyOfFinals() throws Exception {
        BlockingQueue<long[]> finals = new LinkedBlockingQueue<>();
        List<Double> after = new ArrayList<>();
        try (Ears ears = new Ears(EarSettings.of(MODEL, 2, 1), new SpeechCounters());
                Ear ear = ears.open(heard -> {
                    if (heard instanceof Heard.Final last && !last.words().isEmpty()) {
                        finals.add(new long[] {System.nanoTime()});
                    }
                })) {
            for (int i = 0; i < 20; i++) {
                short[] sentence = Audio.sentence(SENTENCES[i % 3]);
                pace(ear, Audio.silence(600));
                pace(ear, sentence);
                finals.clear();
                long end = System.nanoTime();
                pace(ear, Audio.silence(1_200));
                long[] at = finals.poll(10, TimeUnit.SECONDS);
                if (at != null) {
                    after.add((at[0] - end) / 1e6);
                }
            }
            row("End of speech to final, ms", "p50", "p95", "turns");
            row("400 ms hang-over", p(after, 0.5), p(after, 0.95), after.size());
            row("arrival to decoded, ms", "", ears.health().lagP95Ms(), "");
        }
    }

    @Test
    void firstAudioOfTheVoice() throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        short[] frame = new short[Frames.SAMPLES_8K];
        try (Voice voice = new Voice(VoiceSettings.standard(), new SpeechCounters())) {
            for (int i = 0; i < 24; i++) {
                String text = "The next free time is on the " + (i + 1) + "th of March at " + (8 + i % 4)
                        + ":15 in the morning, shall I write that down for you?";
                long start = System.nanoTime();
                try (SpokenSound sound = voice.stream(text, Tempo.USUAL)) {
                    long begun = 0;
                    for (int n = 0; n >= 0; n = sound.read(frame, 0, frame.length)) {
                        if (n > 0 && begun == 0) {
                            begun = System.nanoTime();
                        }
                        if (n == 0) {
                            LockSupport.parkNanos(1_000_000);
                        }
                    }
                    if (i >= 4) {
                        first.add((begun - start) / 1e6);
                        whole.add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
        }
        row("Voice, 20 words, ms", "p50", "p95", "");
        row("to the first audio", p(first, 0.5), p(first, 0.95), "");
        row("to the whole sentence", p(whole, 0.5), p(whole, 0.95), "");
    }

    @Test
    void memoryOverTenMinutesOfTalk() throws Exception {
        short[] minute = Arrays.copyOf(talk(30, 200), 8 * 60_000);
        row("Memory over 10 min of talk", "RSS MB", "replaced", "");
        SpeechCounters counters = new SpeechCounters();
        try (Ears ears = new Ears(EarSettings.of(MODEL, 1, 1), counters);
                Listening listening = ears.listening()) {
            row("model and a spare", rssMb(), 0, "");
            for (int i = 1; i <= 10; i++) {
                feed(listening, minute);
                if (i == 1 || i % 3 == 1) {
                    row("after " + i + " min", rssMb(), counters.values().get("speech.recognisers.replaced"), "");
                }
            }
        }
        row("after close", rssMb(), "", "");
    }

    private static void compare(String name, Model model, Ears ears, short[] audio) throws IOException {
        double bare = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            bare = Math.min(bare, bare(model, audio));
            ours = Math.min(ours, listen(ears, audio));
        }
        row(name, bare, ours, ours / bare);
    }

    /** CPU seconds per second of audio of one warm recogniser fed everything in 20 ms chunks. */
    private static double bare(Model model, short[] audio) throws IOException {
        short[] pcm16k = new short[2 * audio.length];
        new Upsampler().process(audio, audio.length, pcm16k);
        try (org.vosk.Recognizer vosk = new org.vosk.Recognizer(model, 16_000f)) {
            vosk.setWords(true);
            vosk.acceptWaveForm(pcm16k, Math.min(pcm16k.length, 16_000 * 12));
            vosk.getFinalResult();
            long start = CPU.getCurrentThreadCpuTime();
            for (int at = 0; at + 320 <= pcm16k.length; at += 320) {
                vosk.acceptWaveForm(Arrays.copyOfRange(pcm16k, at, at + 320), 320);
            }
            vosk.getFinalResult();
            return (CPU.getCurrentThreadCpuTime() - start) / 1e9 / (audio.length / 8_000.0);
        }
    }

    private static double listen(Ears ears, short[] audio) {
        try (Listening listening = ears.listening()) {
            long start = CPU.getCurrentThreadCpuTime();
            feed(listening, audio);
            listening.endOfAudio();
            return (CPU.getCurrentThreadCpuTime() - start) / 1e9 / (audio.length / 8_000.0);
        }
    }

    private static void feed(Listening listening, short[] audio) {
        for (int i = 0; i < Audio.frames(audio); i++) {
            listening.feed(Audio.frame(audio, i), Frames.SAMPLES_8K);
        }
    }

    private static void pace(Ear ear, short[] audio) {
        long start = System.nanoTime();
        for (int i = 0; i < Audio.frames(audio); i++) {
            long due = start + (i + 1) * 20_000_000L;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            ear.hear(Audio.frame(audio, i));
        }
    }

    private static short[] talk(int sentences, int pauseMs) {
        Pieces pieces = new Pieces();
        for (int i = 0; i < sentences; i++) {
            pieces.add(Audio.sentence(SENTENCES[i % SENTENCES.length]));
            pieces.add(Audio.silence(pauseMs));
        }
        return Audio.mix(pieces.joined(), Audio.noise(pieces.joined().length / 8 + 1, -62));
    }

    private static double rssMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double p(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    private static void row(Object... cells) {
        StringBuilder row = new StringBuilder("| ");
        for (Object each : cells) {
            String text = each instanceof Double number ? String.format("%.3f", number) : String.valueOf(each);
            row.append(String.format("%-28s| ", text));
        }
        System.out.println(row);
    }
}
