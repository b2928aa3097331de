package org.anteroom.agent.sip;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;

/**
 * Reads how a referred request fares from a {@code message/sipfrag} (RFC 3420) that begins with a status line (RFC 3515
 * section 2.4.5). Headers that may follow are not looked at.
 */
final class StatusFragment {
    static final String ACCEPTED = "message/sipfrag";

    private static final int LONGEST = 256;
    private static final Pattern STATUS_LINE = Pattern.compile("SIP/2\\.0 ([1-6]\\d\\d)(?: [^\\r\\n]*)?");

    private StatusFragment() {}

    /** Whether the message says that it carries one. */
    static boolean in(Message message) {
        return message.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
                && ACCEPTED.equalsIgnoreCase(type.getContentType() + '/' + type.getContentSubType());
    }

    /** The status; empty when there is none, or nobody can read it. */
    static OptionalInt status(Message message) {
        byte[] body = message.getRawContent();
        if (body == null || !in(message)) {
            return OptionalInt.empty();
        }
        String text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.ISO_8859_1);
        Matcher line = STATUS_LINE.matcher(text.split("\\r?\\n", 2)[0]);
        return line.matches() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }
}
