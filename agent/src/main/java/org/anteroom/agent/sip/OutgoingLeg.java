package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A call we make: the calling side of RFC 3261 section 13.2 until it is answered, then a {@link Session}.
 *
 * <pre>
 *   CALLING --1xx--> PROCEEDING --2xx--> ANSWERED --BYE, timer--> OVER
 *      |   \             |      \--- hangUp, ring time: CANCEL ----^ ^
 *      |    \--- hangUp: CANCEL waits for the first 1xx ----------^  |
 *      cancel            cancel                                      |
 *      '-----------------'-------> CANCELLING --487, 64 T1-----------'
 *                                      \--2xx--> ANSWERED
 * </pre>
 *
 * After hangUp the leg is over for its listener at once; the INVITE is followed to its end, so that a 2xx that crosses the
 * CANCEL, or comes from a second phone, is acknowledged and ended. After cancel the listener is told of that 2xx.
 */
final class OutgoingLeg implements CancellableLeg, StandingLeg, Exchange.Outcome, DialogUsage, Session.Owner {
    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_FORKS = 16;

    private enum State {
        CALLING,
        PROCEEDING,
        CANCELLING,
        ANSWERED,
        OVER
    }

    private final String id;
    private final Wire wire;
    private final LegTable table;
    private final OutgoingCall call;
    private final LegListener listener;
    private final LoopGuard loops;
    private final Replies replies;
    private final MediaAgreement media;
    private final String callId;
    private final String localTag = LocalParty.newTag();
    private final Map<String, Dialog> early = new HashMap<>();
    private final Map<String, Request> acks = new HashMap<>();
    private String loopToken = "";
    private State state = State.CALLING;
    private long sequence;
    private int attempts;
    private long interval;
    private @Nullable Exchange exchange;
    private @Nullable Session session;
    private SipThread.@Nullable Alarm ringing;

    OutgoingLeg(String id, Wire wire, LegTable table, LoopGuard loops, OutgoingCall call, LegListener listener) {
        this.id = id;
        this.wire = wire;
        this.table = table;
        this.loops = loops;
        this.call = call;
        this.listener = listener;
        this.replies = new Replies(wire.party(), wire.limits());
        this.media = new MediaAgreement(call.endpoint());
        this.callId = wire.party().newCallId();
        this.interval = wire.timers().session().toSeconds();
        table.live(this);
    }

    @Override
    public String id() {
        return id;
    }

    /** Sends the INVITE. */
    void start() {
        if (state == State.OVER) {
            return;
        }
        loopToken = loops.begin(callId, call.number());
        table.placed(callId, this);
        ringing = wire.thread().after(call.ring(), () -> giveUp(EndCause.NO_ANSWER));
        try {
            send();
        } catch (ParseException e) {
            end(new LegEvent.Refused(Response.ADDRESS_INCOMPLETE));
        }
    }

    private void send() throws ParseException {
        attempts++;
        LocalParty party = wire.party();
        var callee = party.callee(call.number());
        Request invite = party.request(
                Request.INVITE,
                callee,
                callId,
                ++sequence,
                party.callerIdentity(),
                localTag,
                party.address(callee),
                Optional.empty(),
                List.of());
        party.addCapabilities(invite);
        party.assertCaller(invite);
        party.set(invite, LoopGuard.HEADER, loopToken);
        call.drillToken().ifPresent(token -> party.set(invite, InvitationReader.DRILL, token));
        party.set(invite, SessionInterval.HEADER, Long.toString(interval));
        party.set(
                invite,
                SessionInterval.MINIMUM,
                Long.toString(Math.min(interval, wire.timers().minSession().toSeconds())));
        party.addDescription(invite, media.sameAgain());
        exchange = new Exchange(
                wire, wire.thread(), invite, () -> ++sequence, wire.timers().answerWithin(), this);
        exchange.send();
    }

