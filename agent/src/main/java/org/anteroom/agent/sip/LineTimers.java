package org.anteroom.agent.sip;

import java.time.Duration;

/**
 * How long things on the line may take.
 *
 * @param expires the registration we ask for; the PBX may shorten it. At most 60 s, so that a restarted PBX knows us
 *     again within a minute
 * @param answerWithin how long any request may stay without any response, provisional ones included, before it counts
 *     as lost. Shorter than the 32 s of RFC 3261 timers B and F, because a booting PBX swallows requests
 * @param firstRetry the first pause after a failed registration; the n-th is {@code firstRetry * 2^n}, at most
 *     {@code longestRetry}, times a random 0.75-1.25
 * @param longestRetry the longest pause after a failed registration, before the jitter
 * @param refusedRetry the pause after a wrong password or an unknown extension, before the jitter: a person must act
 *     first, and PBXs ban addresses that ask too often
 * @param session the session interval we ask for (RFC 4028)
 * @param minSession the shortest session interval we accept; a shorter one is refused with 422
 * @param probe how often the stack asks itself whether it still answers
 * @param t1 the round-trip estimate of RFC 3261 (500 ms): our 200 is repeated after T1, 2 T1, ... 4 s until its ACK
 *     comes, for 64 T1
 * @param closing how long {@link Line#close} waits for BYEs and the un-registration to be answered
 */
public record LineTimers(
        Duration expires,
        Duration answerWithin,
        Duration firstRetry,
        Duration longestRetry,
        Duration refusedRetry,
        Duration session,
        Duration minSession,
        Duration probe,
        Duration t1,
        Duration closing) {

    /** The same with another registration time. */
    public LineTimers expiring(Duration registration) {
        return new LineTimers(
                registration,
                answerWithin,
                firstRetry,
                longestRetry,
                refusedRetry,
                session,
                minSession,
                probe,
                t1,
                closing);
    }

    public static LineTimers standard() {
        return new LineTimers(
                Duration.ofSeconds(60),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1800),
                Duration.ofSeconds(90),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(3));
    }
}
