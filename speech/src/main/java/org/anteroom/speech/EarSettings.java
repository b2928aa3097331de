package org.anteroom.speech;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * How the ears are set up.
 *
 * @param model folder of a Vosk model that takes 16 kHz audio
 * @param workers ear-* threads, about one per core
 * @param calls calls expected at once: so many warmed recognisers are kept ready
 * @param replaceAfterMs a recogniser that was fed this much audio (ms) is replaced between two turns
 * @param backlogMs audio (ms) of one call that may wait for a worker before the oldest is dropped and counted
 */
public record EarSettings(Path model, int workers, int calls, int replaceAfterMs, int backlogMs) {
    public EarSettings {
        requireNonNull(model, "model");
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("workers must be 1 to 64, not " + workers);
        }
        if (calls < 1 || calls > 256) {
            throw new IllegalArgumentException("calls must be 1 to 256, not " + calls);
        }
        if (replaceAfterMs < 1_000) {
            throw new IllegalArgumentException("replaceAfterMs must be at least 1000, not " + replaceAfterMs);
        }
        if (backlogMs < 1_000 || backlogMs > 120_000) {
            throw new IllegalArgumentException("backlogMs must be 1000 to 120000, not " + backlogMs);
        }
    }

    /** The measured defaults for this model and so many workers and calls. */
    public static EarSettings of(Path model, int workers, int calls) {
        return new EarSettings(model, workers, calls, 60_000, 20_000);
    }
}
