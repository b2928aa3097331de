package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.rehearsal.OtherVoice.Speaker;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;

/**
 * What the recogniser makes of written sentences when a synthetic voice (flite, never our own) says them over a telephone line: a quarter
 * of them clean, the others with noise and loss. Voice, speed and line of a sentence depend on its number alone.
 */
public final class Mishearing {
    private static final List<Speaker> SPEAKERS = List.of(Speaker.SLT, Speaker.RMS, Speaker.AWB, Speaker.KAL16);
    private static final List<Double> STRETCHES = List.of(1.0, 0.9, 1.1);
    private static final int PAUSE = 8 * 400;
    private static final long SECONDS = 30;

    /**
     * A sentence as it was heard.
     *
     * @param id the sentence's
     * @param how voice and line: {@code rms 20 dB 2 %}
     * @param text what the recogniser made of it; may be empty
     */
    public record Misheard(String id, String how, String text) {}

    /** @param id names the sentence in the result */
    public record Sentence(String id, String text) {}

    private final Ears ears;
    private final int threads;
    private final OtherVoice voice;

    /** @param folder for sound files, deleted one by one */
    public Mishearing(Ears ears, int threads, Path folder) {
        this.ears = ears;
        this.threads = threads;
        this.voice = new OtherVoice(folder);
    }

    /**
     * Hears all sentences and tells of each as soon as it and those before it are heard.
     *
     * @param round another one gives every sentence another voice and line
     * @throws IOException when flite is not installed or a sentence can't be said
     */
    public void hear(List<Sentence> sentences, int round, Consumer<Misheard> heard)
            throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Misheard>> all = new ArrayList<>();
            for (int i = 0; i < sentences.size(); i++) {
                int number = i + round * (sentences.size() + 1);
                Sentence sentence = sentences.get(i);
                all.add(pool.submit(() -> hear(sentence, number)));
            }
            for (Future<Misheard> each : all) {
                heard.accept(each.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        } finally {
            pool.shutdownNow();
            // What is still being heard uses the recognisers and the folder, which the owner closes next.
            boolean unused = pool.awaitTermination(2 * SECONDS, TimeUnit.SECONDS);
        }
    }

    private Misheard hear(Sentence sentence, int number) throws IOException, InterruptedException {
        Speaker speaker = SPEAKERS.get(number % SPEAKERS.size());
        double stretch = STRETCHES.get(number / SPEAKERS.size() % STRETCHES.size());
        LineQuality line = line(number);
        short[] said = line.through(padded(voice.say(speaker, stretch, sentence.text())), number);
        List<String> words = new ArrayList<>();
        try (Listening listening = ears.listening()) {
            List<Heard> heard = new ArrayList<>(listening.feed(said, said.length));
            heard.addAll(listening.endOfAudio());
            for (Heard event : heard) {
                if (event instanceof Heard.Final end) {
                    end.words().forEach(word -> words.add(word.text()));
                }
            }
        }
        String how = speaker.id()
                + (line.noiseDb().isPresent()
                        ? String.format(
                                Locale.ROOT, " %.0f dB %.0f %%", line.noiseDb().getAsDouble(), 100 * line.loss())
                        : "");
        return new Misheard(sentence.id(), how, String.join(" ", words));
    }

    /** A quarter clean, a quarter with some noise, half with much. */
    private static LineQuality line(int number) {
        return switch (number / 12 % 4) {
            case 0 -> LineQuality.CLEAN;
            case 2 -> new LineQuality(OptionalDouble.of(20), OptionalDouble.empty(), 0.02);
            default -> new LineQuality(OptionalDouble.of(15), OptionalDouble.empty(), 0);
        };
    }

    private static short[] padded(short[] pcm) {
        short[] padded = new short[pcm.length + 3 * PAUSE];
        System.arraycopy(pcm, 0, padded, PAUSE, pcm.length);
        return padded;
    }
}
