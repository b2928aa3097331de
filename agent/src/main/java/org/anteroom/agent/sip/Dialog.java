package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** One dialog's state (RFC 3261 section 12): who, through where, and which numbers come next. On {@code sip-line}. */
final class Dialog {
    private static final long NONE = -1;

    private final LocalParty party;
    private final DialogId id;
    private final Address local;
    private final Address remote;
    private final List<RouteHeader> routes;
    private URI target;
    private long localSequence;
    private long remoteSequence;

    private Dialog(
            LocalParty party,
            DialogId id,
            Address local,
            Address remote,
            List<RouteHeader> routes,
            URI target,
            long localSequence,
            long remoteSequence) {
        this.party = party;
        this.id = id;
        this.local = local;
        this.remote = remote;
        this.routes = routes;
        this.target = target;
        this.localSequence = localSequence;
        this.remoteSequence = remoteSequence;
    }

    /** The dialog an INVITE from the peer makes with our tag (section 12.1.1). */
    static Dialog ofInvitation(LocalParty party, Request invite, String localTag) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        ToHeader to = (ToHeader) invite.getHeader(ToHeader.NAME);
        DialogId asSent = DialogId.ofRequest((SIPMessage) invite);
        return new Dialog(
                party,
                new DialogId(asSent.callId(), localTag, asSent.remoteTag()),
                to.getAddress(),
                from.getAddress(),
                routes(party, invite, false),
                contact(invite).orElse(from.getAddress().getURI()),
                0,
                sequence(invite));
    }

    /** The dialog a response to our INVITE makes (section 12.1.2). */
    static Dialog ofResponse(LocalParty party, Request invite, Response response) {
        FromHeader from = (FromHeader) response.getHeader(FromHeader.NAME);
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        return new Dialog(
                party,
                DialogId.ofResponse((SIPMessage) response),
                from.getAddress(),
                to.getAddress(),
                routes(party, response, true),
                contact(response).orElse(invite.getRequestURI()),
                sequence(invite),
                NONE);
    }

    DialogId id() {
        return id;
    }

    /** The peer's address: its Contact. */
    URI target() {
        return target;
    }

    /** Host and port that our requests in this dialog go to first, as the peer wrote them. */
    String nextHop() {
        URI first = routes.isEmpty() ? target : routes.get(0).getAddress().getURI();
        if (first instanceof SipURI uri) {
            return uri.getHost().toLowerCase(Locale.ROOT) + ':' + (uri.getPort() < 0 ? 5060 : uri.getPort());
        }
        return first.toString();
    }

    long nextSequence() {
        return ++localSequence;
    }

    /** Takes the number of a request of the peer; false when it is older than one seen before. */
    boolean inOrder(Request request) {
        long sequence = sequence(request);
        if (remoteSequence != NONE && sequence <= remoteSequence) {
            return false;
        }
        remoteSequence = sequence;
        return true;
    }

    /** A target refresh: the peer may move its contact with an INVITE, an UPDATE or their 2xx. */
    void refreshTarget(Message message) {
        contact(message).ifPresent(uri -> target = uri);
    }

    /** The next request of ours in this dialog. */
    Request request(String method) {
        return request(method, nextSequence());
    }

    /** The ACK of a 2xx: it has the number and the credentials of its INVITE (section 13.2.2.4). */
    Request ack(Request invite) {
        Request ack = request(Request.ACK, sequence(invite));
        ack.setHeader(party.viaWithBranch());
        for (String name : Exchange.CREDENTIALS) {
            if (invite.getHeader(name) != null) {
                ack.setHeader((Header) invite.getHeader(name).clone());
            }
        }
        return ack;
    }

    private Request request(String method, long sequence) {
        List<RouteHeader> path = new ArrayList<>(routes);
        URI first = target;
        if (!path.isEmpty() && !isLoose(path.get(0))) {
            // A strict router of RFC 2543: it becomes the request URI, the target goes last (section 12.2.1.1).
            first = path.remove(0).getAddress().getURI();
            path.add(party.route(party.address(target)));
        }
        return party.request(method, first, id.callId(), sequence, local, id.localTag(), remote, remoteTag(), path);
    }

    private Optional<String> remoteTag() {
        return id.remoteTag().isEmpty() ? Optional.empty() : Optional.of(id.remoteTag());
    }

    static long sequence(Message message) {
        return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    private static boolean isLoose(RouteHeader route) {
        return route.getAddress().getURI() instanceof SipURI uri && uri.hasLrParam();
    }

    private static Optional<URI> contact(Message message) {
        return message.getHeader(ContactHeader.NAME) instanceof ContactHeader contact && contact.getAddress() != null
                ? Optional.ofNullable(contact.getAddress().getURI())
                : Optional.empty();
    }

    private static List<RouteHeader> routes(LocalParty party, Message message, boolean reversed) {
        List<RouteHeader> routes = new ArrayList<>();
        Iterator<?> recorded = message.getHeaders(RecordRouteHeader.NAME);
        while (recorded.hasNext()) {
            if (recorded.next() instanceof RecordRouteHeader record) {
                routes.add(party.route(record.getAddress()));
            }
        }
        if (reversed) {
            Collections.reverse(routes);
        }
        return routes;
    }
}
