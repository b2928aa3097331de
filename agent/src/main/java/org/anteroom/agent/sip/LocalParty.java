package org.anteroom.agent.sip;

import gov.nist.javax.sip.Utils;
import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.Header;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Who we are in every message: addresses, Via, Contact and what we can do. The methods and extensions named here are
 * exactly those implemented.
 */
final class LocalParty {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, UPDATE, OPTIONS";
    static final String SUPPORTED = "timer";
    private static final String USER_AGENT = "Anteroom";
    private static final int MAX_FORWARDS = 70;

    private final HeaderFactoryImpl headers = new HeaderFactoryImpl();
    private final AddressFactoryImpl addresses = new AddressFactoryImpl();
    private final MessageFactoryImpl messages = new MessageFactoryImpl();
    private final LineSettings settings;
    private final InetSocketAddress local;
    private volatile InetSocketAddress reachable;

    /** @param local where we listen */
    LocalParty(LineSettings settings, InetSocketAddress local) {
        this.settings = settings;
        this.local = local;
        this.reachable = local;
    }

    /** The address others reach us at: our own, or the one the PBX sees us at where a NAT stands between. */
    InetSocketAddress reachable() {
        return reachable;
    }

    /** Takes the address the PBX sees us at into every further Contact. */
    void reachableAt(InetSocketAddress seen) {
        reachable = seen;
    }

    InetSocketAddress local() {
        return local;
    }

    /** Our address of record, without a display name. */
    Address identity() {
        return addresses.createAddress(
                uri(settings.account().user(), settings.pbx().domain()));
    }

    /** Our address of record as callers' phones show it. */
    Address callerIdentity() {
        Address address = identity();
        if (!settings.account().displayName().isEmpty()) {
            checked(() -> address.setDisplayName(settings.account().displayName()));
        }
        return address;
    }

    /** The registrar (RFC 3261 section 10.2): the domain without a user. */
    SipURI registrar() {
        return made(() -> atPort(addresses.createSipURI(null, settings.pbx().domain())));
    }

    /** Where a call to the number goes: the number at our domain, or the whole address where one is given. */
    URI callee(String number) throws ParseException {
        if (number.startsWith("sip:")) {
            return addresses.createURI(number);
        }
        return atPort(addresses.createSipURI(
                number.replaceAll("[\\s()./-]", ""), settings.pbx().domain()));
    }

    /** A request URI that names the PBX itself, not a domain, needs its port: without one it would mean 5060. */
    private SipURI atPort(SipURI uri) {
        if (settings.pbx().domain().equals(settings.pbx().host())
                && settings.pbx().port() != 5060) {
            uri.setPort(settings.pbx().port());
        }
        return uri;
    }

    ContactHeader contact() {
        return contact(reachable);
    }

    ContactHeader contact(InetSocketAddress at) {
        SipURI uri = uri(settings.account().user(), host(at.getAddress()));
        uri.setPort(at.getPort());
        if (settings.pbx().transport() == Transport.TCP) {
            checked(() -> uri.setTransportParam("tcp"));
        }
        return headers.createContactHeader(addresses.createAddress(uri));
    }

    ViaHeader via() {
        return made(() -> {
            ViaHeader via = headers.createViaHeader(
                    host(local.getAddress()),
                    local.getPort(),
                    settings.pbx().transport().token(),
                    null);
            via.setRPort();
            return via;
        });
    }

    /** A branch of our own, for ACKs, whose Via no transaction fills in. */
    ViaHeader viaWithBranch() {
        ViaHeader via = via();
        checked(() -> via.setBranch(Utils.getInstance().generateBranchId()));
        return via;
    }

    static String newTag() {
        return Utils.getInstance().generateTag();
    }

    String newCallId() {
        return Utils.getInstance().generateCallIdentifier(host(local.getAddress()));
    }

    /** A request with everything but its body and special headers; inside a dialog when {@code toTag} is there. */
    Request request(
            String method,
            URI target,
            String callId,
            long sequence,
            Address from,
            String fromTag,
            Address to,
            Optional<String> toTag,
            List<RouteHeader> routes) {
        return made(() -> {
            Request request = messages.createRequest(
                    (URI) target.clone(),
                    method,
                    headers.createCallIdHeader(callId),
                    headers.createCSeqHeader(sequence, method),
                    headers.createFromHeader((Address) from.clone(), fromTag),
                    headers.createToHeader((Address) to.clone(), toTag.orElse(null)),
                    new ArrayList<>(List.of(via())),
                    headers.createMaxForwardsHeader(MAX_FORWARDS));
            for (RouteHeader route : routes) {
                request.addLast((RouteHeader) route.clone());
            }
            set(request, "User-Agent", USER_AGENT);
            return request;
        });
    }

    RouteHeader route(Address address) {
        return headers.createRouteHeader((Address) address.clone());
    }

    Address address(URI uri) {
        return addresses.createAddress((URI) uri.clone());
    }

    /** A response; every one but 100 carries the tag. */
    Response response(int status, Request request, String toTag) {
        return made(() -> {
            Response response = messages.createResponse(status, request);
            if (status > 100 && response.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() == null) {
                to.setTag(toTag);
            }
            set(response, "Server", USER_AGENT);
            return response;
        });
    }

    /** Adds Contact, Allow and Supported, as every message that makes or refreshes a dialog has them. */
    void addCapabilities(Message message) {
        message.setHeader(contact());
        set(message, "Allow", ALLOW);
        set(message, "Supported", SUPPORTED);
    }

    /** Names the number our calls shall show. From stays our extension: PBXs find the account by it. */
    void assertCaller(Request invite) {
        String number = settings.account().callerId();
        if (!number.isEmpty()) {
            invite.setHeader(made(() -> headers.createPAssertedIdentityHeader(
                    addresses.createAddress(uri(number, settings.pbx().domain())))));
        }
    }

    void addDescription(Message message, SessionDescription description) {
        checked(() -> message.setContent(description.write(), headers.createContentTypeHeader("application", "sdp")));
    }

    /** Sets a header from text, in place of all of that name; the text may hold a list. */
    void set(Message message, String name, String value) {
        message.removeHeader(name);
        checked(() -> {
            Header made = StringMsgParser.parseSIPHeader(name + ": " + value);
            if (made instanceof List<?> list) {
                for (Object header : list) {
                    message.addHeader((Header) header);
                }
            } else {
                message.addHeader(made);
            }
        });
    }

    static String host(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? '[' + text + ']' : text;
    }

    private SipURI uri(String user, String host) {
        return made(() -> addresses.createSipURI(user, host));
    }

    private interface Made<T> {
        T make() throws ParseException, InvalidArgumentException, javax.sip.SipException;
    }

    private interface Checked {
        void run() throws ParseException, InvalidArgumentException, javax.sip.SipException;
    }

    /** Runs what fails only for values that were checked before; the fault's message is left out, it may name people. */
    private static <T> T made(Made<T> maker) {
        try {
            return maker.make();
        } catch (ParseException | InvalidArgumentException | javax.sip.SipException e) {
            IllegalStateException fault = new IllegalStateException("sip: a header of ours could not be written");
            fault.setStackTrace(e.getStackTrace());
            throw fault;
        }
    }

    private static void checked(Checked step) {
        made(() -> {
            step.run();
            return Boolean.TRUE;
        });
    }
}
