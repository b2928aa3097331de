package org.anteroom.agent.rehearsal;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each extension was last reached: one binding per extension, the newest wins (RFC 3261 section 10.3). Bounded
 *  by the plan's extensions. Read from any thread.
 */
final class PbxRegistrar {

    /** @param contact the phone's own URI, used as request URI
     *  @param peer where the REGISTER came from, used as the way there
     */
    record Binding(String contact, PbxPeer peer, long expiresMs) {}

    private static final int LONGEST_SECONDS = 3600;

    private final Map<String, Binding> bindings = new ConcurrentHashMap<>();

    /** Carries an authenticated REGISTER out and says what to answer. */
    SipText register(String extension, SipText request, PbxPeer from, long nowMs, String tag) {
        Optional<String> contact = request.first("Contact");
        if (contact.isPresent()) {
            int seconds = seconds(request, contact.get());
            Optional<SipUri> uri = SipUri.of(contact.get());
            if (seconds == 0) {
                bindings.remove(extension);
            } else if (uri.isPresent()) {
                bindings.put(extension, new Binding(uri.get().text(), from, nowMs + seconds * 1000L));
            } else {
                return request.respond(400, "Contact Not Understood", tag);
            }
        }
        SipText response = request.respond(200, "OK", tag);
        find(extension, nowMs).ifPresent(binding -> {
            long left = (binding.expiresMs - nowMs) / 1000;
            response.add("Contact", "<" + binding.contact + ">;expires=" + left);
        });
        return response;
    }

    private static int seconds(SipText request, String contact) {
        String text = SipUri.parameter(contact, "expires")
                .or(() -> request.first("Expires"))
                .orElse("60")
                .trim();
        return text.matches("\\d{1,6}") ? Math.min(LONGEST_SECONDS, Integer.parseInt(text)) : 60;
    }

    Optional<Binding> find(String extension, long nowMs) {
        return Optional.ofNullable(bindings.get(extension)).filter(binding -> binding.expiresMs > nowMs);
    }

    /** The way to a phone that registered with this contact address, which may differ from the way its URI names. */
    Optional<PbxPeer> peerOf(InetSocketAddress contact) {
        return bindings.values().stream()
                .filter(binding ->
                        SipUri.of(binding.contact).flatMap(SipUri::loopback).equals(Optional.of(contact)))
                .map(Binding::peer)
                .findFirst();
    }

    int size(long nowMs) {
        return (int) bindings.values().stream()
                .filter(binding -> binding.expiresMs > nowMs)
                .count();
    }
}
