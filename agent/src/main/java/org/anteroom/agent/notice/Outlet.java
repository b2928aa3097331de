package org.anteroom.agent.notice;

import java.time.Duration;
import org.anteroom.agent.watch.Counters;

/** Where messages leave: a channel, when it is told, and how it gets them. */
public sealed interface Outlet extends AutoCloseable permits DirectOutlet, QueuedOutlet {
    /** Tells the channel on the thread that raises the alarm, at once and of every alarm: for what is quick, as a log is. */
    static Outlet direct(String name, Channel channel, Counters counters) {
        return new DirectOutlet(new Route(name, Duration.ZERO, false), channel, counters);
    }

    /** Tells the channel on a thread of its own, from a bounded queue, and tries again what could not be sent. */
    static Outlet queued(Route route, Channel channel, Retry retry, Counters counters) {
        return new QueuedOutlet(route, channel, retry, counters);
    }

    Route route();

    /** Takes a message to be sent; false when it can't take any more now. Never waits for the network. */
    boolean offer(Notice notice, Feedback feedback);

    /** Ends its thread and closes the channel; what still waits is lost, and stands in the log. */
    @Override
    void close();
}
