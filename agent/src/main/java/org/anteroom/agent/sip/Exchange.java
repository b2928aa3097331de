package org.anteroom.agent.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request of ours and what becomes of it: answers digest challenges, and gives up when not even a provisional
 * response comes in time. Lives on the thread it is given.
 */
final class Exchange implements ResponseListener {
    /** The headers that answer a server's challenge and a proxy's. */
    static final List<String> CREDENTIALS = List.of("Authorization", "Proxy-Authorization");

    private static final int MOST_REPETITIONS = 4;

    private final Wire wire;
    private final SipThread thread;
    private final LongSupplier sequence;
    private final Duration patience;
    private final Outcome outcome;
    private Request request;
    private @Nullable ClientTransaction transaction;
    private SipThread.@Nullable Alarm unanswered;
    private boolean challengedByServer;
    private boolean challengedByProxy;
    private int repetitions;
    private boolean provisional;
    private boolean cancelled;
    private boolean over;

    /** What one wants to know of a request. */
    interface Outcome {

        default void provisional(Response response) {}

        /** The one final response; a challenge comes here only when our answer to it was refused. */
        void answered(Response response);

        /** A 2xx once more, or that of another branch of a forked INVITE. */
        default void again(Response response) {}

        /** Nobody answered, or the transport failed. */
        void silent();
    }

    /**
     * @param sequence gives the CSeq number for a repetition with credentials
     * @param patience how long it may stay without any response
     */
    Exchange(Wire wire, SipThread thread, Request request, LongSupplier sequence, Duration patience, Outcome outcome) {
        this.wire = wire;
        this.thread = thread;
        this.request = request;
        this.sequence = sequence;
        this.patience = patience;
        this.outcome = outcome;
    }

    void send() {
        try {
            transaction = wire.stack().send(request, this);
            unanswered = thread.after(patience, this::giveUp);
        } catch (SipException | IllegalArgumentException e) {
            if (!over) {
                over = true;
                thread.post(outcome::silent);
            }
        }
    }

    /** The request as last sent: its number and branch are those to CANCEL and to ACK. */
    Request request() {
        return request;
    }

    /** Whether a final response came or nobody is waited for any more. */
    boolean over() {
        return over;
    }

    /**
     * Cancels an INVITE: at once, or with its first provisional response, because before it the peer may not know of it
     * (RFC 3261 section 9.1). A challenge that crosses is not answered: a second INVITE would ring what shall be silent.
     */
    void cancel() {
        if (!cancelled) {
            cancelled = true;
            if (provisional) {
                sendCancel();
            }
        }
    }

    private void sendCancel() {
        ClientTransaction invite = transaction;
        if (invite == null || over) {
            return;
        }
        Farewell farewell = new Farewell(wire.outstanding());
        try {
            wire.stack().send(invite.createCancel(), farewell);
        } catch (SipException e) {
            farewell.lost();
        }
    }

    /** Stops waiting; a response that comes later is only told as {@link Outcome#again}. */
    void abandon() {
        over = true;
        quiet();
        ClientTransaction current = transaction;
        if (current != null) {
            try {
                current.terminate();
            } catch (ObjectInUseException e) {
                wire.counters().increment(SipCount.FAULTS);
            }
        }
    }

    @Override
    public void response(Response response) {
        thread.post(() -> handle(response));
    }

    @Override
    public void lost() {
        thread.post(this::giveUp);
    }

    private void handle(Response response) throws ParseException, InvalidArgumentException {
        quiet();
        int status = response.getStatusCode();
        if (over) {
            if (status / 100 == 2) {
                outcome.again(response);
            }
        } else if (status < 200) {
            boolean first = !provisional;
            provisional = true;
            if (first && cancelled) {
                sendCancel();
            }
            outcome.provisional(response);
        } else if (Dialog.sequence(response) != Dialog.sequence(request)) {
            return;
        } else if ((status == 401 || status == 407) && !cancelled && repeat(response)) {
            provisional = false;
            send();
        } else {
            over = true;
            outcome.answered(response);
        }
    }

    private void giveUp() {
        if (!over) {
            abandon();
            outcome.silent();
        }
    }

    private void quiet() {
        if (unanswered != null) {
            unanswered.cancel();
            unanswered = null;
        }
    }

    /** Makes the request anew with credentials; false when the challenge was answered before or can't be. */
    private boolean repeat(Response response) throws ParseException, InvalidArgumentException {
        Optional<Challenge> found = Challenge.of(response);
        if (found.isEmpty()) {
            return false;
        }
        Challenge challenge = found.get();
        boolean before = challenge.proxy() ? challengedByProxy : challengedByServer;
        if ((before && !challenge.stale()) || ++repetitions > MOST_REPETITIONS) {
            return false;
        }
        challengedByProxy |= challenge.proxy();
        challengedByServer |= !challenge.proxy();
        Request next = (Request) request.clone();
        next.setHeader(wire.party().via());
        ((CSeqHeader) next.getHeader(CSeqHeader.NAME)).setSeqNumber(sequence.getAsLong());
        wire.party()
                .set(
                        next,
                        CREDENTIALS.get(challenge.proxy() ? 1 : 0),
                        wire.digest()
                                .answer(
                                        challenge,
                                        next.getMethod(),
                                        next.getRequestURI().toString()));
        request = next;
        return true;
    }
}
