package org.anteroom.agent.emergency;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * One person on call gives a rota's duty to another, from now on and for a while.
 *
 * @param giver name of who is on call now
 * @param taker name of who is on call then
 * @param until first minute after it, by the practice's wall clock
 */
public record HandOver(String rota, String giver, String taker, LocalDateTime until) {
    public HandOver {
        requireNonNull(rota, "rota");
        requireNonNull(giver, "giver");
        requireNonNull(taker, "taker");
        requireNonNull(until, "until");
    }
}
