package org.anteroom.agent.call;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmPhone;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.Line;

/**
 * Phones that are rung with no caller behind it: for a test, an alarm, a promised call-back, a hand-over, a
 * patient who wants to be called back. Made over the
 * served line; once it was left, only for an emergency that nobody takes. Any thread.
 */
public final class OwnPhoning {
    private final Supplier<CallParts> parts;
    private final CallThreads threads;
    private final OpenEmergencies emergencies;
    private final LetGo letGo;
    private final ServedLine line;
    private final Set<OwnCalls> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    OwnPhoning(
            Supplier<CallParts> parts, CallThreads threads, OpenEmergencies emergencies, LetGo letGo, ServedLine line) {
        this.parts = parts;
        this.threads = threads;
        this.emergencies = emergencies;
        this.letGo = letGo;
        this.line = line;
    }

    /** A test of the on-call phones. */
    public OncallTest oncallTest() {
        return new OncallTest(means());
    }

    /** What rings a phone for an alarm. */
    public AlarmPhone alarmPhone() {
        return (number, kind, taken) -> {
            if (line.left() && kind != Alarm.Kind.NOBODY_ANSWERS) {
                throw Undelivered.forNow("A phone can't be rung: the service is stopping.");
            }
            try {
                new AlarmCall(means(), number, kind, taken).ring();
            } catch (IllegalStateException e) {
                throw Undelivered.forNow("A phone can't be rung: " + e.getMessage() + ".");
            }
        };
    }

    /** Rings phones about a promised call-back. */
    CompletableFuture<CallBackRing.Outcome> forCallBack(CallBackRing.Matter matter) {
        if (line.left()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the service stops"));
        }
        try {
            return new CallBackRing(means(), matter).run();
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Rings the number on file of whoever is to be called back; it gives way where it can't begin, and when the line is left.
     *
     * @param begin as for {@link ReturnRing}
     */
    CompletableFuture<ReturnRing.Outcome> forReturn(String number, Function<CallerLeg, Optional<LegListener>> begin) {
        if (line.left()) {
            return CompletableFuture.completedFuture(ReturnRing.Outcome.GAVE_WAY);
        }
        OwnCalls.Means made;
        try {
            made = means();
        } catch (IllegalStateException notServed) {
            return CompletableFuture.completedFuture(ReturnRing.Outcome.GAVE_WAY);
        }
        return new ReturnRing(made, number, line::left, begin).run();
    }

    /** What such calls are made with; refused, with a sentence for the operator, where there is no line. */
    OwnCalls.Means means() {
        Line serving = closed ? null : line.line().orElse(null);
        if (serving == null) {
            throw new IllegalStateException("the line is not served");
        }
        InetAddress address = line.address()
                .orElseThrow(() -> new IllegalStateException("the PBX can't be reached: check its host name"));
        return new OwnCalls.Means(parts.get(), threads, emergencies, letGo, serving, address, underway);
    }

    /** Whether any such call goes on. */
    boolean underway() {
        return !underway.isEmpty();
    }

    /** None begins any more, and those that go on are not waited for. */
    void close() {
        closed = true;
    }
}
