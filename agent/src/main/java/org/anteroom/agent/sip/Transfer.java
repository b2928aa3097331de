package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks the PBX to join the far ends of two calls of ours without us: an attended transfer (RFC 5589 section 7), by REFER
 * (RFC 3515) in the one dialog to a call that replaces the other (RFC 3891).
 *
 * <pre>
 *   us                    the PBX, as the caller      the PBX, as the phone
 *    |--- REFER ---------------->|                            |   Refer-To: the phone, Replaces: our dialog with it
 *    |<-- 202 -------------------|                            |
 *    |<-- NOTIFY 100 ------------|--- INVITE, Replaces ------>|
 *    |<-- BYE ------------------------------------------------|   the replaced dialog
 *    |<-- NOTIFY 200 ------------|                            |   any order from 202 on
 *    |--- BYE ------------------>|
 * </pre>
 *
 * <p>The caller's leg is referred and the phone's is replaced, never the other way round: what is replaced is ended by the
 * PBX, so whatever goes wrong half-way, the leg that we still hold is the caller's.
 *
 * <p>REFER makes a subscription without being asked for one; its final NOTIFY is the verdict, never the 202, which says
 * only that the REFER was understood. Believed is a NOTIFY inside the referred dialog, of event {@code refer}, while the
 * subscription lives; any other is answered 481 or 489 and changes nothing. The subscription may outlive the call for 64
 * T1, because the NOTIFY may come after the BYE (RFC 5057). Silence ends nothing here: who asked has a clock of its own, and
 * a verdict that comes late is still one.
 *
 * <p>On {@code sip-line}.
 */
final class Transfer implements DialogUsage, Exchange.Outcome {
    private static final int BAD_EVENT = 489;
    private static final Pattern EVENT_ID = Pattern.compile(";\\s*id\\s*=\\s*\"?(\\d{1,10})\"?");

    private final Wire wire;
    private final LegTable table;
    private final Dialog dialog;
    private final TransferListener listener;
    private final Replies replies;
    private @Nullable Exchange refer;
    private boolean over;
    /** Whether the call it was asked in has ended. */
    private boolean alone;

    private Transfer(Wire wire, LegTable table, Dialog dialog, TransferListener listener) {
        this.wire = wire;
        this.table = table;
        this.dialog = dialog;
        this.listener = listener;
        this.replies = new Replies(wire.party(), wire.limits());
    }

    /** Sends the REFER, or tells why it can't be. */
    static void begin(Wire wire, LegTable table, Leg referred, Leg replaced, TransferListener listener) {
        Optional<Session> from = standing(referred);
        Optional<Session> to = standing(replaced);
        if (from.isEmpty() || to.isEmpty()) {
            listener.verdict(new TransferVerdict.Impossible("one of the two calls doesn't stand"));
            return;
        }
        Optional<String> obstacle = obstacle(from.get(), to.get());
        Dialog other = to.get().dialog();
        Optional<String> referTo = ReferTo.of(other.target(), other.id());
        if (obstacle.isPresent() || referTo.isEmpty()) {
            listener.verdict(
                    new TransferVerdict.Impossible(obstacle.orElse("the replaced call has no address of SIP")));
            return;
        }
        Transfer transfer = new Transfer(wire, table, from.get().dialog(), listener);
        from.get().transferring(transfer);
        transfer.send(referTo.get());
    }

    private static Optional<Session> standing(Leg leg) {
        return leg instanceof StandingLeg ours ? ours.standing() : Optional.empty();
    }

    private static Optional<String> obstacle(Session referred, Session replaced) {
        if (referred.transferred()) {
            return Optional.of("it was asked before in this call");
        }
        if (!referred.atRest() || !replaced.atRest()) {
            return Optional.of("a re-INVITE is under way");
        }
        if (!referred.peer().allows("refer")) {
            return Optional.of("no REFER in Allow");
        }
        if (!replaced.peer().supports("replaces")) {
            return Optional.of("no replaces in Supported");
        }
        if (!referred.dialog().nextHop().equals(replaced.dialog().nextHop())) {
            return Optional.of("the two calls are not of the same PBX");
        }
        return Optional.empty();
    }

