package org.anteroom.agent.call;

import java.time.Duration;

/**
 * Decides when the line may take calls: closes on the first unhealthy look, opens again only after an unbroken healthy
 * stretch, so that a flickering recogniser doesn't make the registration flicker. Used by one thread.
 */
final class HealthGate {
    /** What to do with the line. */
    enum Verdict {
        WITHDRAW,
        RESUME,
        STAY
    }

    private final long healthyNanos;
    private boolean open;
    private long healthySince;
    private boolean wasHealthy;

    /** @param healthy how long everything must have been well before the line opens again */
    HealthGate(boolean open, Duration healthy) {
        this.open = open;
        this.healthyNanos = healthy.toNanos();
    }

    /** One look. */
    Verdict look(boolean healthy, long nowNanos) {
        if (healthy && !wasHealthy) {
            healthySince = nowNanos;
        }
        wasHealthy = healthy;
        if (!healthy && open) {
            open = false;
            return Verdict.WITHDRAW;
        }
        if (healthy && !open && nowNanos - healthySince >= healthyNanos) {
            open = true;
            return Verdict.RESUME;
        }
        return Verdict.STAY;
    }

    boolean open() {
        return open;
    }
}
