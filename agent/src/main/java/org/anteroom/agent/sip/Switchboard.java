package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Decides who takes a message: a leg that stands, or a new call through all the doors it must pass. On {@code sip-line}. */
final class Switchboard {
    private final Wire wire;
    private final LegTable table;
    private final LoopGuard loops;
    private final LineListener listener;
    private final Replies replies;
    private final Supplier<String> ids;
    private volatile boolean withdrawn;

    Switchboard(Wire wire, LegTable table, LoopGuard loops, LineListener listener, Supplier<String> ids) {
        this.wire = wire;
        this.table = table;
        this.loops = loops;
        this.listener = listener;
        this.ids = ids;
        this.replies = new Replies(wire.party(), wire.limits());
    }

    /** From now on new calls get 503, or are taken again. Any thread. */
    void withdrawn(boolean on) {
        withdrawn = on;
    }

    void request(Request request, ServerTransaction transaction) throws Exception {
        try {
            route(request, transaction);
        } catch (SipException e) {
            wire.counters().increment(SipCount.RESPONSES_UNSENT);
        } catch (RuntimeException e) {
            replies.sendRetryLater(Response.SERVER_INTERNAL_ERROR, 1, request, transaction);
            throw e;
        }
    }

    private void route(Request request, ServerTransaction transaction) throws Exception {
        if (request.getMethod().equals(Request.CANCEL)) {
            cancel(request, transaction);
        } else if (replies.refusedExtension(request, transaction)) {
            return;
        } else if (Replies.inDialog(request)) {
            Optional<DialogUsage> usage = table.find(DialogId.ofRequest((SIPMessage) request));
            if (usage.isPresent()) {
                usage.get().request(request, transaction);
            } else {
                replies.send(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
            }
        } else {
            outsideDialogs(request, transaction);
        }
    }

    private void outsideDialogs(Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        switch (request.getMethod()) {
            case Request.INVITE -> invite(request, transaction);
            case Request.OPTIONS -> replies.sendCapabilities(
                    withdrawn ? Response.SERVICE_UNAVAILABLE : Response.OK, request, transaction);
            case Request.BYE, Request.UPDATE -> replies.send(
                    Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
            case Request.REGISTER,
                    Request.MESSAGE,
                    Request.NOTIFY,
                    Request.SUBSCRIBE,
                    Request.PUBLISH,
                    Request.REFER,
                    Request.INFO,
                    Request.PRACK -> replies.send(Response.METHOD_NOT_ALLOWED, request, transaction);
            default -> replies.send(Response.NOT_IMPLEMENTED, request, transaction);
        }
    }

    private void invite(Request invite, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        Invitation invitation = InvitationReader.read(invite);
        int minimum = (int) wire.timers().minSession().toSeconds();
        if (table.isMerged(invite)) {
            replies.send(Response.LOOP_DETECTED, invite, transaction);
        } else if (withdrawn) {
            wire.counters().increment(SipCount.CALLS_REFUSED_WITHDRAWN);
            replies.sendRetryLater(Response.SERVICE_UNAVAILABLE, Replies.UNHEALTHY_RETRY_S, invite, transaction);
        } else if (loops.causedByUs(invite, invitation)) {
            wire.counters().increment(SipCount.LOOPS);
            replies.send(Response.BUSY_HERE, invite, transaction);
        } else if (table.legs() >= wire.limits().legs()) {
            wire.counters().increment(SipCount.CALLS_REFUSED_FULL);
            replies.send(Response.BUSY_HERE, invite, transaction);
        } else if (SessionInterval.tooSmall(invite, minimum)) {
            replies.sendTooSmall(minimum, invite, transaction);
        } else if (!replies.refusedBody(invite, transaction)) {
            offered(invite, transaction, invitation);
        }
    }

    private void offered(Request invite, ServerTransaction transaction, Invitation invitation)
            throws SipException, InvalidArgumentException {
        Optional<SessionDescription> offer = offer(invite);
        Optional<Negotiation.NothingFits> refusal = offer.flatMap(Offer::refusal);
        if (refusal.isPresent()) {
            wire.counters().increment(SipCount.NO_COMMON_MEDIA);
            replies.sendNothingFits(refusal.get(), invite, transaction);
            tell(offer, refusal.get().reason());
            return;
        }
        transaction.sendResponse(replies.make(Response.TRYING, invite, ""));
        tell(offer, "");
        wire.counters().increment(SipCount.CALLS_IN);
        IncomingCall call = new IncomingCall(ids.get(), wire, table, invite, transaction, offer);
        try {
            call.listen(listener.incoming(call, invitation));
        } catch (RuntimeException e) {
            call.refuse(Response.SERVER_INTERNAL_ERROR);
            // Counted and told as the fault of one step, like any other.
            wire.thread().post(() -> {
                throw e;
            });
        }
    }

    /** What a display makes of an offer must not keep a call from being answered. */
    private void tell(Optional<SessionDescription> offer, String why) {
        try {
            offer.ifPresent(description -> listener.offered(new OfferedSound(description.audioFormats(), why)));
        } catch (RuntimeException e) {
            wire.thread().post(() -> {
                throw e;
            });
        }
    }

    private Optional<SessionDescription> offer(Request invite) {
        try {
            return replies.description(invite);
        } catch (SdpException e) {
            throw new IllegalStateException("sip: a session description was not checked before it was used", e);
        }
    }

    private void cancel(Request cancel, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        Optional<IncomingCall> call = table.invitedBy(cancel);
        replies.send(call.isPresent() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, cancel, transaction);
        if (call.isPresent()) {
            call.get().cancelled();
        }
    }

    void acknowledged(Request ack) throws Exception {
        Optional<DialogUsage> usage = table.find(DialogId.ofRequest((SIPMessage) ack));
        if (usage.isPresent()) {
            usage.get().acknowledged(ack);
        }
    }

    /** A 2xx to an INVITE whose transaction is over: a repetition, or another phone's answer. */
    void stray(Response response) {
        String callId = ((SIPMessage) response).getCallId().getCallId();
        table.placed(callId).ifPresentOrElse(leg -> leg.again(response), () -> table.find(
                        DialogId.ofResponse((SIPMessage) response))
                .ifPresent(usage -> {
                    if (usage instanceof Session session) {
                        session.acknowledgeAgain(response);
                    }
                }));
    }
}
