package org.anteroom.agent.rehearsal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code sip:} address a proxy needs (RFC 3261 section 19.1), out of a bare URI or a name-addr. */
record SipUri(String text, String user, String host, int port, boolean tcp) {

    private static final Pattern URI =
            Pattern.compile("(?i)sips?:(?:([^@;>:]*)(?::[^@]*)?@)?(\\[[^]]+]|[^:;>?\\s]+)(?::(\\d{1,5}))?([^>\\s]*)");

    static Optional<SipUri> of(String value) {
        Matcher matcher = URI.matcher(value);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String user = matcher.group(1) == null ? "" : matcher.group(1);
        int port = matcher.group(3) == null ? 5060 : Integer.parseInt(matcher.group(3));
        if (port < 1 || port > 65535) {
            return Optional.empty();
        }
        boolean bare = value.indexOf('<') < 0;
        String rest = matcher.group(4);
        boolean tcp = rest.toLowerCase(Locale.ROOT).contains(";transport=tcp");
        return Optional.of(new SipUri(bare ? value : matcher.group(), user, matcher.group(2), port, tcp));
    }

    /** Where to send to; empty unless the host is a literal loopback address (nothing is ever looked up by name). */
    Optional<InetSocketAddress> loopback() {
        if (!host.startsWith("127.") || !host.matches("[0-9.]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Value of a header parameter, looked for behind the closing bracket of a name-addr. */
    static Optional<String> parameter(String value, String name) {
        int from = value.lastIndexOf('>') + 1;
        for (String part : value.substring(from).split(";")) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.trim() : part.substring(0, equals).trim();
            if (key.equalsIgnoreCase(name)) {
                return Optional.of(equals < 0 ? "" : part.substring(equals + 1).trim());
            }
        }
        return Optional.empty();
    }
}