    @Override
    public void provisional(Response response) {
        if (state == State.CALLING) {
            state = State.PROCEEDING;
        }
        if (state != State.PROCEEDING || response.getStatusCode() == Response.TRYING) {
            return;
        }
        String tag = String.valueOf(((SIPMessage) response).getToTag());
        if (!tag.equals("null") && !early.containsKey(tag) && early.size() < MOST_FORKS) {
            Dialog dialog = Dialog.ofResponse(wire.party(), request(), response);
            early.put(tag, dialog);
            table.put(dialog.id(), this);
        }
        listener.event(new LegEvent.Progress(response.getStatusCode()));
        streamOf(response).ifPresent(stream -> listener.event(new LegEvent.EarlyMedia(stream)));
    }

    private Optional<AgreedStream> streamOf(Response response) {
        try {
            return replies.description(response).flatMap(media::answered);
        } catch (SdpException e) {
            return Optional.empty();
        }
    }

    @Override
    public void answered(Response response) {
        int status = response.getStatusCode();
        if (status / 100 == 2) {
            try {
                accepted(response);
            } catch (RuntimeException e) {
                // Whatever failed here, the phone that answered must not be left off its hook.
                bye(Dialog.ofResponse(wire.party(), request(), response));
                end(new LegEvent.Ended(EndCause.FAULT));
                throw e;
            }
        } else if (status == 422 && isRinging() && attempts < MOST_ATTEMPTS) {
            lengthen(response);
        } else {
            end(new LegEvent.Refused(status));
            forgetLater();
        }
    }

    private void lengthen(Response response) {
        OptionalInt least = SipHeaders.number(response, SessionInterval.MINIMUM);
        interval = Math.max(interval, least.orElse((int) interval * 2));
        try {
            send();
        } catch (ParseException e) {
            end(new LegEvent.Refused(Response.ADDRESS_INCOMPLETE));
        }
    }

    /** The first 2xx: acknowledged in any case, a call only if we still want it and sound fits. */
    private void accepted(Response response) {
        Dialog dialog = acknowledge(response);
        forgetLater();
        if (state == State.OVER) {
            bye(dialog);
            return;
        }
        var stream = streamOf(response);
        if (stream.isEmpty() && !Replies.hasBody(response)) {
            // Answered before by a 183; RFC 3261 section 13.2.1 wants it repeated, some PBXs don't.
            stream = media.stream();
        }
        dropEarly();
        if (stream.isEmpty()) {
            wire.counters().increment(SipCount.NO_COMMON_MEDIA);
            bye(dialog);
            end(new LegEvent.Ended(EndCause.NO_COMMON_MEDIA));
            return;
        }
        state = State.ANSWERED;
        stopRinging();
        session = new Session(wire, table, dialog, media, this);
        session.begin(response);
        listener.event(new LegEvent.Answered(stream.get()));
    }

    /** A 2xx after the first: the same phone's once more, or a second phone's. */
    @Override
    public void again(Response response) {
        String tag = String.valueOf(((SIPMessage) response).getToTag());
        Request ack = acks.get(tag);
        if (ack != null) {
            sendAck(ack);
        } else if (Dialog.sequence(response) != Dialog.sequence(request())) {
            if (session != null) {
                session.acknowledgeAgain(response);
            }
        } else if (acks.size() < MOST_FORKS) {
            wire.counters().increment(SipCount.FORKS_ENDED);
            bye(acknowledge(response));
        }
    }

    private Dialog acknowledge(Response response) {
        Dialog dialog = Dialog.ofResponse(wire.party(), request(), response);
        Request ack = dialog.ack(request());
        acks.put(String.valueOf(((SIPMessage) response).getToTag()), ack);
        sendAck(ack);
        return dialog;
    }

    private void sendAck(Request ack) {
        try {
            wire.stack().sendAck((Request) ack.clone());
        } catch (SipException e) {
            // The 2xx comes again when its ACK is missing.
            wire.counters().increment(SipCount.RESPONSES_UNSENT);
        }
    }

    /** Ends a dialog that no session stands on. */
    private void bye(Dialog dialog) {
        Session unwanted = new Session(wire, table, dialog, media, new Session.Owner() {
            @Override
            public void agreed(AgreedStream stream) {}

            @Override
            public void over(EndCause cause) {}
        });
        unwanted.hangUp(EndCause.LOCAL_HANG_UP);
    }

