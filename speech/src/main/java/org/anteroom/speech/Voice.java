package org.anteroom.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says sentences: written text in, checked 8 kHz audio out. Any thread; synthesis runs on voice-* threads of lowered
 * priority, answers on others than renders so that preparing prompts never delays an answer.
 */
public final class Voice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
    private static final int NICE = 5;
    private static final int WAITING = 64;
    private static final int LONGEST_TEXT = 2_000;
    private static final int READ_BYTES = 4_096;
    private static final long RENDER_SECONDS = 60;
    private static final long STOP_SECONDS = 5;

    private final SpeechCounters counters;
    private final SpokenTokens tokens;
    private final ThreadPoolExecutor answers;
    private final ThreadPoolExecutor renders;
    private final AtomicInteger threads = new AtomicInteger();

    /** Takes audio at 8 kHz as it is made. */
    private interface Taker {
        void take(short[] pcm8k) throws RenderRejected;
    }

    private Voice(SpeechCounters counters, VoiceSettings settings) {
        this.counters = counters;
        tokens = new SpokenTokens(settings.pronunciations());
        answers = pool(settings.threads());
        renders = pool(settings.threads());
    }

    /**
     * Starts the synthesiser and says a first sentence to nobody; takes seconds.
     *
     * @throws IOException when it can't start, or would log what it speaks; the message says why
     */
    public Voice(VoiceSettings settings, SpeechCounters counters) throws IOException {
        this(counters, settings);
        try {
            check();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** One whose synthesiser starts with the first sentence that it is asked for, or with {@link #check}. */
    public static Voice late(VoiceSettings settings, SpeechCounters counters) {
        return new Voice(counters, settings);
    }

    /**
     * Says a first sentence to nobody; takes seconds where the synthesiser must be started.
     *
     * @throws IOException when it can't start, would log what it speaks, or doesn't speak; the message says why
     */
    public void check() throws IOException {
        Mary unused = Mary.start();
        try {
            Render unusedSentence = whole("Good morning.");
        } catch (RenderRejected e) {
            throw new IOException("the voice (MaryTTS) started but does not speak: " + e.getMessage(), e);
        }
    }

    /**
     * Renders a sentence or a few. Blocks for up to about a second per ten words, longer on a busy machine.
     *
     * @throws RenderRejected when the audio must not be played
     */
    public Render render(String text) throws RenderRejected {
        counters.renders.increment();
        try {
            return whole(text);
        } catch (RenderRejected e) {
            counters.rendersRejected.increment();
            throw e;
        }
    }

    /** Renders while it plays: the first audio is there within about 200 ms. Never blocks. Close it when done. */
    public SpokenSound stream(String text, Tempo tempo) {
        counters.streams.increment();
        SpokenSound sound = new SpokenSound();
        try {
            answers.execute(() -> stream(text, tempo, sound));
        } catch (RejectedExecutionException e) {
            counters.streamsFailed.increment();
            sound.fail("too many sentences are waiting to be spoken, or the voice is closed");
        }
        return sound;
    }

    /** Sentences that wait or are being synthesised. */
    public int pending() {
        return answers.getActiveCount()
                + answers.getQueue().size()
                + renders.getActiveCount()
                + renders.getQueue().size();
    }

    /** Lets the sentences being synthesised end, for seconds at most. MaryTTS itself stays. */
    @Override
    public void close() {
        answers.shutdownNow();
        renders.shutdownNow();
        try {
            if (!answers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    || !renders.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A sentence was still being synthesised when the voice closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Render whole(String text) throws RenderRejected {
        Future<short[]> raw;
        try {
            raw = renders.submit(() -> {
                Pieces pieces = new Pieces();
                speak(text, Tempo.USUAL, false, pieces::add);
                return pieces.joined();
            });
        } catch (RejectedExecutionException e) {
            throw new RenderRejected("too many sentences are waiting to be rendered", e);
        }
        try {
            return finished(text, raw.get(RENDER_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            throw new RenderRejected("it was not rendered within " + RENDER_SECONDS + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RenderRejected rejected) {
                throw rejected;
            }
            throw new RenderRejected("synthesis failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RenderRejected("rendering was interrupted", e);
        }
    }

    private static Render finished(String text, short[] raw) throws RenderRejected {
        check(RenderCheck.raw(raw));
        short[] pcm = Loudness.levelled(Loudness.trimmed(raw));
        check(RenderCheck.finished(pcm, text));
        return new Render(text, pcm);
    }

    private static void check(Optional<String> fault) throws RenderRejected {
        if (fault.isPresent()) {
            throw new RenderRejected("a sentence must not be played: " + fault.get());
        }
    }

    private void stream(String text, Tempo tempo, SpokenSound sound) {
        if (sound.closed()) {
            // Whoever spoke over the sentence before this one would make the next caller wait for what nobody hears.
            sound.complete();
            return;
        }
        StreamFinish finish = new StreamFinish();
        try {
            speak(text, tempo, true, pcm -> sound.add(finish.process(pcm)));
            if (finish.begun()) {
                sound.complete();
                return;
            }
            fail(sound, "it is silent");
        } catch (RenderRejected e) {
            fail(sound, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            fail(sound, "synthesis failed in " + e.getClass().getSimpleName());
        }
    }

    private void fail(SpokenSound sound, String why) {
        LOG.warn("A streamed sentence was cut short: {}", why);
        counters.streamsFailed.increment();
        sound.fail(why);
    }

    /** Synthesises and reads to the end whatever happens, because the synthesiser's thread leaks otherwise. */
    private void speak(String text, Tempo tempo, boolean streaming, Taker taker) throws RenderRejected {
        List<String> said = text.length() > LONGEST_TEXT ? List.of() : SpokenTokens.of(text);
        if (said.stream().noneMatch(SpokenTokens::isWord)) {
            throw new RenderRejected("there is nothing to say, or more than " + LONGEST_TEXT + " characters");
        }
        Decimator decimator = new Decimator();
        Optional<RenderRejected> fault = Optional.empty();
        try (AudioInputStream audio = Mary.start().speak(tokens.document(text, tempo), streaming)) {
            byte[] bytes = new byte[READ_BYTES];
            short[] pcm = new short[READ_BYTES / 2];
            for (int n = audio.read(bytes, 0, READ_BYTES); n > 0; n = audio.read(bytes, 0, READ_BYTES)) {
                ByteBuffer.wrap(bytes, 0, n)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer()
                        .get(pcm, 0, n / 2);
                if (fault.isEmpty()) {
                    fault = taken(taker, decimator.process(pcm, n / 2));
                }
            }
        } catch (IOException e) {
            throw new RenderRejected("the synthesiser didn't start, or its stream broke off", e);
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    private static Optional<RenderRejected> taken(Taker taker, short[] pcm8k) {
        try {
            taker.take(pcm8k);
            return Optional.empty();
        } catch (RenderRejected e) {
            return Optional.of(e);
        } catch (RuntimeException e) {
            return Optional.of(new RenderRejected("its audio could not be finished", e));
        }
    }

    private ThreadPoolExecutor pool(int size) {
        return new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
            Thread thread = new Thread(
                    () -> {
                        Niceness.lower(NICE);
                        work.run();
                    },
                    "voice-" + threads.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }
}
