package org.anteroom.agent.call;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.anteroom.agent.dialogue.TemplateId;

/** What a test saw of the calls of a receptionist, in order, and how it waits for more. */
abstract class CallsSeen {
    static final Duration SOON = Duration.ofSeconds(30);

    final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    final List<CallEvent> all = new CopyOnWriteArrayList<>();
    /** Told of every event as it happens. */
    final List<Consumer<CallEvent>> watching = new CopyOnWriteArrayList<>();

    /** Any thread of the receptionist's. */
    final void happened(CallEvent event) {
        all.add(event);
        events.add(event);
        watching.forEach(one -> one.accept(event));
    }

    /** The next event of the type that fits; events before it are dropped. Fails when none comes in time. */
    <E extends CallEvent> E next(Class<E> type, Predicate<E> fits) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        for (long left = SOON.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            CallEvent event = events.poll(left, TimeUnit.NANOSECONDS);
            if (type.isInstance(event) && fits.test(type.cast(event))) {
                return type.cast(event);
            }
        }
        throw new AssertionError("no such " + type.getSimpleName() + " within " + SOON + "; seen: " + all);
    }

    CallEvent.Said nextSaid(TemplateId id) throws Exception {
        return next(CallEvent.Said.class, said -> said.template().equals(id.key()));
    }

    CallEvent.Outbound nextLeg(String target, String what) throws Exception {
        return next(
                CallEvent.Outbound.class,
                leg -> leg.target().equals(target) && leg.what().startsWith(what));
    }

    /** What became of the legs to a phone so far, in order. */
    List<String> steps(String target) {
        return all.stream()
                .filter(CallEvent.Outbound.class::isInstance)
                .map(CallEvent.Outbound.class::cast)
                .filter(leg -> leg.target().equals(target))
                .map(CallEvent.Outbound::what)
                .toList();
    }

    /** Waits until a leg to the phone has gone that step, also when it went it before. */
    void awaitStep(String target, String what) throws Exception {
        if (!steps(target).contains(what)) {
            nextLeg(target, what);
        }
    }
}
