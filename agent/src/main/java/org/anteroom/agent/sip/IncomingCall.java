package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A call the PBX sent: the called side of RFC 3261 section 13.3 until it is answered, then a {@link Session}.
 *
 * <pre>
 *   INVITED --ringing--> RINGING --answer--> ANSWERED --BYE, no ACK, timer--> OVER
 *      \-------------------- CANCEL, refuse, hangUp ---------------------------^
 * </pre>
 */
final class IncomingCall implements IncomingLeg, StandingLeg, DialogUsage, Session.Owner {
    private static final int UPDATE_RETRY_S = 2;

    private enum State {
        INVITED,
        RINGING,
        ANSWERED,
        OVER
    }

    private final String id;
    private final Wire wire;
    private final LegTable table;
    private final Replies replies;
    private final Request invite;
    private final ServerTransaction transaction;
    private final Optional<SessionDescription> offer;
    private final String localTag = LocalParty.newTag();
    private final Dialog dialog;
    private LegListener listener = event -> {};
    private State state = State.INVITED;
    private @Nullable Session session;
    private boolean streamTold;

    IncomingCall(
            String id,
            Wire wire,
            LegTable table,
            Request invite,
            ServerTransaction transaction,
            Optional<SessionDescription> offer) {
        this.id = id;
        this.wire = wire;
        this.table = table;
        this.replies = new Replies(wire.party(), wire.limits());
        this.invite = invite;
        this.transaction = transaction;
        this.offer = offer;
        this.dialog = Dialog.ofInvitation(wire.party(), invite, localTag);
        table.live(this);
        table.invited(invite, this);
        table.put(dialog.id(), this);
    }

