package org.anteroom.agent.notice;

import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;

/** Sends on the thread that offers. A channel that throws costs its own message only. */
record DirectOutlet(Route route, Channel channel, Counters counters) implements Outlet {
    @Override
    public boolean offer(Notice notice, Feedback feedback) {
        try {
            channel.send(notice, feedback);
            feedback.delivered(notice, route.name());
        } catch (Undelivered e) {
            counters.increment(Metric.ALARMS_CHANNEL_FAILURES);
            feedback.failed(notice, route.name(), e.sentence(), true);
        } catch (RuntimeException e) {
            counters.increment(Metric.ALARMS_CHANNEL_FAILURES);
            feedback.failed(notice, route.name(), QueuedOutlet.fault(e), true);
        }
        return true;
    }

    @Override
    public void close() {
        channel.close();
    }
}
