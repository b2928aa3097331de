package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A call that stands: what the peer sends within its dialog, the session timer, and the BYE. The same for calls that came
 * and calls that went. On {@code sip-line}.
 */
final class Session implements DialogUsage {
    private static final int OVERLAP_RETRY_S = 2;

    private final Wire wire;
    private final LegTable table;
    private final Dialog dialog;
    private final MediaAgreement media;
    private final Owner owner;
    private final Replies replies;
    private final SessionRefresh refresh;
    private final PeerAbilities peer = new PeerAbilities();
    private @Nullable PendingAck pendingAck;
    /** Of a BYE that waits for the peer's ACK. */
    private @Nullable Farewell farewell;

    /** Asked of the peer in this call. */
    private @Nullable Transfer transfer;

    private boolean answerInAck;
    private boolean over;

    /** The leg the session belongs to. */
    interface Owner {

        /** The stream was agreed anew, and differs from before. */
        void agreed(AgreedStream stream);

        void over(EndCause cause);
    }

    Session(Wire wire, LegTable table, Dialog dialog, MediaAgreement media, Owner owner) {
        this.wire = wire;
        this.table = table;
        this.dialog = dialog;
        this.media = media;
        this.owner = owner;
        this.replies = new Replies(wire.party(), wire.limits());
        this.refresh = new SessionRefresh(wire, dialog, media, new SessionRefresh.Owner() {
            @Override
            public void agreed(AgreedStream stream) {
                owner.agreed(stream);
            }

            @Override
            public void dead(EndCause cause) {
                hangUp(cause);
            }

            @Override
            public boolean busy() {
                return waitingForAck();
            }
        });
        table.put(dialog.id(), this);
    }

    /** Begins as the caller: our INVITE was answered. */
    void begin(Response ok) {
        refresh.learn(ok);
        peer.learn(ok);
        refresh.agreed(SessionInterval.answered(ok));
    }

    /** Begins as the called one. */
    void begin(ServerTransaction transaction, Request invite, Response ok, boolean offerInOk)
            throws SipException, InvalidArgumentException {
        refresh.learn(invite);
        peer.learn(invite);
        accept(transaction, invite, ok, offerInOk);
    }

    boolean isOver() {
        return over;
    }

    Dialog dialog() {
        return dialog;
    }

    PeerAbilities peer() {
        return peer;
    }

    /** Whether no offer is under way. */
    boolean atRest() {
        return !over && !waitingForAck() && !refresh.offering();
    }

    /** The peer is asked to let its call go on without us: what it tells about it is the transfer's. */
    void transferring(Transfer asked) {
        transfer = asked;
    }

    boolean transferred() {
        return transfer != null;
    }