    void listen(LegListener heard) {
        listener = heard;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void ringing() {
        step(() -> {
            if (state == State.INVITED) {
                state = State.RINGING;
                Response ringing = replies.make(Response.RINGING, invite, localTag);
                wire.party().addCapabilities(ringing);
                transaction.sendResponse(ringing);
            }
        });
    }

    @Override
    public void answer(AudioEndpoint endpoint) {
        step(() -> {
            if (state == State.INVITED || state == State.RINGING) {
                answerWith(new MediaAgreement(endpoint));
            }
        });
    }

    private void answerWith(MediaAgreement media) throws SipException, InvalidArgumentException {
        Response ok = replies.make(Response.OK, invite, localTag);
        wire.party().addCapabilities(ok);
        if (offer.isPresent()) {
            Negotiation negotiation = media.answer(offer.get());
            if (negotiation instanceof Negotiation.NothingFits nothing) {
                wire.counters().increment(SipCount.NO_COMMON_MEDIA);
                replies.sendNothingFits(nothing, invite, transaction);
                end(EndCause.NO_COMMON_MEDIA);
                return;
            }
            wire.party().addDescription(ok, ((Negotiation.Agreed) negotiation).description());
        } else {
            wire.party().addDescription(ok, media.offer());
        }
        state = State.ANSWERED;
        table.answered(invite);
        Session begun = new Session(wire, table, dialog, media, this);
        session = begun;
        begun.begin(transaction, invite, ok, offer.isEmpty());
        media.stream().ifPresent(this::agreed);
    }

    @Override
    public void agreed(AgreedStream stream) {
        if (state == State.ANSWERED) {
            listener.event(streamTold ? new LegEvent.Reoffered(stream) : new LegEvent.Answered(stream));
            streamTold = true;
        }
    }

    @Override
    public void over(EndCause cause) {
        end(cause);
    }

    @Override
    public void refuse(int status) {
        if (status < 400 || status > 699) {
            throw new IllegalArgumentException("sip: a call is refused with a status of 400-699, not " + status);
        }
        step(() -> {
            if (state == State.INVITED || state == State.RINGING) {
                finish(status, EndCause.LOCAL_HANG_UP);
            }
        });
    }

    @Override
    public void hangUp() {
        step(() -> close(EndCause.LOCAL_HANG_UP));
    }

    @Override
    public Optional<Session> standing() {
        return Optional.ofNullable(session).filter(call -> !call.isOver());
    }

    /** Ends the call whatever its state. */
    void close(EndCause cause) throws InvalidArgumentException {
        if (session != null) {
            session.hangUp(cause);
        } else if (state != State.OVER) {
            finish(Response.TEMPORARILY_UNAVAILABLE, cause);
        }
    }

    /** The CANCEL of the caller; it is answered already. */
    void cancelled() throws InvalidArgumentException {
        if (state == State.INVITED || state == State.RINGING) {
            finish(Response.REQUEST_TERMINATED, EndCause.CANCELLED);
        }
    }

    /** Whether another INVITE is this one on another path. */
    boolean isSameRequest(Request other) {
        SIPMessage ours = (SIPMessage) invite;
        SIPMessage theirs = (SIPMessage) other;
        return ours.getCallId().getCallId().equals(theirs.getCallId().getCallId())
                && String.valueOf(ours.getFromTag()).equals(String.valueOf(theirs.getFromTag()))
                && Dialog.sequence(ours) == Dialog.sequence(theirs);
    }

    /** Ends the call also where the response can't be sent: the connection it came over may be gone. */
    private void finish(int status, EndCause cause) throws InvalidArgumentException {
        Response response = replies.make(status, invite, localTag);
        if (status == Response.SERVICE_UNAVAILABLE) {
            wire.party().set(response, "Retry-After", Integer.toString(Replies.UNHEALTHY_RETRY_S));
        }
        try {
            transaction.sendResponse(response);
        } catch (SipException e) {
            wire.counters().increment(SipCount.RESPONSES_UNSENT);
        }
        end(cause);
    }

    private void end(EndCause cause) {
        if (state == State.OVER) {
            return;
        }
        state = State.OVER;
        table.answered(invite);
        table.over(this);
        if (session == null) {
            table.remove(dialog.id());
        }
        listener.event(new LegEvent.Ended(cause));
    }

    /** What the caller sends before we answered. */
    @Override
    public void request(Request request, ServerTransaction inDialog) throws SipException, InvalidArgumentException {
        if (!dialog.inOrder(request)) {
            replies.sendRetryLater(Response.SERVER_INTERNAL_ERROR, UPDATE_RETRY_S, request, inDialog);
            return;
        }
        switch (request.getMethod()) {
            case Request.BYE -> {
                replies.send(Response.OK, request, inDialog);
                cancelled();
            }
            case Request.UPDATE -> {
                if (Replies.hasBody(request)) {
                    // The offer of the INVITE is not answered yet (RFC 3311 section 5.2).
                    replies.sendRetryLater(Response.SERVER_INTERNAL_ERROR, UPDATE_RETRY_S, request, inDialog);
                } else {
                    Response ok = replies.make(Response.OK, request, localTag);
                    wire.party().addCapabilities(ok);
                    dialog.refreshTarget(request);
                    inDialog.sendResponse(ok);
                }
            }
            case Request.INVITE -> replies.sendRetryLater(
                    Response.SERVER_INTERNAL_ERROR, UPDATE_RETRY_S, request, inDialog);
            case Request.OPTIONS -> replies.sendCapabilities(Response.OK, request, inDialog);
            default -> replies.send(Response.METHOD_NOT_ALLOWED, request, inDialog);
        }
    }

    @Override
    public void acknowledged(Request ack) {}

    /** A step whose failure ends this call and no other. */
    private void step(SipThread.Step step) {
        wire.thread().post(() -> {
            try {
                step.run();
            } catch (SipException e) {
                wire.counters().increment(SipCount.RESPONSES_UNSENT);
                end(EndCause.PEER_GONE);
            } catch (RuntimeException e) {
                end(EndCause.FAULT);
                throw e;
            }
        });
    }
}
