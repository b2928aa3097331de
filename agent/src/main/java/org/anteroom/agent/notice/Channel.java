package org.anteroom.agent.notice;

/** A way to reach people. */
@FunctionalInterface
public interface Channel {
    /**
     * Sends an alarm; quick, or handed to a thread of the channel's own.
     *
     * @param again whether it was sent before and nobody cleared it
     */
    void send(Alarm alarm, boolean again);
}
