package org.anteroom.agent.words;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The meaning of a few words as a vector: bge-small-en-v1.5 (MIT; Xiao et al., 2023), quantised, inside this process.
 *
 * <p>Nothing is generated and nothing leaves: text in, {@value #SIZE} numbers of length 1 out, the same for the same
 * text on one machine (other processors differ by rounding). The cosine of two vectors says how near two sentences are.
 * A clause of eight words takes about 3 ms of one core, one of forty words 8 ms; 100 MB stay in use until
 * {@link #close}.
 *
 * <p>Any thread; a sentence is worked out on the thread that asks, {@link #embedAll} alone uses several. {@link #close}
 * waits for sentences that are being worked out, a few ms, and lets none begin after it.
 *
 * <p>An orderly stop may go on embedding while the JVM shuts down, and may close this, as long as its shutdown hook
 * waits for the threads that embed: after the last hook the process ends, and a thread that is still inside the native
 * library then may crash it.
 */
public final class Embedder implements AutoCloseable {
    /** Numbers in a vector. */
    public static final int SIZE = 384;

    /** The model's SHA-256: what is learnt from its vectors holds for them alone. */
    public static final String IDENTITY = "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4";

    static final String MODEL = "bge-small-en-v1.5-q.onnx";
    private static final String VOCABULARY = "bge-small-en-v1.5-q-tokenizer.json";
    private static final int CHUNK = 1 << 16;
    /** Embedded at loading: the first time takes ten times as long, and that caller may be in an emergency. */
    private static final String WARMING = "i would like to move my appointment to tuesday";

    private static final int WARMINGS = 3;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    /** Guarded by {@link #use}. */
    private boolean closed;

    private Embedder(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads the model from the class path and tries it; takes almost a second.
     *
     * @throws IOException when the model or its native library is missing or can't be used here; the message says what
     *     to do, and whoever asked can go on without
     */
    public static Embedder load() throws IOException {
        return load(Embedder.class.getClassLoader());
    }

    /** Loads the model from where {@code source} finds it. */
    static Embedder load(ClassLoader source) throws IOException {
        WordPieces pieces = vocabulary(source);
        ByteBuffer model = model(source);
        try {
            OrtEnvironment environment = EmbedderEnvironment.get();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                set(options);
                return warmed(new Embedder(environment, environment.createSession(model, options), pieces));
            }
        } catch (LinkageError e) {
            throw new IOException(
                    "The native library of the sentence model (libonnxruntime) can't be loaded: it needs Linux on x86-64"
                            + " and the folder \"native\" of Anteroom's package on java.library.path (" + reason(e)
                            + ").",
                    e);
        } catch (OrtException | ReflectiveOperationException e) {
            throw unusable(e);
        }
    }

    private static Embedder warmed(Embedder embedder) throws IOException {
        try {
            for (int i = 0; i < WARMINGS; i++) {
                float[] unused = embedder.embed(WARMING);
            }
            return embedder;
        } catch (IllegalStateException e) {
            embedder.close();
            throw unusable(e);
        } catch (RuntimeException | Error e) {
            embedder.close();
            throw e;
        }
    }

    /**
     * The vector of a text: {@value #SIZE} numbers of length 1.
     *
     * @param text a clause or a sentence, at most about fifty words; what goes beyond is not looked at
     * @throws IllegalStateException when the model fails, or after {@link #close}; it says nothing of the text
     */
    public float[] embed(String text) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The sentence model is closed.");
            }
            return run(pieces.of(text));
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * The vectors of many texts, in their order, on all cores: for the build and for evaluations, never beside calls.
     *
     * <p>Each text is run alone all the same: the quantised model scales its numbers by the largest in a batch, so that
     * neighbours would shift a vector by 0.01 and more.
     */
    public List<float[]> embedAll(List<String> texts) {
        return texts.parallelStream().map(this::embed).toList();
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model can't be closed: " + e.getCode() + ".", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private float[] run(long[] ids) {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = row(ids);
                OnnxTensor mask = row(ones);
                OnnxTensor types = row(new long[ids.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            float[] vector = new float[SIZE];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
            return normalised(vector);
        } catch (OrtException e) {
            // No cause: the runtime's message may quote the input, and that is what a patient said.
            throw new IllegalStateException("The sentence model failed: " + e.getCode() + ".");
        }
    }

    /** One thread that sleeps when idle, and no memory kept for the next sentence: calls need both more. */
    private static void set(OrtSession.SessionOptions options) throws OrtException {
        options.setSessionLogLevel(EmbedderEnvironment.LEVEL);
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
    }

    private static WordPieces vocabulary(ClassLoader source) throws IOException {
        try (InputStream in = connect(source, VOCABULARY).getInputStream()) {
            return WordPieces.read(in);
        } catch (IOException e) {
            throw unreadable(VOCABULARY, e);
        }
    }

    /** The model outside the heap: a copy of 34 MB in it would take 60 MB more that the process never gives back. */
    private static ByteBuffer model(ClassLoader source) throws IOException {
        URLConnection connection = connect(source, MODEL);
        try (InputStream in = connection.getInputStream()) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(Math.max(0, connection.getContentLength()));
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read > 0 && read <= bytes.remaining(); read = in.read(chunk)) {
                bytes.put(chunk, 0, read);
            }
            return bytes.flip();
        } catch (IOException e) {
            throw unreadable(MODEL, e);
        }
    }

    private static URLConnection connect(ClassLoader source, String name) throws IOException {
        URL url = source.getResource(name);
        if (url == null) {
            throw new IOException("The sentence model's file " + name
                    + " is missing in Anteroom's folder \"lib\": install Anteroom's package again.");
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static IOException unreadable(String name, IOException cause) {
        return new IOException(
                "The sentence model's file " + name + " can't be read: install Anteroom's package again ("
                        + cause.getMessage() + ").",
                cause);
    }

    private static IOException unusable(Exception cause) {
        return new IOException(
                "The sentence model " + MODEL + " can't be used: install Anteroom's package again ("
                        + cause.getMessage() + ").",
                cause);
    }

    /** What lies at the bottom of a failed class initialisation: the sentence that names the library. */
    private static String reason(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? String.valueOf(error.getMessage()) : reason(cause);
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        if (!(length > 0) || Float.isInfinite(length)) {
            throw new IllegalStateException("The sentence model failed: its vector is not a number.");
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
