package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Says sentences in voices that are never the agent's own, by programs of their own (flite, festival). Any thread. */
public final class OtherVoice {
    private static final int TAPS = 31;
    private static final long SECONDS = 30;
    private static final int HEADER = 44;

    /** The letter, which the voices would say as they say the article: "p a r k e r", "double a", "a as in apple", "ten a m". */
    private static final Pattern LETTER_A = Pattern.compile(
            "(?<= [b-hj-z] | double |^[b-z] | [a-z] i )a(?= |$)|(?<=^| )a(?= [b-z](?: |$)| as in | double )");

    /** Who speaks. */
    public enum Speaker {
        SLT,
        RMS,
        AWB,
        KAL16,
        /** The only one of festival's. */
        FESTIVAL;

        /** As reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path folder;
    private final AtomicLong files = new AtomicLong();

    /** @param folder for sound files, each of which is deleted as soon as it is read */
    public OtherVoice(Path folder) {
        this.folder = folder;
    }

    /**
     * A sentence as sound, 8 kHz.
     *
     * @param stretch of its length, 1 as the voice speaks by itself
     * @throws IOException when the program is not installed, or can't say the sentence
     */
    public short[] say(Speaker speaker, double stretch, String text) throws IOException, InterruptedException {
        Path file = folder.resolve(files.incrementAndGet() + ".wav");
        Path words = folder.resolve(file.getFileName() + ".txt");
        try {
            Files.writeString(words, LETTER_A.matcher(text).replaceAll("ay"), StandardCharsets.UTF_8);
            boolean festival = speaker == Speaker.FESTIVAL;
            run(festival ? festival(stretch, words, file) : flite(speaker, stretch, words, file));
            return halved(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(words);
            Files.deleteIfExists(file);
        }
    }

    private static List<String> flite(Speaker speaker, double stretch, Path words, Path file) {
        return List.of(
                "flite",
                "-voice",
                speaker.id(),
                "--setf",
                "duration_stretch=" + stretch,
                "-f",
                words.toString(),
                "-o",
                file.toString());
    }

    private static List<String> festival(double stretch, Path words, Path file) {
        return List.of(
                "text2wave",
                "-F",
                "16000",
                "-eval",
                "(Parameter.set 'Duration_Stretch " + stretch + ")",
                "-o",
                file.toString(),
                words.toString());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        String program = command.get(0);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    program
                            + " can't be started, which speaks for callers: apt install flite festival festvox-kallpc16k",
                    e);
        }
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(program + " can't say a sentence; try: " + program + " --version");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** 16 kHz to the telephone's 8 kHz, without what would fold back. */
    private static short[] halved(byte[] wav) throws IOException {
        int samples = (wav.length - HEADER) / 2;
        if (samples <= 0) {
            throw new IOException("A voice said nothing.");
        }
        short[] out = new short[samples / 2];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int tap = -TAPS; tap <= TAPS; tap++) {
                int at = 2 * i + tap;
                if (at >= 0 && at < samples) {
                    int low = wav[HEADER + 2 * at] & 0xff;
                    sum += lowPass(tap) * (short) (low | wav[HEADER + 2 * at + 1] << 8);
                }
            }
            out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
        }
        return out;
    }

    /** A windowed sinc that ends at 3.4 kHz of 16 kHz. */
    private static double lowPass(int tap) {
        double cut = 2 * 3_400.0 / 16_000;
        double sinc = tap == 0 ? cut : Math.sin(Math.PI * cut * tap) / (Math.PI * tap);
        return sinc * (0.54 + 0.46 * Math.cos(Math.PI * tap / (TAPS + 1)));
    }
}
