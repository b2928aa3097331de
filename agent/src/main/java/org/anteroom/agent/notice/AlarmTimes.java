package org.anteroom.agent.notice;

import java.time.Duration;

/**
 * The rhythm of alarms.
 *
 * @param window how long the same alarm is kept quiet on a channel after it was sent there
 * @param flood how long further grave alarms of the same kind are gathered after one was sent; others are gathered for
 *     the window
 * @param channelFailed how long a channel must fail until the others are told
 */
public record AlarmTimes(Duration window, Duration flood, Duration channelFailed) {
    /** How long an alarm that asks for nothing any more stays in the list. */
    static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final Duration FLOOD = Duration.ofMinutes(1);

    public AlarmTimes {
        if (window.isNegative() || flood.isNegative() || channelFailed.isNegative()) {
            throw new IllegalArgumentException("times of alarms can't be negative");
        }
    }

    /** With a flood of a minute: a second patient's emergency must not wait longer than that. */
    public static AlarmTimes of(Duration window, Duration channelFailed) {
        return new AlarmTimes(window, window.compareTo(FLOOD) < 0 ? window : FLOOD, channelFailed);
    }

    Duration gathered(boolean grave) {
        return grave ? flood : window;
    }
}
