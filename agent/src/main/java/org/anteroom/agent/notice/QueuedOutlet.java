package org.anteroom.agent.notice;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.notice.Notice.Reason;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;

/**
 * A bounded queue and one thread {@code notice-NAME} that sends, in order; the thread outlives whatever a channel throws.
 * A message that fails is tried again a few times, while it is wanted, with those behind it waiting; a test is tried once.
 */
final class QueuedOutlet implements Outlet {
    /** Messages are folded by kind, so even a bad day makes few of them. */
    static final int QUEUE = 32;

    private static final long CLOSE_MS = 2_000;

    private record Item(Notice notice, Feedback feedback) {}

    private final Route route;
    private final Channel channel;
    private final Retry retry;
    private final Counters counters;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    QueuedOutlet(Route route, Channel channel, Retry retry, Counters counters) {
        this.route = route;
        this.channel = channel;
        this.retry = retry;
        this.counters = counters;
        this.thread = ThreadNames.named(ThreadNames.NOTICE + "-" + route.name()).newThread(this::run);
        thread.start();
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public boolean offer(Notice notice, Feedback feedback) {
        boolean taken = queue.offer(new Item(notice, feedback));
        if (!taken) {
            counters.increment(Metric.ALARMS_QUEUE_FULL);
        }
        return taken;
    }

    private void run() {
        try {
            while (!closed()) {
                Item item = queue.take();
                deliver(item.notice(), item.feedback());
            }
        } catch (InterruptedException e) {
            // Only close interrupts.
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Notice notice, Feedback feedback) throws InterruptedException {
        for (int failures = 0; !closed(); failures++) {
            if (!feedback.wanted(notice)
                    || attempt(notice, feedback, failures)
                    || closing.await(retry.wait(failures).toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    /** Whether nothing more is to be done about the message. */
    private boolean attempt(Notice notice, Feedback feedback, int failures) {
        boolean last = notice.reason() == Reason.TEST || failures + 1 >= retry.attempts();
        try {
            channel.send(notice, feedback);
            if (!closed()) {
                // Else it is credited to whoever has the name of this one now.
                feedback.delivered(notice, route.name());
            }
            return true;
        } catch (Undelivered e) {
            boolean end = last || !e.worthRetrying();
            failed(notice, feedback, e.sentence(), end);
            return end;
        } catch (Throwable e) {
            failed(notice, feedback, fault(e), last);
            return last;
        }
    }

    private void failed(Notice notice, Feedback feedback, String sentence, boolean last) {
        if (closed()) {
            return;
        }
        counters.increment(Metric.ALARMS_CHANNEL_FAILURES);
        if (last) {
            counters.increment(Metric.ALARMS_GIVEN_UP);
        }
        feedback.failed(notice, route.name(), sentence, last);
    }

    static String fault(Throwable e) {
        return "The channel met a programming error (" + e.getClass().getName() + "); please report it.";
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }
}