    @Override
    public void request(Request request, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        if (request.getMethod().equals(Request.BYE)) {
            dialog.inOrder(request);
            replies.send(Response.OK, request, transaction);
            end(EndCause.REMOTE_HANG_UP);
        } else if (over) {
            replies.send(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
        } else if (!dialog.inOrder(request)) {
            replies.sendRetryLater(Response.SERVER_INTERNAL_ERROR, OVERLAP_RETRY_S, request, transaction);
        } else {
            switch (request.getMethod()) {
                case Request.INVITE, Request.UPDATE -> modify(request, transaction);
                case Request.OPTIONS -> replies.sendCapabilities(Response.OK, request, transaction);
                case Request.NOTIFY -> notified(request, transaction);
                default -> replies.send(Response.METHOD_NOT_ALLOWED, request, transaction);
            }
        }
    }

    private void notified(Request notify, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        Transfer asked = transfer;
        if (asked == null) {
            replies.send(Response.METHOD_NOT_ALLOWED, notify, transaction);
        } else {
            asked.notified(notify, transaction);
        }
    }

    /** A re-INVITE or an UPDATE: a new offer, a refresh, or both (RFC 3261 section 14.2, RFC 3311). */
    private void modify(Request request, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        boolean invite = request.getMethod().equals(Request.INVITE);
        boolean offers = Replies.hasBody(request);
        int minimum = (int) wire.timers().minSession().toSeconds();
        if ((refresh.offering() || (answerInAck && waitingForAck())) && (invite || offers)) {
            replies.send(Response.REQUEST_PENDING, request, transaction);
        } else if (SessionInterval.tooSmall(request, minimum)) {
            replies.sendTooSmall(minimum, request, transaction);
        } else if (!replies.refusedBody(request, transaction)) {
            agree(request, transaction, invite, offers);
        }
    }

    private void agree(Request request, ServerTransaction transaction, boolean invite, boolean offers)
            throws SipException, InvalidArgumentException {
        Optional<AgreedStream> before = media.stream();
        Response ok = replies.make(Response.OK, request, dialog.id().localTag());
        wire.party().addCapabilities(ok);
        if (offers) {
            Negotiation negotiation = media.answer(offerOf(request));
            if (negotiation instanceof Negotiation.NothingFits nothing) {
                replies.sendNothingFits(nothing, request, transaction);
                return;
            }
            wire.party().addDescription(ok, ((Negotiation.Agreed) negotiation).description());
        } else if (invite) {
            wire.party().addDescription(ok, media.offer());
        }
        dialog.refreshTarget(request);
        refresh.learn(request);
        peer.learn(request);
        if (invite) {
            accept(transaction, request, ok, !offers);
        } else {
            Optional<SessionInterval> interval = interval(request);
            interval.ifPresent(agreed -> agreed.writeAnswer(wire.party(), ok));
            transaction.sendResponse(ok);
            refresh.agreed(interval);
        }
        tellIfChanged(before);
    }

    private SessionDescription offerOf(Request request) {
        try {
            return replies.description(request).orElseThrow();
        } catch (SdpException e) {
            throw new IllegalStateException("sip: a session description was not checked before it was used", e);
        }
    }

    private Optional<SessionInterval> interval(Request request) {
        return SessionInterval.answering(request, (int) wire.timers().session().toSeconds(), (int)
                wire.timers().minSession().toSeconds());
    }

    private void accept(ServerTransaction transaction, Request invite, Response ok, boolean offerInOk)
            throws SipException, InvalidArgumentException {
        Optional<SessionInterval> interval = interval(invite);
        interval.ifPresent(agreed -> agreed.writeAnswer(wire.party(), ok));
        if (pendingAck != null) {
            // The peer goes on with a new INVITE, so it has our last 200: its ACK is lost or late.
            pendingAck.acknowledged();
        }
        answerInAck = offerInOk;
        pendingAck = new PendingAck(wire, transaction, ok, () -> {
            refresh.stop();
            bye();
            end(EndCause.PEER_GONE);
        });
        pendingAck.send();
        refresh.agreed(interval);
    }

    @Override
    public void acknowledged(Request ack) {
        PendingAck waiting = pendingAck;
        if (waiting == null || !waiting.waiting() || Dialog.sequence(ack) != waiting.sequence()) {
            return;
        }
        waiting.acknowledged();
        if (over) {
            bye();
        } else if (answerInAck) {
            answerInAck = false;
            answeredInAck(ack);
        }
    }

    private void answeredInAck(Message ack) {
        Optional<AgreedStream> before = media.stream();
        try {
            if (replies.description(ack).flatMap(media::answered).isPresent()) {
                tellIfChanged(before);
                return;
            }
        } catch (SdpException e) {
            wire.counters().increment(SipCount.NO_COMMON_MEDIA);
        }
        hangUp(EndCause.NO_COMMON_MEDIA);
    }

    private void tellIfChanged(Optional<AgreedStream> before) {
        media.stream().filter(now -> !before.equals(Optional.of(now))).ifPresent(owner::agreed);
    }

    /** A 2xx to a re-INVITE of ours once more: its ACK was lost. */
    void acknowledgeAgain(Response response) {
        refresh.acknowledgeAgain(response);
    }

    /** Ends the call with BYE; before the peer's ACK the BYE waits for it (RFC 3261 section 15). */
    void hangUp(EndCause cause) {
        if (over) {
            return;
        }
        if (waitingForAck()) {
            farewell = new Farewell(wire.outstanding());
        } else {
            bye();
        }
        end(cause);
    }

    private void end(EndCause cause) {
        refresh.stop();
        if (!waitingForAck() || cause == EndCause.REMOTE_HANG_UP) {
            if (pendingAck != null) {
                pendingAck.acknowledged();
            }
            leaveTable();
        }
        if (farewell != null && cause == EndCause.REMOTE_HANG_UP) {
            farewell.lost();
        }
        if (!over) {
            over = true;
            owner.over(cause);
        }
    }

    private void leaveTable() {
        Transfer asked = transfer;
        if (asked != null && asked.waiting()) {
            asked.outlive();
        } else {
            table.remove(dialog.id());
        }
    }

    private void bye() {
        leaveTable();
        Farewell bye = farewell == null ? new Farewell(wire.outstanding()) : farewell;
        Duration life = wire.timers().t1().multipliedBy(64);
        new Exchange(
                        wire,
                        wire.thread(),
                        dialog.request(Request.BYE),
                        dialog::nextSequence,
                        life,
                        new Exchange.Outcome() {
                            @Override
                            public void answered(Response response) {
                                bye.lost();
                            }

                            @Override
                            public void silent() {
                                bye.lost();
                            }
                        })
                .send();
    }

    /** As {@link CancellableLeg#check} says. */
    void check(Runnable unanswered) {
        Request options = dialog.request(Request.OPTIONS);
        wire.party().addCapabilities(options);
        new Exchange(
                        wire,
                        wire.thread(),
                        options,
                        dialog::nextSequence,
                        wire.timers().answerWithin(),
                        new Exchange.Outcome() {
                            @Override
                            public void answered(Response response) {
                                int status = response.getStatusCode();
                                if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST
                                        || status == Response.REQUEST_TIMEOUT) {
                                    silent();
                                }
                            }

                            @Override
                            public void silent() {
                                if (!over) {
                                    unanswered.run();
                                }
                            }
                        })
                .send();
    }

    private boolean waitingForAck() {
        return pendingAck != null && pendingAck.waiting();
    }
}
