package org.anteroom.agent.call;

import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.CallBackWish;
import org.anteroom.agent.practice.reception.NumberOnFile;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.watch.Metric;

/** What {@link ReturnCalls} need of a receptionist. Any thread. */
final class ReturnWorld implements ReturnCalls.World {
    /** Makes a call back that somebody took a caller's call; empty where there is no room for one. */
    interface Admission {
        Optional<LegListener> admit(CallerLeg leg, CallOrigin origin);
    }

    private final Supplier<CallParts> parts;
    private final OwnPhoning phones;
    private final Admission admission;

    ReturnWorld(Supplier<CallParts> parts, OwnPhoning phones, Admission admission) {
        this.parts = parts;
        this.phones = phones;
        this.admission = admission;
    }

    /** Nobody whose calls are blocked is rung either. */
    @Override
    public CompletableFuture<Optional<NumberOnFile>> number(ReturnOrder order) {
        CallParts now = parts.get();
        if (now.records().isEmpty() || now.settings().emergencyOnly()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CallBackWish wish = order.wish();
        return now.records()
                .get()
                .reception()
                .callBackTo(wish.claim(), wish.task(), now.clock().instant())
                .thenApply(found -> found.filter(to -> !now.settings().blocks(Optional.of(to.number()))));
    }

    @Override
    public CompletableFuture<ReturnRing.Outcome> ring(ReturnQueue.Waiting waiting) {
        String number = waiting.to().number();
        return phones.forReturn(number, leg -> admission.admit(leg, CallOrigin.of(waiting.returning(), number)));
    }

    @Override
    public void count(Metric metric) {
        parts.get().counters().increment(metric);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public LocalTime here() {
        CallParts now = parts.get();
        return LocalTime.ofInstant(
                now.clock().instant(), now.settings().practice().timezone());
    }
}
