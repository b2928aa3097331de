package org.anteroom.agent.sip;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects what happens on a leg, to be waited for. */
final class Heard implements LegListener {
    private final BlockingQueue<LegEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void event(LegEvent event) {
        events.add(event);
    }

    LegEvent next() throws InterruptedException {
        LegEvent event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing happened on the leg for 20 s");
        }
        return event;
    }

    <T extends LegEvent> T next(Class<T> type) throws InterruptedException {
        LegEvent event = next();
        if (!type.isInstance(event)) {
            throw new AssertionError("expected " + type.getSimpleName() + " but heard " + event);
        }
        return type.cast(event);
    }

    boolean nothingMore() {
        return events.isEmpty();
    }
}
