package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A time that is kept for somebody who is thinking about it.
 *
 * @param number below zero
 * @param expires from then on others may have it; until somebody takes it, it can still be booked
 */
public record Hold(long number, Offer offer, Instant expires) {
    public Hold {
        requireNonNull(offer, "offer");
        requireNonNull(expires, "expires");
    }
}
