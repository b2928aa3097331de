package org.anteroom.agent.sip;

import java.time.Duration;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A 200 to an INVITE that is repeated until its ACK comes (RFC 3261 section 13.3.1.4), over TCP too.
 *
 * <pre>
 *   200 --T1--> 200 --2 T1--> 200 --4 T1--> ... every T2 = 8 T1 ... after 64 T1: given up
 *        ACK at any of these points ends it
 * </pre>
 */
final class PendingAck {
    private static final int LIFE = 64;
    private static final int SLOWEST = 8;

    private final Wire wire;
    private final ServerTransaction transaction;
    private final Response ok;
    private final Runnable expired;
    private SipThread.@Nullable Alarm alarm;
    private boolean waiting = true;
    private int sentTicks;

    PendingAck(Wire wire, ServerTransaction transaction, Response ok, Runnable expired) {
        this.wire = wire;
        this.transaction = transaction;
        this.ok = ok;
        this.expired = expired;
    }

    /** Sends the 200 for the first time. */
    void send() throws SipException, InvalidArgumentException {
        transaction.sendResponse(ok);
        next(1);
    }

    /** Whether the ACK is still to come. */
    boolean waiting() {
        return waiting;
    }

    /** The number of the INVITE, which the ACK repeats. */
    long sequence() {
        return Dialog.sequence(ok);
    }

    void acknowledged() {
        waiting = false;
        if (alarm != null) {
            alarm.cancel();
        }
    }

    private void next(int ticks) {
        Duration pause = wire.timers().t1().multipliedBy(ticks);
        alarm = wire.thread().after(pause, () -> repeat(ticks));
    }

    private void repeat(int ticks) throws InvalidArgumentException {
        if (!waiting) {
            return;
        }
        sentTicks += ticks;
        if (sentTicks >= LIFE) {
            waiting = false;
            expired.run();
            return;
        }
        try {
            transaction.sendResponse(ok);
        } catch (SipException e) {
            // The connection is down; the peer may come back before the time is over.
            wire.counters().increment(SipCount.RESPONSES_UNSENT);
        }
        next(Math.min(2 * ticks, SLOWEST));
    }
}