    @Override
    public void silent() {
        end(new LegEvent.Ended(EndCause.NO_RESPONSE));
        forgetLater();
    }

    @Override
    public void agreed(AgreedStream stream) {
        if (state == State.ANSWERED) {
            listener.event(new LegEvent.Reoffered(stream));
        }
    }

    @Override
    public void over(EndCause cause) {
        end(new LegEvent.Ended(cause));
    }

    @Override
    public void cancel() {
        wire.thread().post(() -> {
            if (isRinging()) {
                state = State.CANCELLING;
                withdraw();
            }
        });
    }

    private boolean isRinging() {
        return state == State.CALLING || state == State.PROCEEDING;
    }

    @Override
    public void hangUp() {
        wire.thread().post(() -> giveUp(EndCause.LOCAL_HANG_UP));
    }

    @Override
    public void check(Runnable unanswered) {
        wire.thread().post(() -> standing().ifPresent(session -> session.check(unanswered)));
    }

    @Override
    public Optional<Session> standing() {
        return Optional.ofNullable(session).filter(now -> !now.isOver());
    }

    /** Ends the leg whatever its state: BYE, CANCEL, or CANCEL as soon as it is allowed. */
    void giveUp(EndCause cause) {
        if (session != null) {
            session.hangUp(cause);
            return;
        }
        if (isRinging()) {
            withdraw();
        }
        end(new LegEvent.Ended(cause));
    }

    private void withdraw() {
        stopClock();
        Exchange invite = exchange;
        if (invite != null) {
            invite.cancel();
            // A PBX that forgets to answer a cancelled INVITE must not keep its transaction, or our listener, for ever.
            wire.thread().after(followUp(), () -> {
                if (!invite.over()) {
                    invite.abandon();
                    forgetLater();
                    end(new LegEvent.Ended(EndCause.LOCAL_HANG_UP));
                }
            });
        }
    }

    private void end(LegEvent last) {
        if (state == State.OVER) {
            return;
        }
        state = State.OVER;
        stopRinging();
        dropEarly();
        table.over(this);
        listener.event(last);
    }

    private void stopRinging() {
        stopClock();
        loops.endLater(wire.thread(), loopToken);
    }

    private void stopClock() {
        if (ringing != null) {
            ringing.cancel();
        }
    }

    private void dropEarly() {
        early.values().forEach(dialog -> table.remove(dialog.id()));
        early.clear();
    }

    /** Late answers of other phones are taken as long as they can come (RFC 3261 section 13.2.2.4). */
    private void forgetLater() {
        wire.thread().after(followUp(), () -> table.forget(callId));
    }

    private Duration followUp() {
        return wire.timers().t1().multipliedBy(64);
    }

    private Request request() {
        Exchange invite = exchange;
        if (invite == null) {
            throw new IllegalStateException("sip: a response came before its request was sent");
        }
        return invite.request();
    }

    /** What the called side sends before it answers. */
    @Override
    public void request(Request request, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        Dialog dialog = early.get(String.valueOf(((SIPMessage) request).getFromTag()));
        if (dialog == null || !dialog.inOrder(request)) {
            replies.sendRetryLater(Response.SERVER_INTERNAL_ERROR, 2, request, transaction);
            return;
        }
        switch (request.getMethod()) {
            case Request.UPDATE -> {
                if (Replies.hasBody(request)) {
                    // Our offer is not answered for good yet (RFC 3311 section 5.2).
                    replies.send(Response.REQUEST_PENDING, request, transaction);
                } else {
                    Response ok = replies.make(Response.OK, request, localTag);
                    wire.party().addCapabilities(ok);
                    dialog.refreshTarget(request);
                    transaction.sendResponse(ok);
                }
            }
            case Request.BYE -> replies.send(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
            case Request.OPTIONS -> replies.sendCapabilities(Response.OK, request, transaction);
            default -> replies.send(Response.METHOD_NOT_ALLOWED, request, transaction);
        }
    }

    @Override
    public void acknowledged(Request ack) {}
}
