package org.anteroom.agent.call;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Tells a caller whom the on-call phone holds, at once and every ten seconds until it is back. Mailbox only. */
final class OnHold {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Runnable say;
    /** When it was said last; empty while nobody holds the caller. */
    private OptionalLong said = OptionalLong.empty();

    OnHold(Runnable say) {
        this.say = say;
    }

    void begin(long nanos) {
        said = OptionalLong.of(nanos);
        say.run();
    }

    void tick(long nanos) {
        if (said.isPresent() && nanos - said.getAsLong() >= AGAIN_NANOS) {
            begin(nanos);
        }
    }

    void end() {
        said = OptionalLong.empty();
    }
}
