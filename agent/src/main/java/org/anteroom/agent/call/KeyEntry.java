package org.anteroom.agent.call;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Collects keys: one by one, or to an entry that {@code #} or a pause of {@value #PAUSE_MS} ms ends. Mailbox only.
 */
final class KeyEntry {
    private static final long PAUSE_MS = 3_000;
    private static final int LONGEST = 32;

    private final StringBuilder keys = new StringBuilder();
    private boolean entry;
    private long lastNanos;

    /** From now on keys are an entry, or count one by one; what was typed is forgotten. */
    void mode(boolean entry) {
        this.entry = entry;
        keys.setLength(0);
    }

    /** Whether keys are collected. */
    boolean entry() {
        return entry;
    }

    /** Whether somebody is in the middle of typing. */
    boolean typing() {
        return keys.length() > 0;
    }

    /** One key; present when that makes something to act on. */
    Optional<String> press(char key, long nanos) {
        lastNanos = nanos;
        if (!entry) {
            return Optional.of(String.valueOf(key));
        }
        if (key == '#') {
            return take();
        }
        if (keys.length() < LONGEST) {
            keys.append(key);
        }
        return Optional.empty();
    }

    /** Time passes; present when the pause ended the entry. */
    Optional<String> tick(long nanos) {
        boolean paused = nanos - lastNanos >= TimeUnit.MILLISECONDS.toNanos(PAUSE_MS);
        return keys.length() > 0 && paused ? take() : Optional.empty();
    }

    private Optional<String> take() {
        String typed = keys.toString();
        keys.setLength(0);
        return Optional.of(typed);
    }
}
