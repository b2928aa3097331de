package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The hold key of a PBX's extensions: a re-INVITE in the name of the phone that answered, its own sound description
 *  turned to {@code sendonly} and back (RFC 3264 section 8.4). The phone isn't told and may play what it likes meanwhile,
 *  as music on hold. Messages leave without a Via: the proxy adds it.
 *  <pre>
 *      far end              PBX              phone
 *         |&lt;-- INVITE 1 -----|                 |    sendonly, numbered after the phone's last request
 *         |--- 200 1 ---------&gt;|                 |
 *         |&lt;-- ACK 1 --------|                 |
 *         |&lt;-- BYE 2 --------|&lt;-- BYE 1 -------|    what the phone sends afterwards is renumbered
 *         |--- 200 2 ---------&gt;|--- 200 1 -------&gt;|
 *  </pre>
 *  Called by the proxy, one message at a time.
 */
final class PbxHold {

    private static final List<String> DIRECTIONS = List.of("a=sendrecv", "a=sendonly", "a=recvonly", "a=inactive");

    /** The newest call that an extension answered. */
    private static final class Standing {
        private final SipText invite;
        private final SipText answer;
        private long sequence;
        private int inserted;
        private CompletableFuture<Integer> outcome = new CompletableFuture<>();

        Standing(SipText invite, SipText answer) {
            this.invite = invite;
            this.answer = answer;
        }

        boolean of(SipText message) {
            return answer.first("Call-ID").equals(message.first("Call-ID"))
                    && answer.parameter("To", "tag").equals(message.parameter("From", "tag"));
        }
    }

    private final Map<String, Standing> answered = new HashMap<>();

    /** A 200 to the INVITE of a call is on its way back. */
    void answered(SipText invite, SipText answer) {
        String extension = user(answer, "Contact");
        Standing before = answered.get(extension);
        boolean known = before != null && before.answer.first("Call-ID").equals(answer.first("Call-ID"));
        if (!known && answer.body().contains("m=audio")) {
            answered.put(extension, new Standing(invite, answer));
        }
    }

    /** The re-INVITE that tells the far end of the extension's newest call which way sound goes from now on.
     *
     *  @param direction as SDP names it, from the extension's side
     *  @param outcome completed with the status of the final answer
     *  @return empty when the extension has answered no call
     */
    Optional<SipText> turn(String extension, String direction, CompletableFuture<Integer> outcome) {
        Standing call = answered.get(extension);
        if (call == null) {
            return Optional.empty();
        }
        call.outcome = outcome;
        call.inserted++;
        call.sequence++;
        SipText invite = request(call, "INVITE", call.sequence);
        call.answer.first("Contact").ifPresent(contact -> invite.add("Contact", contact));
        invite.add("Content-Type", "application/sdp");
        invite.body(turned(call.answer.body(), direction, call.inserted));
        return Optional.of(invite);
    }

    /** Takes a response to a re-INVITE of ours; the ACK when it is final. */
    Optional<SipText> confirm(SipText response) {
        Optional<Standing> call =
                answered.values().stream().filter(each -> each.of(response)).findFirst();
        if (call.isEmpty() || response.status() < 200) {
            return Optional.empty();
        }
        call.get().outcome.complete(response.status());
        return Optional.of(request(call.get(), "ACK", sequence(response)));
    }

    /** Renumbers a request of a phone whose call was held before. */
    void outward(SipText request) {
        for (Standing call : answered.values()) {
            if (call.of(request)) {
                long number = sequence(request) + call.inserted;
                call.sequence = Math.max(call.sequence, number);
                request.replaceFirst("CSeq", number + " " + request.method());
            }
        }
    }

    /** Gives the response to such a request the number back that the phone knows. */
    void inward(SipText response) {
        for (Standing call : answered.values()) {
            if (call.of(response)) {
                response.replaceFirst("CSeq", (sequence(response) - call.inserted) + " " + response.method());
            }
        }
    }

    private static SipText request(Standing call, String method, long number) {
        SipText request = new SipText(method + " " + farContact(call) + " SIP/2.0");
        request.add("Max-Forwards", "70");
        call.answer.first("To").ifPresent(phone -> request.add("From", phone));
        call.answer.first("From").ifPresent(far -> request.add("To", far));
        call.answer.first("Call-ID").ifPresent(id -> request.add("Call-ID", id));
        return request.add("CSeq", number + " " + method);
    }

    private static String farContact(Standing call) {
        return call.invite
                .first("Contact")
                .flatMap(SipUri::of)
                .map(SipUri::text)
                .map(text -> text.replaceAll("[<>]", ""))
                .orElse("");
    }

    /** The same description with another direction and a later version (RFC 3264 section 8). */
    private static String turned(String description, String direction, int later) {
        List<String> lines = new ArrayList<>();
        boolean audio = false;
        for (String line : description.split("\r\n")) {
            if (line.startsWith("m=") && audio) {
                lines.add("a=" + direction);
                audio = false;
            }
            audio |= line.startsWith("m=audio");
            if (line.startsWith("o=")) {
                String[] origin = line.split(" ");
                origin[2] = Long.toString(Long.parseLong(origin[2]) + later);
                lines.add(String.join(" ", origin));
            } else if (!DIRECTIONS.contains(line)) {
                lines.add(line);
            }
        }
        if (audio) {
            lines.add("a=" + direction);
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static long sequence(SipText message) {
        return Long.parseLong(message.first("CSeq").orElse("0").split(" ")[0]);
    }

    private static String user(SipText message, String header) {
        return message.first(header).flatMap(SipUri::of).map(SipUri::user).orElse("");
    }
}
