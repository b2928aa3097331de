package org.anteroom.agent.notice;

import java.time.Duration;

/**
 * How often a message is tried: waits min(most, first x 2^n) after the n-th failure, n from 0.
 *
 * @param attempts at most, the first included; from 1
 */
public record Retry(int attempts, Duration first, Duration most) {
    public Retry {
        if (attempts < 1 || first.isNegative() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("a retry needs one attempt or more and waits that grow");
        }
    }

    /** Six attempts within about three minutes; a grave alarm comes again after its window anyway. */
    public static Retry standard() {
        return new Retry(6, Duration.ofSeconds(5), Duration.ofMinutes(2));
    }

    /** A phone that rang in vain is rung once more soon: longer, and it would keep a graver alarm from ringing. */
    static Retry ofPhones() {
        return new Retry(2, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    /** The wait after a failure; {@code failures} from 0. */
    Duration wait(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, 20));
        return doubled.compareTo(most) < 0 ? doubled : most;
    }
}
