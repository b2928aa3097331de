package org.anteroom.agent.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.emergency.Stretch;

/**
 * What the signal showed of the last hits in our own words: the caller, or our echo. Pure.
 *
 * <p>The recogniser moves the edges of a word by some frames from partial to partial. What was the caller's stays the
 * caller's then, so that a hit that is waiting is not taken back; what was our echo is looked at again.
 */
final class EchoVerdicts {
    private static final int KEPT = 16;
    private static final int MOVED_MS = 150;

    private final Map<Stretch, Boolean> verdicts = new LinkedHashMap<>();

    /** Whether the stretch is the caller's, where that is known. */
    Optional<Boolean> of(Stretch hit) {
        boolean callers =
                verdicts.entrySet().stream().anyMatch(known -> known.getValue() && moved(known.getKey(), hit));
        return callers ? Optional.of(true) : Optional.ofNullable(verdicts.get(hit));
    }

    void add(Stretch hit, boolean callers) {
        if (verdicts.size() == KEPT) {
            verdicts.remove(verdicts.keySet().iterator().next());
        }
        verdicts.put(hit, callers);
    }

    private static boolean moved(Stretch before, Stretch now) {
        return Math.abs(before.fromMs() - now.fromMs()) <= MOVED_MS && Math.abs(before.toMs() - now.toMs()) <= MOVED_MS;
    }
}
