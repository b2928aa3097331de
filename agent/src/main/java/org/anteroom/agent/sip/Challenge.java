package org.anteroom.agent.sip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.Parameters;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Response;

/**
 * One digest challenge of a 401 or 407 (RFC 7616, RFC 8760).
 *
 * @param proxy whether it came in a 407
 * @param algorithm as written; empty means MD5
 * @param qop whether {@code qop=auth} is offered; false means the RFC 2069 form
 * @param stale whether only the nonce was too old, so that the password may still be right
 */
record Challenge(
        boolean proxy,
        String realm,
        String nonce,
        Optional<String> opaque,
        String algorithm,
        boolean qop,
        boolean stale) {

    /** The first challenge we can answer: servers list the strongest first (RFC 8760 section 2.4). */
    static Optional<Challenge> of(Response response) {
        List<Challenge> found = new ArrayList<>();
        collect(response, WWWAuthenticateHeader.NAME, false, found);
        collect(response, ProxyAuthenticateHeader.NAME, true, found);
        return found.stream()
                .filter(challenge -> Digest.supports(challenge.algorithm()))
                .findFirst();
    }

    private static void collect(Response response, String name, boolean proxy, List<Challenge> found) {
        Iterator<?> headers = response.getHeaders(name);
        while (headers.hasNext()) {
            if (headers.next() instanceof Parameters header) {
                of(header, proxy).ifPresent(found::add);
            }
        }
    }

    private static Optional<Challenge> of(Parameters header, boolean proxy) {
        Optional<String> realm = value(header, "realm");
        Optional<String> nonce = value(header, "nonce");
        List<String> qops = value(header, "qop")
                .map(text -> Arrays.asList(text.toLowerCase(Locale.ROOT).split("[ ,]+")))
                .orElse(List.of());
        if (realm.isEmpty() || nonce.isEmpty() || !(qops.isEmpty() || qops.contains("auth"))) {
            return Optional.empty();
        }
        return Optional.of(new Challenge(
                proxy,
                realm.get(),
                nonce.get(),
                value(header, "opaque"),
                value(header, "algorithm").orElse(""),
                !qops.isEmpty(),
                value(header, "stale").map(Boolean::parseBoolean).orElse(false)));
    }

    private static Optional<String> value(Parameters header, String name) {
        return Optional.ofNullable(header.getParameter(name)).map(text -> {
            boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
            return quoted ? text.substring(1, text.length() - 1) : text;
        });
    }
}
