package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The real synthesiser. */
class VoiceTest {
    private static final SpeechCounters COUNTERS = new SpeechCounters();
    private static Voice voice;

    @BeforeAll
    static void start() throws IOException {
        voice = new Voice(new VoiceSettings(2, Map.of("Nguyen", "' w I n")), COUNTERS);
    }

    @AfterAll
    static void close() {
        voice.close();
    }

    @Test
    void rendersSentencesAtTheRightLevelWithoutSilenceAround() throws Exception {
        for (String text :
                List.of("I have an opening on Monday.", "Yes.", "Please say the number, one digit at a time.")) {
            Render render = voice.render(text);

            assertThat(RenderCheck.finished(render.pcm(), text)).isEmpty();
            assertThat(Loudness.activeDb(render.pcm())).isBetween(-18.5, -16.0);
            assertThat(Pcm.peak(render.pcm(), 0, render.pcm().length)).isLessThanOrEqualTo(0.71);
            assertThat(Pcm.level(render.pcm(), 160, 240)).isGreaterThan(-52);
        }
    }

    @Test
    void whatItSaysCanBeUnderstoodOverTheTelephone() throws Exception {
        try (Ears ears = new Ears(
                        EarSettings.of(Path.of(System.getProperty("anteroom.model")), 1, 1), new SpeechCounters());
                Listening listening = ears.listening()) {
            short[] call = Audio.join(
                    Audio.silence(500),
                    voice.render("Thank you for calling. The office is closed on Sunday.")
                            .pcm(),
                    Audio.silence(900));
            List<Heard> heard = new ArrayList<>(listening.feed(call, call.length));
            heard.addAll(listening.endOfAudio());

            String words = heard.stream()
                    .filter(Heard.Final.class::isInstance)
                    .map(event -> ListeningTest.text(((Heard.Final) event).words()))
                    .reduce("", (before, next) -> (before + " " + next).strip());
            assertThat(words).contains("thank you for calling").contains("closed on sunday");
        }
    }

    @Test
    void aConfiguredPronunciationChangesTheSound() throws Exception {
        short[] withOne = voice.render("Doctor Nguyen is in today.").pcm();
        try (Voice plain = new Voice(VoiceSettings.standard(), new SpeechCounters())) {
            assertThat(plain.render("Doctor Nguyen is in today.").pcm()).isNotEqualTo(withOne);
        }
    }

    @Test
    void streamsTheWholeSentenceWhileItIsMade() throws Exception {
        String text = "The next free time is on Thursday the 12th at 9:15, does that suit you?";
        try (SpokenSound sound = voice.stream(text, Tempo.USUAL)) {
            short[] pcm = drained(sound);

            assertThat(sound.fault()).isEmpty();
            assertThat(pcm.length)
                    .isCloseTo(voice.render(text).pcm().length, org.assertj.core.data.Offset.offset(1_600));
            assertThat(Pcm.peak(pcm, 0, pcm.length)).isLessThanOrEqualTo(0.71);
            assertThat(Loudness.activeDb(pcm)).isBetween(-18.5, -15.5);
            assertThat(Pcm.level(pcm, 160, 320)).isGreaterThan(-50);
        }
    }

    @Test
    void aStreamThatIsClosedAtOnceLeavesNoThreadBehind() throws Exception {
        drained(voice.stream("Hello.", Tempo.USUAL));
        int before = Thread.activeCount();
        for (int i = 0; i < 3; i++) {
            voice.stream("This sentence is never listened to until its end, because the caller speaks.", Tempo.USUAL)
                    .close();
        }
        await(() -> voice.pending() == 0);
        await(() -> Thread.activeCount() <= before + 2);
    }

    @Test
    void rendersOnSeveralThreadsAreIdentical() throws Exception {
        String text = "We will call you back tomorrow.";
        short[] alone = voice.render(text).pcm();
        List<CompletableFuture<short[]>> together = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return voice.render(text).pcm();
                    } catch (RenderRejected e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(2)
                .toList();
        for (CompletableFuture<short[]> each : together) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(alone);
        }
    }

    @Test
    void saysWhyThereIsNothingToPlayButNotWhatItWas() {
        assertThatThrownBy(() -> voice.render("..."))
                .isInstanceOf(RenderRejected.class)
                .hasMessageContaining("nothing to say");
        assertThatThrownBy(() -> voice.render("secret ".repeat(1_000)))
                .isInstanceOf(RenderRejected.class)
                .hasMessageNotContaining("secret");
        assertThat(COUNTERS.values().get("speech.renders.rejected")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatNobodyWaitsForIsNotSynthesised() throws Exception {
        String minutes = "We are open on Monday from eight to five. ".repeat(12);
        List<SpokenSound> running =
                List.of(voice.stream("Good morning.", Tempo.USUAL), voice.stream("Hello.", Tempo.USUAL));
        for (int i = 0; i < 40; i++) {
            voice.stream(minutes, Tempo.USUAL).close();
        }
        try (SpokenSound next = voice.stream("Goodbye.", Tempo.USUAL)) {
            assertThat(drained(next)).isNotEmpty();
            assertThat(next.fault()).isEmpty();
        }
        running.forEach(SpokenSound::close);
    }

    @Test
    void aStreamWithNothingToSayFailsAndEnds() throws Exception {
        SpokenSound sound = voice.stream("?!", Tempo.USUAL);
        assertThat(drained(sound)).isEmpty();
        assertThat(sound.fault()).hasValueSatisfying(why -> assertThat(why).contains("nothing to say"));
    }

    @Test
    void nothingOfWhatIsSpokenReachesALogOrTheConsole() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        root.addAppender(log);
        try (PrintStream both = new PrintStream(console, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            voice.render("The walrus sings.");
            drained(voice.stream("Another walrus whistles.", Tempo.USUAL));
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.detachAppender(log);
        }
        assertThat(log.list.toString()).doesNotContain("alrus");
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain("alrus");
        assertThat(Path.of("log")).doesNotExist();
    }

    @Test
    void promptsAreKeptAndFoundAgainUntilTheyAreDamaged(@TempDir Path folder) throws Exception {
        VoiceSettings settings = VoiceSettings.standard();
        PromptStore store = PromptStore.open(folder, settings);
        Render render = voice.render("Please hold the line.");
        store.put(render);

        assertThat(PromptStore.open(folder, settings)
                        .find(render.text())
                        .orElseThrow()
                        .pcm())
                .isEqualTo(render.pcm());
        assertThat(store.find("Please hold the phone.")).isEmpty();
        assertThat(PromptStore.open(folder, new VoiceSettings(2, Map.of("hold", "' h @U l d")))
                        .find(render.text()))
                .isEmpty();

        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            file = all.get(0);
        }
        assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}\\.wav");
        Files.write(file, Wav.write(new short[16_000]));
        assertThat(store.find(render.text())).isEmpty();
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(store.find(render.text())).isEmpty();
    }

    private static short[] drained(SpokenSound sound) throws InterruptedException {
        Pieces pieces = new Pieces();
        short[] frame = new short[Frames.SAMPLES_8K];
        CountDownLatch clock = new CountDownLatch(1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (int n = sound.read(frame, 0, frame.length); n >= 0; n = sound.read(frame, 0, frame.length)) {
            pieces.add(Arrays.copyOf(frame, n));
            assertThat(System.nanoTime()).isLessThan(deadline);
            if (n == 0) {
                boolean unused = clock.await(5, TimeUnit.MILLISECONDS);
            }
        }
        return pieces.joined();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            boolean unused = never.await(10, TimeUnit.MILLISECONDS);
        }
    }
}
