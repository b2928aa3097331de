package org.anteroom.agent.sip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.Header;
import javax.sip.message.Message;

/** Reads headers of a message by name, as text: the same for those the stack knows and those it doesn't. */
final class SipHeaders {
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*(\\d{1,9}).*", Pattern.DOTALL);

    private SipHeaders() {}

    /** Every value of a header, one per line of the message, in order. */
    static List<String> values(Message message, String name) {
        List<String> values = new ArrayList<>();
        Iterator<?> headers = message.getHeaders(name);
        while (headers.hasNext()) {
            if (headers.next() instanceof Header header) {
                String line = header.toString();
                values.add(line.substring(line.indexOf(':') + 1).trim());
            }
        }
        return values;
    }

    static Optional<String> first(Message message, String name) {
        List<String> values = values(message, name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The number a header begins with, as in {@code Session-Expires: 1800;refresher=uac}. */
    static OptionalInt number(Message message, String name) {
        return first(message, name)
                .map(LEADING_NUMBER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> OptionalInt.of(Integer.parseInt(matcher.group(1))))
                .orElse(OptionalInt.empty());
    }

    /** Option tags or methods of all lines of a header, lower case. */
    static Set<String> tokens(Message message, String name) {
        Set<String> tokens = new HashSet<>();
        for (String value : values(message, name)) {
            for (String token : value.split(",")) {
                if (!token.isBlank()) {
                    tokens.add(token.trim().toLowerCase(Locale.ROOT));
                }
            }
        }
        return tokens;
    }
}