    private void send(String referTo) {
        Request request = dialog.request(Request.REFER);
        LocalParty party = wire.party();
        party.addCapabilities(request);
        // Here alone it is taken, so here alone it is named.
        party.set(request, "Allow", LocalParty.ALLOW + ", " + Request.NOTIFY);
        party.set(request, ReferTo.HEADER, referTo);
        party.set(request, "Referred-By", "<" + party.identity().getURI() + ">");
        Exchange exchange = new Exchange(
                wire,
                wire.thread(),
                request,
                dialog::nextSequence,
                wire.timers().answerWithin(),
                this);
        refer = exchange;
        exchange.send();
    }

    @Override
    public void answered(Response response) {
        if (response.getStatusCode() / 100 != 2) {
            finish(new TransferVerdict.Refused(response.getStatusCode()));
        }
    }

    /** The request may have arrived all the same: then a NOTIFY comes. */
    @Override
    public void silent() {}

    /** A NOTIFY in the dialog, numbered in order. */
    void notified(Request notify, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        String event = SipHeaders.first(notify, "Event").orElse("");
        if (!event.split(";", 2)[0].trim().equalsIgnoreCase("refer")) {
            replies.send(BAD_EVENT, notify, transaction);
        } else if (over || !ofOurs(event)) {
            replies.send(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, notify, transaction);
        } else {
            OptionalInt status = StatusFragment.status(notify);
            reply(status, notify, transaction);
            judge(status.orElse(Response.TRYING), notify);
        }
    }

    private void reply(OptionalInt status, Request notify, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        if (status.isPresent() || !Replies.hasBody(notify)) {
            replies.send(Response.OK, notify, transaction);
        } else if (StatusFragment.in(notify)) {
            replies.send(Response.BAD_REQUEST, notify, transaction);
        } else {
            Response refusal = replies.make(Response.UNSUPPORTED_MEDIA_TYPE, notify, LocalParty.newTag());
            wire.party().set(refusal, "Accept", StatusFragment.ACCEPTED);
            transaction.sendResponse(refusal);
        }
    }

    private void judge(int status, Request notify) {
        boolean last = SipHeaders.first(notify, "Subscription-State")
                .map(state -> state.toLowerCase(Locale.ROOT).startsWith("terminated"))
                .orElse(false);
        if (status / 100 == 2) {
            finish(new TransferVerdict.Joined());
        } else if (status >= 300) {
            finish(new TransferVerdict.Refused(status));
        } else if (last) {
            finish(new TransferVerdict.Untold());
        }
    }

    /** An event may name the REFER it is of, by its number (RFC 3515 section 2.4.6). */
    private boolean ofOurs(String event) {
        Matcher id = EVENT_ID.matcher(event);
        Exchange asked = refer;
        return !id.find() || (asked != null && Long.parseLong(id.group(1)) == Dialog.sequence(asked.request()));
    }

    /** Whether the PBX may still tell something. */
    boolean waiting() {
        return !over;
    }

    /** The call has ended before the verdict: the dialog stays for the NOTIFY alone. */
    void outlive() {
        if (!alone) {
            alone = true;
            table.put(dialog.id(), this);
            wire.thread().after(longest(), this::forget);
        }
    }

    private Duration longest() {
        return wire.timers().t1().multipliedBy(64);
    }

    private void forget() {
        over = true;
        if (alone) {
            table.remove(dialog.id());
        }
    }

    private void finish(TransferVerdict verdict) {
        if (!over) {
            forget();
            listener.verdict(verdict);
        }
    }

    /** What comes after the call's end. */
    @Override
    public void request(Request request, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        if (request.getMethod().equals(Request.NOTIFY) && dialog.inOrder(request)) {
            notified(request, transaction);
        } else {
            replies.send(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
        }
    }

    @Override
    public void acknowledged(Request ack) {}
}
