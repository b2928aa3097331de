package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of ears, on recognisers that fail and hang on demand. */
class EarTest {
    private static final short[] TALK = Audio.join(Audio.silence(200), Audio.sentence("folder"), Audio.silence(600));

    private final ScriptedModel model = new ScriptedModel();
    private final SpeechCounters counters = new SpeechCounters();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private Ears ears;

    @BeforeEach
    void open() throws IOException {
        ears = new Ears(new EarSettings(Path.of("none"), 2, 1, 60_000, 1_000), counters, model);
    }

    @AfterEach
    void close() {
        model.hang.countDown();
        ears.close();
    }

    @Test
    void reportsInOrderOnItsOwnThreads() throws Exception {
        List<String> threads = new ArrayList<>();
        try (Ear ear = ears.open(event -> {
            threads.add(Thread.currentThread().getName());
            heard.add(event);
        })) {
            speak(ear);
            assertThat(nextFinal().words()).extracting(Word::text).containsExactly("word");
        }
        assertThat(threads).allMatch(name -> name.startsWith("ear-"));
    }

    @Test
    void endsATurnByTheWallClockWhenFramesStopComing() throws Exception {
        try (Ear ear = ears.open(heard::add)) {
            for (int i = 0; i < 40; i++) {
                ear.hear(Audio.frame(Audio.sentence("folder"), i));
            }
            assertThat(nextFinal().words()).isNotEmpty();
            assertThat(counters.values()).containsEntry("speech.turns.ended.by.wall.clock", 1L);
        }
    }

    @Test
    void goesOnWithAnotherRecogniserWhenOneFails() throws Exception {
        try (Ear ear = ears.open(heard::add)) {
            speak(ear);
            nextFinal();
            model.failing = true;
            speak(ear);
            await(() -> counters.values().get("speech.decoder.failures") > 0);
            await(() -> ears.health().waitingMs() == 0);
            model.failing = false;
            heard.clear();
            speak(ear);
            assertThat(nextFinal().words()).extracting(Word::text).containsExactly("word");
            assertThat(ears.health().healthy()).isTrue();
        }
    }

    @Test
    void tellsItsCallOnceThatNoRecogniserIsLeftAndHearsAgainWhenThereIsOne() throws Exception {
        try (Ear ear = ears.open(heard::add)) {
            speak(ear);
            nextFinal();
            model.exhausted = true;
            model.failing = true;
            speak(ear);
            await(() -> !ears.health().healthy());
            await(() -> ears.health().waitingMs() == 0);
            assertThat(heard).filteredOn(Heard.Lost.class::isInstance).hasSize(1);
            model.exhausted = false;
            model.failing = false;
            heard.clear();
            await(() -> {
                speak(ear);
                return heard.stream().anyMatch(Heard.Final.class::isInstance);
            });
            assertThat(heard).noneMatch(Heard.Lost.class::isInstance);
        }
    }

    @Test
    void aSinkThatThrowsLosesNothingButItsEvent() throws Exception {
        try (Ear ear = ears.open(event -> {
            heard.add(event);
            throw new IllegalStateException("a fault of the call");
        })) {
            speak(ear);
            nextFinal();
            speak(ear);
            assertThat(nextFinal().turn()).isEqualTo(1);
        }
    }

    @Test
    void saysThatItIsNotHealthyWhileARecogniserHangs() throws Exception {
        try (Ear ear = ears.open(heard::add)) {
            model.hang = new CountDownLatch(1);
            speak(ear);
            await(() -> !ears.health().healthy());
            assertThat(ears.health().sentence()).contains("has not decoded a frame for");
            model.hang.countDown();
            await(() -> ears.health().waitingMs() == 0);
        }
    }

    @Test
    void keepsABoundedBacklogAndCountsWhatItDrops() throws Exception {
        model.hang = new CountDownLatch(1);
        try (Ear ear = ears.open(heard::add)) {
            speak(ear);
            speak(ear);
            long dropped = counters.values().get("speech.frames.dropped");
            assertThat(dropped).isGreaterThan(2L * Audio.frames(TALK) - 50 - 60);
            model.hang.countDown();
            nextFinal();
            speak(ear);
            assertThat(nextFinal().audioMs()).isGreaterThan(2L * Audio.frames(TALK) * Frames.MS);
        }
    }

    @Test
    void hearingNeverWaitsForADecoder() throws Exception {
        model.hang = new CountDownLatch(1);
        try (Ear ear = ears.open(heard::add)) {
            short[] frame = Audio.frame(Audio.sentence("folder"), 5);
            long start = System.nanoTime();
            for (int i = 0; i < 5_000; i++) {
                ear.hear(frame);
            }
            assertThat((System.nanoTime() - start) / 5_000).isLessThan(200_000);
        }
    }

    @Test
    void givesItsRecogniserBackWhenClosed() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (Ear ear = ears.open(heard::add)) {
                speak(ear);
                nextFinal();
            }
            await(() -> ears.openEars() == 0);
        }
        await(() -> ears.health().spares() == 1);
        assertThat(model.made.get() - model.closed.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void replacesAWornRecogniserBetweenTurnsAndClosesIt() throws Exception {
        SpeechCounters own = new SpeechCounters();
        ScriptedModel wearing = new ScriptedModel();
        try (Ears few = new Ears(new EarSettings(Path.of("none"), 1, 1, 12_000, 5_000), own, wearing);
                Ear ear = few.open(heard::add)) {
            for (int i = 0; i < 6; i++) {
                speak(ear);
                assertThat(nextFinal().words()).isNotEmpty();
                await(() -> few.health().spares() == 1);
            }
            assertThat(own.values().get("speech.recognisers.replaced")).isPositive();
            await(() -> wearing.closed.get() > 0);
        }
    }

    @Test
    void saysWhenACallIsDeafBecauseNoRecogniserCanBeMade() throws Exception {
        try (Ear first = ears.open(heard::add)) {
            model.exhausted = true;
            speak(first);
            nextFinal();
            await(() -> ears.health().spares() == 0);
            try (Ear second = ears.open(heard::add)) {
                speak(second);
                await(() -> !ears.health().healthy());
                assertThat(ears.health().sentence()).contains("lost its recogniser");
            }
        }
    }

    private static void speak(Ear ear) {
        for (int i = 0; i < Audio.frames(TALK); i++) {
            ear.hear(Audio.frame(TALK, i));
        }
    }

    private Heard.Final nextFinal() throws InterruptedException {
        for (Heard each = heard.poll(20, TimeUnit.SECONDS); each != null; each = heard.poll(20, TimeUnit.SECONDS)) {
            if (each instanceof Heard.Final last) {
                return last;
            }
        }
        throw new AssertionError("no final within 20 s");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 20 s");
            }
            boolean unused = never.await(10, TimeUnit.MILLISECONDS);
        }
    }
}
