package org.anteroom.agent.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that a peer wrote, as they stand; never a name, because a look-up would block and leave the building. */
final class AddressLiteral {
    private static final Pattern IP4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IP6 = Pattern.compile("\\[?([0-9a-fA-F:]*:[0-9a-fA-F:.]*)\\]?");

    private AddressLiteral() {}

    static Optional<InetAddress> of(String text) {
        if (!IP4.matcher(text).matches() && !IP6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
