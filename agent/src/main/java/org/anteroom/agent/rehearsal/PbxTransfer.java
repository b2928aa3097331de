package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a PBX that stands in the middle of calls: takes REFER with Replaces (RFC 3515, 3891) from an extension that
 *  holds two calls, turns the sound of the two far ends to each other by re-INVITE, tells the extension by NOTIFY, and ends
 *  the replaced call. From then on what the far ends send to the extension goes to each other.
 *  <pre>
 *      caller             PBX             extension             phone
 *        |                 |&lt;-- REFER --------|                   |
 *        |                 |--- 202, NOTIFY -&gt;|                   |
 *        |                 |--- INVITE (caller's sound) ----------&gt;|
 *        |&lt;-- INVITE (phone's sound)          |                   |
 *        |                 |--- NOTIFY 200 --&gt;|                   |
 *        |                 |--- BYE (2nd) ---&gt;|                   |
 *        |--- BYE --------&gt;|----------------- BYE ---------------&gt;|    later
 *  </pre>
 *  Messages leave without a Via: the proxy adds it. Called by the proxy, one message at a time.
 */
final class PbxTransfer {

    /** Far beyond what an end counts to by itself: what has such a number is ours. */
    private static final long FIRST_NUMBER = 1_000;

    private static final int MOST_CALLS = 256;
    private static final Pattern REPLACES = Pattern.compile("[?&]Replaces=([^&>]+)");

    /** The proxy, as it sends. */
    interface Sender {
        /** Sends a request of our own; {@code transaction} tells it from another with the same number. */
        void originate(SipText request, String transaction) throws IOException;
    }

    /** A call that was answered, the extension's side and the far end's. */
    private static final class Call {
        private final SipText invite;
        private final SipText answer;
        private long number = FIRST_NUMBER;
        private @Nullable Call partner;
        private boolean over;

        Call(SipText invite, SipText answer) {
            this.invite = invite;
            this.answer = answer;
        }

        String id() {
            return answer.first("Call-ID").orElse("");
        }

        String tag(boolean ofCallee) {
            return answer.parameter(ofCallee ? "To" : "From", "tag").orElse("");
        }

        boolean fromCallee(SipText request) {
            return request.parameter("From", "tag").equals(answer.parameter("To", "tag"));
        }

        /** The sound description of one end. */
        String sound(boolean ofCallee) {
            return ofCallee ? answer.body() : invite.body();
        }

        /** A request to one end in the name of the other. */
        SipText request(String method, boolean toCallee) {
            return numbered(method, toCallee, method.equals("ACK") ? number : ++number);
        }

        private SipText numbered(String method, boolean toCallee, long sequence) {
            String contact = contact(toCallee ? answer : invite);
            SipText request = new SipText(method + " " + contact + " SIP/2.0");
            request.add("Max-Forwards", "70");
            request.add("From", answer.first(toCallee ? "From" : "To").orElse(""));
            request.add("To", answer.first(toCallee ? "To" : "From").orElse(""));
            request.add("Call-ID", id());
            request.add("CSeq", sequence + " " + method);
            return request.add("Contact", "<" + contact(toCallee ? invite : answer) + ">");
        }

        private static String contact(SipText message) {
            return message.first("Contact")
                    .flatMap(SipUri::of)
                    .map(SipUri::text)
                    .map(text -> text.replaceAll("[<>]", ""))
                    .orElse("");
        }
    }

    /** A REFER that was accepted. */
    private record Asked(Call call, boolean byCallee, SipText refer) {}

    private final Sender sender;
    private final String tag;
    private final Map<String, Call> calls = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Call> eldest) {
            return size() > MOST_CALLS;
        }
    };
    private ReferManner manner = ReferManner.NONE;
    private @Nullable Asked asked;

    PbxTransfer(Sender sender, String tag) {
        this.sender = sender;
        this.tag = tag;
    }

    void manner(ReferManner how) {
        manner = how;
    }

    /** Says in a message that makes a dialog what we can do in it. */
    void offer(SipText message) {
        if (manner != ReferManner.NONE) {
            message.add("Allow", "REFER, NOTIFY").add("Supported", "replaces");
        }
    }

    /** A 200 to the INVITE of a call is on its way back. */
    void answered(SipText invite, SipText answer) {
        calls.putIfAbsent(answer.first("Call-ID").orElse(""), new Call(invite, answer));
    }

    /** Whether a request within a call is for us; the other end then never sees it. */
    boolean takes(SipText request, PbxPeer from) throws IOException {
        Call call = calls.get(request.first("Call-ID").orElse(""));
        if (call == null || manner == ReferManner.NONE) {
            return false;
        }
        boolean bye = request.method().equals("BYE");
        if (request.method().equals("REFER")) {
            referred(call, request, from);
            return true;
        }
        Call partner = call.partner;
        if (partner == null) {
            call.over |= bye;
            return false;
        }
        if (!request.method().equals("ACK")) {
            from.send(request.respond(bye ? 200 : 405, bye ? "OK" : "Method Not Allowed", tag)
                    .encode());
        }
        if (bye && ofFarEnd(call, request) && !call.over) {
            call.over = true;
            partner.over = true;
            send(partner, "BYE", farIsCallee(partner), "");
        }
        return true;
    }

    /** Whether the extension that asked is the caller of a call, so that the far end is who was called. */
    private boolean farIsCallee(Call call) {
        Asked question = asked;
        return question != null && Call.contact(call.invite).equals(Call.contact(question.refer));
    }

    private boolean ofFarEnd(Call call, SipText request) {
        return call.fromCallee(request) == farIsCallee(call);
    }

    private void referred(Call call, SipText refer, PbxPeer from) throws IOException {
        if (manner == ReferManner.DECLINES) {
            from.send(refer.respond(603, "Decline", tag).encode());
            return;
        }
        from.send(refer.respond(202, "Accepted", tag).encode());
        Asked question = new Asked(call, call.fromCallee(refer), refer);
        asked = question;
        switch (manner) {
            case JOINS -> {
                tell(question, "100 Trying", "active;expires=60");
                join(question);
            }
            case REFUSES -> {
                tell(question, "100 Trying", "active;expires=60");
                tell(question, "404 Not Found", "terminated;reason=noresource");
            }
            case WAITS -> tell(question, "100 Trying", "active;expires=60");
            case ENDS -> tell(question, "100 Trying", "terminated;reason=giveup");
            case NONE, DECLINES, SILENT -> {}
        }
    }

    /** Goes on with the REFER that waits. */
    void finish() throws IOException {
        Asked question = asked;
        if (question == null) {
            throw new IOException("No extension has asked the PBX to join two calls.");
        }
        join(question);
    }

    private void tell(Asked question, String status, String subscription) throws IOException {
        SipText notify = question.call.request("NOTIFY", question.byCallee);
        notify.add("Event", "refer").add("Subscription-State", subscription);
        notify.add("Content-Type", "message/sipfrag;version=2.0");
        sender.originate(notify.body("SIP/2.0 " + status + "\r\n"), "NOTIFY");
    }

    private void join(Asked question) throws IOException {
        Optional<Call> other = replaced(question.refer);
        if (other.isEmpty() || other.get().over || question.call.over) {
            tell(question, "481 Call/Transaction Does Not Exist", "terminated;reason=noresource");
            return;
        }
        question.call.partner = other.get();
        other.get().partner = question.call;
        offerSound(other.get(), question.call.sound(farIsCallee(question.call)));
    }

    /** The call that Replaces names, as its far end would find it: to-tag its own, from-tag the other's. */
    private Optional<Call> replaced(SipText refer) {
        Matcher replaces = REPLACES.matcher(refer.first("Refer-To").orElse(""));
        if (!replaces.find()) {
            return Optional.empty();
        }
        String[] parts =
                URLDecoder.decode(replaces.group(1).replace("+", "%2B"), UTF_8).split(";");
        Call call = calls.get(parts[0]);
        if (call == null || parts.length != 3) {
            return Optional.empty();
        }
        boolean named = parts[1].equals("to-tag=" + call.tag(farIsCallee(call)))
                && parts[2].equals("from-tag=" + call.tag(!farIsCallee(call)));
        return named ? Optional.of(call) : Optional.empty();
    }

    private void offerSound(Call call, String sound) throws IOException {
        SipText invite = call.request("INVITE", farIsCallee(call));
        sender.originate(invite.add("Content-Type", "application/sdp").body(sound), "INVITE");
    }

    private void send(Call call, String method, boolean toCallee, String transaction) throws IOException {
        sender.originate(call.request(method, toCallee), method + transaction);
    }

    /** Takes a response to a request of ours; false when it is none. */
    boolean confirm(SipText response) throws IOException {
        long number = Long.parseLong(response.first("CSeq").orElse("0").split(" ")[0]);
        Call call = calls.get(response.first("Call-ID").orElse(""));
        if (call == null || number <= FIRST_NUMBER) {
            return false;
        }
        if (response.method().equals("INVITE") && response.status() == 200) {
            boolean toCallee = response.parameter("To", "tag").equals(call.answer.parameter("To", "tag"));
            sender.originate(call.numbered("ACK", toCallee, number), "ACK");
            joined(call, response);
        }
        return true;
    }

    private void joined(Call call, SipText answer) throws IOException {
        Asked question = asked;
        if (question == null) {
            return;
        }
        if (call != question.call) {
            offerSound(question.call, answer.body());
            return;
        }
        tell(question, "200 OK", "terminated;reason=noresource");
        Call replaced = call.partner;
        if (replaced != null) {
            send(replaced, "BYE", !farIsCallee(replaced), "replaced");
        }
    }
}
