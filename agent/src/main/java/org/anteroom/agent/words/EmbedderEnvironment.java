package org.anteroom.agent.words;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What all sessions of the runtime share in this process, kept until the process is gone. Any thread.
 *
 * <pre>
 *   SIGTERM ─┬─ the runtime's own shutdown hook: gives its reference back, at once ──── 1 left: nothing is freed
 *            └─ our orderly stop: calls end, the last sentence is worked out, close ─── up to 15 s
 * </pre>
 *
 * <p>The JVM runs shutdown hooks side by side, and nobody outside the runtime can take its hook back or wait with it. It
 * would free what a sentence is being worked out with: an error at best, a crash of the process amid its orderly stop at
 * worst (https://github.com/microsoft/onnxruntime/issues/31352). The runtime counts references, so we take one more than
 * the hook gives back. There is no public way to take one; a runtime without these names is refused at loading.
 */
final class EmbedderEnvironment {
    /** The runtime tells of failures on standard error, with the input: none of its lines may get into a log. */
    static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;

    private static @Nullable OrtEnvironment kept;

    private EmbedderEnvironment() {}

    /**
     * @throws LinkageError when the native library can't be loaded
     * @throws ReflectiveOperationException when this is a runtime that we can't keep from freeing what is in use
     */
    static synchronized OrtEnvironment get() throws ReflectiveOperationException {
        OrtEnvironment environment = kept;
        if (environment == null) {
            environment = OrtEnvironment.getEnvironment(LEVEL);
            keep();
            kept = environment;
        }
        return environment;
    }

    private static void keep() throws ReflectiveOperationException {
        Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        api.setAccessible(true);
        Method reference = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
        reference.setAccessible(true);
        reference.invoke(null, api.getLong(null), LEVEL.getValue(), OrtEnvironment.DEFAULT_NAME);
    }
}
