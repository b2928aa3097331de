package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** The responses that are the same wherever they are given. On {@code sip-line}. */
final class Replies {
    /** Says to a PBX when to try again; its own fall-back takes the call meanwhile. */
    static final int UNHEALTHY_RETRY_S = 30;

    private final LocalParty party;
    private final LineLimits limits;

    Replies(LocalParty party, LineLimits limits) {
        this.party = party;
        this.limits = limits;
    }

    Response make(int status, Request request, String tag) {
        Response response = party.response(status, request, tag);
        if (status == Response.METHOD_NOT_ALLOWED || status == Response.OK) {
            party.set(response, "Allow", LocalParty.ALLOW);
        }
        return response;
    }

    void send(int status, Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        transaction.sendResponse(make(status, request, LocalParty.newTag()));
    }

    void sendRetryLater(int status, int seconds, Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        Response response = make(status, request, LocalParty.newTag());
        party.set(response, "Retry-After", Integer.toString(seconds));
        transaction.sendResponse(response);
    }

    void sendTooSmall(int minimum, Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        Response response = make(422, request, LocalParty.newTag());
        party.set(response, SessionInterval.MINIMUM, Integer.toString(minimum));
        transaction.sendResponse(response);
    }

    void sendNothingFits(Negotiation.NothingFits why, Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        Response response = make(Response.NOT_ACCEPTABLE_HERE, request, LocalParty.newTag());
        String agent = LocalParty.host(party.local().getAddress())
                + ':'
                + party.local().getPort();
        party.set(response, "Warning", why.warning() + " " + agent + " \"" + why.reason() + '"');
        transaction.sendResponse(response);
    }

    /** Answers OPTIONS with what we can do (RFC 3261 section 11). */
    void sendCapabilities(int status, Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        Response response = make(status, request, LocalParty.newTag());
        party.set(response, "Accept", MessageBody.ACCEPTED);
        party.set(response, "Supported", LocalParty.SUPPORTED);
        if (status == Response.SERVICE_UNAVAILABLE) {
            party.set(response, "Retry-After", Integer.toString(UNHEALTHY_RETRY_S));
        }
        transaction.sendResponse(response);
    }

    /** Answers 420 where the request needs an extension we lack; true when it did. */
    boolean refusedExtension(Request request, ServerTransaction transaction)
            throws SipException, InvalidArgumentException {
        Set<String> needed = new TreeSet<>(SipHeaders.tokens(request, "Require"));
        needed.remove(LocalParty.SUPPORTED);
        if (needed.isEmpty()) {
            return false;
        }
        Response response = make(Response.BAD_EXTENSION, request, LocalParty.newTag());
        party.set(response, "Unsupported", String.join(", ", needed));
        transaction.sendResponse(response);
        return true;
    }

    /** Answers 415 to a body that is no session description, 400 to one nobody can read; true when it did. */
    boolean refusedBody(Request request, ServerTransaction transaction) throws SipException, InvalidArgumentException {
        if (!hasBody(request)) {
            return false;
        }
        if (MessageBody.description(request).isEmpty()) {
            Response response = make(Response.UNSUPPORTED_MEDIA_TYPE, request, LocalParty.newTag());
            party.set(response, "Accept", MessageBody.ACCEPTED);
            transaction.sendResponse(response);
            return true;
        }
        try {
            description(request);
            return false;
        } catch (SdpException e) {
            Response response = make(Response.BAD_REQUEST, request, LocalParty.newTag());
            party.set(response, "Warning", "399 anteroom \"" + e.getMessage() + '"');
            transaction.sendResponse(response);
            return true;
        }
    }

    static boolean hasBody(javax.sip.message.Message message) {
        byte[] body = message.getRawContent();
        return body != null && body.length > 0;
    }

    /** The session description a message carries. */
    Optional<SessionDescription> description(javax.sip.message.Message message) throws SdpException {
        Optional<byte[]> text = MessageBody.description(message);
        return text.isPresent()
                ? Optional.of(SessionDescription.parse(text.get(), limits.sdpBytes()))
                : Optional.empty();
    }

    /** Whether a request says it is inside a dialog. */
    static boolean inDialog(Request request) {
        return ((SIPMessage) request).getToTag() != null;
    }
}
