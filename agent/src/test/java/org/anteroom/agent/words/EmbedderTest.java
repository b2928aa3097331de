package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedderTest {
    private static final int EMBEDDING_THREADS = 8;
    private static final String LONG = "and then she fell ".repeat(20);

    private static Embedder embedder;

    @BeforeAll
    static void load() throws IOException {
        embedder = Embedder.load();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @ParameterizedTest
    @CsvSource({
        "my son can''t breathe, he is gasping for air, i want to move my cleaning to tuesday",
        "the dog ate rat poison, our puppy swallowed something toxic, do you take my insurance",
        "i want to end my life, i don''t want to be here any more, what time do you close",
        "can i book an appointment, i'd like to schedule a visit, she is bleeding badly"
    })
    void aNeighbouringMeaningIsCloserThanAFarOne(String sentence, String near, String far) {
        float[] vector = embedder.embed(sentence);

        assertThat(cosine(vector, embedder.embed(near))).isGreaterThan(cosine(vector, embedder.embed(far)) + 0.05);
    }

    @Test
    void theSameTextIsTheSameVectorToTheLastBit() {
        float[] first = embedder.embed("she is turning blue");
        embedder.embed("something else in between, a good deal longer than the first");

        assertThat(embedder.embed("she is turning blue")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "", "she is turning blue", "\ud800\u0301\u200b", "急诊 \ud83d\udca5", "\u0000"})
    void aVectorHasLengthOne(String text) {
        float[] vector = embedder.embed(text);

        assertThat(vector).hasSize(Embedder.SIZE);
        assertThat(Math.sqrt(cosine(vector, vector))).isCloseTo(1, within(1e-5));
    }

    @Test
    void manyAtOnceAreTheSameAsEachAlone() {
        List<String> texts = List.of(
                "help",
                "i would like to move my appointment to tuesday afternoon if that is at all possible please",
                "she is turning blue",
                "");

        List<float[]> vectors = embedder.embedAll(texts);

        assertThat(vectors).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(vectors.get(i)).containsExactly(embedder.embed(texts.get(i)), within(1e-3f));
        }
    }

    @Test
    void tenThousandWordsAreAnsweredSoon() {
        String story = "and then she fell ".repeat(2_500);

        float[] vector = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> embedder.embed(story));

        assertThat(vector).isEqualTo(embedder.embed(LONG));
    }

    @Test
    void closedTwiceIsClosedAndAnswersNoMore() throws IOException {
        Embedder other = Embedder.load();
        other.close();
        other.close();

        assertThatThrownBy(() -> other.embed("help"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(embedder.embed("help")).hasSize(Embedder.SIZE);
    }

    @Test
    void isClosedBetweenTheSentencesOfWhoeverEmbeds() throws Exception {
        Embedder other = Embedder.load();
        Queue<String> ends = new ConcurrentLinkedQueue<>();
        CountDownLatch embedding = new CountDownLatch(EMBEDDING_THREADS);
        List<Thread> threads = Stream.generate(() -> new Thread(() -> ends.add(end(other, embedding))))
                .limit(EMBEDDING_THREADS)
                .toList();
        threads.forEach(Thread::start);
        assertThat(embedding.await(30, TimeUnit.SECONDS)).isTrue();

        other.close();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ends).hasSize(EMBEDDING_THREADS).containsOnly("The sentence model is closed.");
    }

    /** Embeds until that is refused: why. */
    private static String end(Embedder embedder, CountDownLatch embedding) {
        while (true) {
            try {
                embedder.embed(LONG);
                embedding.countDown();
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    @Test
    void aMissingModelIsASentenceForTheOperator() {
        assertThatThrownBy(() -> Embedder.load(serving(null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("install Anteroom's package again");
    }

    @Test
    void aBrokenModelIsASentenceForTheOperator(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Embedder.load(serving(broken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't be used")
                .hasMessageContaining("install Anteroom's package again");
    }

    @Test
    void aModelThatLoadsAndFailsIsFoundOutAtLoading(@TempDir Path folder) throws IOException {
        Path vocabulary = Files.writeString(
                folder.resolve("vocabulary.json"),
                FailingOnInput.VOCABULARY.replace("\"[CLS]\":101", "\"[CLS]\":" + FailingOnInput.PIECE));

        assertThatThrownBy(() -> Embedder.load(serving(vocabulary, ".json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't be used")
                .hasMessageContaining("The sentence model failed");
    }

    @Test
    void aMissingNativeLibraryIsASentenceAndTheProcessGoesOn(@TempDir Path folder) throws Exception {
        Path answer = folder.resolve("answer");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Donnxruntime.native.onnxruntime.path=" + folder.resolve("none.so"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutNative.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        try {
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            other.destroyForcibly();
        }
        assertThat(Files.readString(answer))
                .contains("first: The native library of the sentence model (libonnxruntime) can't be loaded")
                .contains("second: The native library of the sentence model (libonnxruntime) can't be loaded")
                .contains("java.library.path");
    }

    /** A process that tries to load the model twice and says what came of it. */
    static final class WithoutNative {
        public static void main(String[] args) {
            for (String attempt : List.of("first", "second")) {
                try (Embedder loaded = Embedder.load()) {
                    System.out.println(attempt + ": loaded");
                } catch (IOException e) {
                    System.out.println(attempt + ": " + e.getMessage());
                }
            }
        }
    }

    private static ClassLoader serving(Path model) {
        return serving(model, ".onnx");
    }

    private static ClassLoader serving(Path file, String ending) {
        return new ClassLoader(EmbedderTest.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                if (!name.endsWith(ending)) {
                    return super.getResource(name);
                }
                try {
                    return file == null ? null : file.toUri().toURL();
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
