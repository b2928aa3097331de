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
 * @param graveOnly whether it is told of grave alarms and tests only, and not when an alarm is over: for what wakes people
 */
public record Route(String name, Duration after, boolean folds, boolean graveOnly) {
    public Route {
        requireNonNull(name, "name");
        if (name.isEmpty() || after.isNegative()) {
            throw new IllegalArgumentException("a route needs a name and a time that isn't negative");
        }
    }

    /** A route that is told of everything. */
    public Route(String name, Duration after, boolean folds) {
        this(name, after, folds, false);
    }
}
