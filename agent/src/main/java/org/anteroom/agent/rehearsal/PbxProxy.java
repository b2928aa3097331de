package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Decides where each message goes (RFC 3261 section 16): challenges, looks the extension up, rewrites the request URI,
 *  records its route, and sends responses back along their Vias. Forwards without state, so that every retransmission
 *  and timer is between the two ends; it remembers an INVITE only so that a CANCEL follows it. One message at a time.
 */
final class PbxProxy {

    /** The sockets, as the proxy sees them. */
    interface Network {
        InetSocketAddress local();

        Optional<PbxPeer> peer(InetSocketAddress address, boolean tcp) throws IOException;
    }

    /** @param target where the INVITE went; empty when it is kept ringing by a {@link PbxFault#SILENT} fault */
    private record Pending(SipText invite, Optional<Route> target) {}

    private record Route(String extension, String requestUri, PbxPeer peer) {}

    private static final int MOST_PENDING = 256;

    private final PbxPlan plan;
    private final Network network;
    private final Clock clock;
    private final Consumer<SipSeen> listener;
    private final PbxDigest digest;
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, PbxFault> faults = new ConcurrentHashMap<>();
    private final Map<String, String> diversions = new ConcurrentHashMap<>();
    private final PbxRegistrar registrar = new PbxRegistrar();
    private final PbxHold holds = new PbxHold();
    private final String tag = "pbx" + Long.toHexString(System.nanoTime());
    private final PbxTransfer transfers = new PbxTransfer(this::originate, tag);
    private final Map<String, Pending> pending = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > MOST_PENDING;
        }
    };

    PbxProxy(PbxPlan plan, Network network, Clock clock, Consumer<SipSeen> listener) {
        this.plan = plan;
        this.network = network;
        this.clock = clock;
        this.listener = listener;
        this.digest = new PbxDigest(plan.realm());
        plan.extensions().forEach(extension -> passwords.put(extension.name(), extension.password()));
    }

    Map<String, PbxFault> faults() {
        return faults;
    }

    Map<String, String> diversions() {
        return diversions;
    }

    boolean registered(String extension) {
        return registrar.find(extension, clock.millis()).isPresent();
    }

    int registrations() {
        return registrar.size(clock.millis());
    }

    /** Holds the extension's newest call, or takes it back; completes with the status of the far end's answer. */
    synchronized CompletableFuture<Integer> turn(String extension, String direction) throws IOException {
        CompletableFuture<Integer> outcome = new CompletableFuture<>();
        SipText invite = holds.turn(extension, direction, outcome)
                .orElseThrow(() -> new IOException("Extension " + extension + " has answered no call to hold."));
        originate(invite, "");
        return outcome;
    }

    /** What is done with REFER in calls that begin from now on. */
    synchronized void transfers(ReferManner how) {
        transfers.manner(how);
    }

    /** Goes on with a REFER that waits. */
    synchronized void finishTransfer() throws IOException {
        transfers.finish();
    }

    /** Sends a request of our own into a call.
     *
     *  @param transaction what tells it from another with the same number; none for the ACK of a failure (section 17.1.1.3)
     */
    private void originate(SipText request, String transaction) throws IOException {
        PbxPeer peer = wayTo(request.requestUri())
                .orElseThrow(() -> new IOException("There is no way to " + request.requestUri() + "."));
        String number = request.first("CSeq").orElse("").split(" ")[0];
        String branch = onward(request.first("Call-ID").orElse("") + number + transaction);
        request.prepend("Via", "SIP/2.0/" + peer.transport() + " " + sentBy() + ";branch=" + branch);
        peer.send(request.encode());
    }

    /** Handles one message; any thread. */
    synchronized void received(SipText message, PbxPeer from, long nanos) throws IOException {
        String target = message.isRequest() ? request(message, from) : response(message);
        listener.accept(new SipSeen(
                nanos,
                message.method(),
                message.status(),
                user(message, "From"),
                user(message, "To"),
                target,
                message.first("Call-ID").orElse("")));
    }

    private String request(SipText request, PbxPeer from) throws IOException {
        stampVia(request, from);
        String method = request.method();
        int hops = request.first("Max-Forwards")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(70);
        if (hops == 0 && !method.equals("ACK")) {
            return refuse(request, from, 483, "Too Many Hops");
        }
        request.replaceFirst("Max-Forwards", Integer.toString(Math.max(0, hops - 1)));
        boolean inDialog = request.parameter("To", "tag").isPresent();
        if (method.equals("REGISTER")) {
            return register(request, from);
        }
        if (method.equals("CANCEL")) {
            return cancel(request, from);
        }
        if (inDialog) {
            return inDialog(request, from);
        }
        if (method.equals("ACK")) {
            return "";
        }
        Optional<SipUri> uri = SipUri.of(request.requestUri());
        if (uri.isEmpty()) {
            return refuse(request, from, 400, "Request URI Not Understood");
        }
        if (method.equals("OPTIONS") && uri.get().user().isEmpty()) {
            return refuse(request, from, 200, "OK");
        }
        if (!known(request, from)) {
            return "";
        }
        return newCall(request, from, uri.get().user());
    }

    private String register(SipText request, PbxPeer from) throws IOException {
        String extension = user(request, "To");
        String password = passwords.get(extension);
        if (password == null) {
            return refuse(request, from, 404, "Not Found");
        }
        long now = clock.millis();
        PbxDigest.Verdict verdict =
                digest.judge(request.first("Authorization").orElse(""), "REGISTER", extension, password, now);
        if (verdict == PbxDigest.Verdict.WRONG) {
            return refuse(request, from, 403, "Forbidden");
        }
        if (verdict != PbxDigest.Verdict.GOOD) {
            boolean stale = verdict == PbxDigest.Verdict.STALE;
            from.send(request.respond(401, "Unauthorized", tag)
                    .add("WWW-Authenticate", digest.challenge(now, stale))
                    .encode());
            return "";
        }
        from.send(registrar.register(extension, request, from, now, tag).encode());
        return extension;
    }

    /** Whether the From of a request outside a dialog is one of ours and has proved it; answers it otherwise. */
    private boolean known(SipText request, PbxPeer from) throws IOException {
        String extension = user(request, "From");
        String password = passwords.get(extension);
        if (password == null) {
            refuse(request, from, 403, "Forbidden");
            return false;
        }
        long now = clock.millis();
        String authorization = request.first("Proxy-Authorization").orElse("");
        PbxDigest.Verdict verdict = digest.judge(authorization, request.method(), extension, password, now);
        if (verdict == PbxDigest.Verdict.GOOD) {
            request.removeAll("Proxy-Authorization");
            return true;
        }
        if (verdict == PbxDigest.Verdict.WRONG) {
            refuse(request, from, 403, "Forbidden");
            return false;
        }
        boolean stale = verdict == PbxDigest.Verdict.STALE;
        from.send(request.respond(407, "Proxy Authentication Required", tag)
                .add("Proxy-Authenticate", digest.challenge(now, stale))
                .encode());
        return false;
    }

    private String newCall(SipText request, PbxPeer from, String dialled) throws IOException {
        boolean invite = request.method().equals("INVITE");
        if (invite) {
            from.send(request.respond(100, "Trying", tag).encode());
        }
        String extension = plan.numbers().getOrDefault(dialled, dialled);
        String diverted = diversions.get(extension);
        if (diverted != null) {
            request.prepend("Diversion", "<sip:" + extension + "@" + plan.realm() + ">;reason=unconditional");
            extension = diverted;
        }
        String fallback = plan.fallbacks().get(extension);
        if (fallback != null && !registered(extension)) {
            request.prepend("Diversion", "<sip:" + extension + "@" + plan.realm() + ">;reason=unavailable");
            extension = fallback;
        }
        if (!passwords.containsKey(extension)) {
            return refuse(request, from, 404, "Not Found");
        }
        PbxFault fault = faults.get(extension);
        if (fault == PbxFault.SILENT) {
            pending.put(transaction(request), new Pending(request, Optional.empty()));
            return "";
        }
        if (fault != null) {
            return refuse(request, from, fault.status, fault.reason);
        }
        Optional<PbxRegistrar.Binding> binding = registrar.find(extension, clock.millis());
        if (binding.isEmpty()) {
            return refuse(request, from, 480, "Temporarily Unavailable");
        }
        Route route =
                new Route(extension, binding.get().contact(), binding.get().peer());
        if (invite) {
            pending.put(transaction(request), new Pending(request, Optional.of(route)));
            request.removeAll("P-Asserted-Identity");
            request.add("P-Asserted-Identity", "<sip:" + user(request, "From") + "@" + plan.realm() + ">");
            transfers.offer(request);
        }
        removeOwnRoute(request);
        request.prepend("Record-Route", "<sip:" + sentBy() + ";lr" + tcpParameter(from) + ">");
        forward(request, route);
        return extension;
    }

    private String cancel(SipText cancel, PbxPeer from) throws IOException {
        Pending invite = pending.get(transaction(cancel));
        if (invite == null) {
            return refuse(cancel, from, 481, "Call/Transaction Does Not Exist");
        }
        if (invite.target.isEmpty()) {
            from.send(cancel.respond(200, "OK", tag).encode());
            from.send(invite.invite.respond(487, "Request Terminated", tag).encode());
            return "";
        }
        removeOwnRoute(cancel);
        forward(cancel, invite.target.get());
        return invite.target.get().extension;
    }

    private String inDialog(SipText request, PbxPeer from) throws IOException {
        boolean answeredHere = request.parameter("To", "tag").orElse("").equals(tag);
        if (answeredHere) {
            return request.method().equals("ACK") ? "" : refuse(request, from, 481, "Call Does Not Exist");
        }
        if (transfers.takes(request, from)) {
            return "";
        }
        removeOwnRoute(request);
        holds.outward(request);
        Optional<PbxPeer> peer = wayTo(request.first("Route").orElse(request.requestUri()));
        if (peer.isEmpty()) {
            return request.method().equals("ACK") ? "" : refuse(request, from, 480, "Temporarily Unavailable");
        }
        String extension = user(request, "To");
        forward(request, new Route(extension, request.requestUri(), peer.get()));
        return extension;
    }

    private Optional<PbxPeer> wayTo(String uri) throws IOException {
        Optional<InetSocketAddress> address = SipUri.of(uri).flatMap(SipUri::loopback);
        Optional<PbxPeer> registered = address.flatMap(registrar::peerOf);
        if (registered.isPresent() || address.isEmpty()) {
            return registered;
        }
        return network.peer(address.get(), SipUri.of(uri).map(SipUri::tcp).orElse(false));
    }

    private void forward(SipText request, Route route) throws IOException {
        request.requestUri(route.requestUri);
        request.prepend(
                "Via",
                "SIP/2.0/" + route.peer.transport() + " " + sentBy() + ";branch=" + onward(transaction(request)));
        route.peer.send(request.encode());
    }

    private String response(SipText response) throws IOException {
        boolean ours =
                response.first("Via").map(via -> via.contains(" " + sentBy())).orElse(false);
        response.removeFirst("Via");
        Optional<String> via = response.first("Via");
        if (ours && via.isEmpty() && !transfers.confirm(response)) {
            Optional<SipText> ack = holds.confirm(response);
            if (ack.isPresent()) {
                originate(ack.get(), response.status() < 300 ? "ACK" : "");
            }
        }
        if (!ours || via.isEmpty() || response.status() == 100) {
            return "";
        }
        holds.inward(response);
        Pending call = pending.get(transaction(response));
        if (call != null && response.status() == 200 && response.method().equals("INVITE")) {
            holds.answered(call.invite, response);
            transfers.answered(call.invite, response);
            transfers.offer(response);
        }
        Optional<InetSocketAddress> address = viaAddress(via.get());
        if (address.isPresent()) {
            Optional<PbxPeer> peer = network.peer(address.get(), via.get().startsWith("SIP/2.0/TCP"));
            if (peer.isPresent()) {
                peer.get().send(response.encode());
            }
        }
        return "";
    }

    private String refuse(SipText request, PbxPeer from, int status, String reason) throws IOException {
        from.send(request.respond(status, reason, tag).encode());
        return "";
    }

    /** Notes where the request really came from, so that responses find their way back (RFC 3581). */
    private static void stampVia(SipText request, PbxPeer from) {
        String via = request.first("Via").orElse("").replaceAll(";\\s*(rport|received)(=[^;]*)?(?=;|$)", "");
        InetSocketAddress source = from.address();
        request.replaceFirst(
                "Via", via + ";received=" + source.getAddress().getHostAddress() + ";rport=" + source.getPort());
    }

    private static Optional<InetSocketAddress> viaAddress(String via) {
        return SipUri.parameter(via, "received")
                .flatMap(host -> SipUri.parameter(via, "rport").map(port -> "sip:" + host + ":" + port))
                .flatMap(SipUri::of)
                .flatMap(SipUri::loopback);
    }

    private void removeOwnRoute(SipText request) {
        if (request.first("Route").map(route -> route.contains(sentBy())).orElse(false)) {
            request.removeFirst("Route");
        }
    }

    /** A transaction of the sender, the same for an INVITE, its CANCEL and the ACK of its failure. */
    private static String transaction(SipText message) {
        String via = message.first("Via").orElse("");
        return SipUri.parameter(via, "branch").orElse("") + "|" + via.split(";")[0];
    }

    private static String onward(String transaction) {
        return "z9hG4bK" + UUID.nameUUIDFromBytes(transaction.getBytes(ISO_8859_1));
    }

    private static String tcpParameter(PbxPeer from) {
        return from.transport().equals("TCP") ? ";transport=tcp" : "";
    }

    private String sentBy() {
        InetSocketAddress local = network.local();
        return local.getAddress().getHostAddress() + ":" + local.getPort();
    }

    private static String user(SipText message, String header) {
        return message.first(header).flatMap(SipUri::of).map(SipUri::user).orElse("");
    }
}
