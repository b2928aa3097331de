package org.anteroom.agent.notice;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When a channel is told.
 *
 * @param name of the channel, unique
 * @param after how long a grave alarm must go unacknowledged until this channel is told; zero: told of every alarm at
 *     once
 * @param folds whether many alarms of a kind become one message per window; false for a log
 */
public record Route(String name, Duration after, boolean folds) {
    public Route {
        requireNonNull(name, "name");
        if (name.isEmpty() || after.isNegative()) {
            throw new IllegalArgumentException("a route needs a name and a time that isn't negative");
        }
    }
}
