package org.anteroom.agent.call;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * When we last hung up on each phone, over all calls: one that says it is busy a moment later may be busy with that call.
 * Holds numbers for a few seconds, in memory only. Any thread.
 */
final class LetGo {
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<String, Long> ended = new ConcurrentHashMap<>();

    /** A call to the number, ringing or answered, was ended by us. */
    void note(String number, long nanos) {
        ended.values().removeIf(before -> nanos - before > KEPT_NANOS);
        ended.put(number, nanos);
    }

    /** How long ago that was, ms; empty when it wasn't lately. */
    OptionalLong agoMs(String number, long nanos) {
        Long last = ended.get(number);
        return last == null || nanos - last > KEPT_NANOS
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanos - last)));
    }
}
