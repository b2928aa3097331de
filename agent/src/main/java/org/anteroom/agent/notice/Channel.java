package org.anteroom.agent.notice;

/** A way to reach people: carries one message at a time. */
@FunctionalInterface
public interface Channel extends AutoCloseable {
    /**
     * Carries the message to people; may take its time, on the thread of its {@link Outlet}, but ends by itself and gives
     * up when interrupted.
     *
     * @param desk where the channel says that somebody has acknowledged an alarm of the message, now or later: a phone
     *     whose key 1 was pressed, for example
     * @throws Undelivered when nobody was told
     */
    void send(Notice notice, AckDesk desk) throws Undelivered;

    /** Lets go of what the channel holds. */
    @Override
    default void close() {}
}
