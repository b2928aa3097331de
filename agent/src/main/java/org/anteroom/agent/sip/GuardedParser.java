package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the stack's parser: refuses what is over the limits, and turns every fault of the parser, stack
 * overflow included, into a {@link ParseException}, which is answered 400, or into nothing, because the stack's reading
 * threads die of anything else.
 */
final class GuardedParser implements MessageParser {
    private static final int MOST_ANSWERABLE = 600;
    private static final Pattern LENGTH = Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:");
    private static final String BLANK_LINE = "\r\n\r\n";
    private static final List<String> NEEDED = List.of("Via", "CSeq", "Call-ID", "From", "To");

    private final MessageParser parser;
    private final LineLimits limits;
    private final SipCounters counters;

    GuardedParser(LineLimits limits, SipCounters counters) {
        this(new StringMsgParser(), limits, counters);
    }

    GuardedParser(MessageParser parser, LineLimits limits, SipCounters counters) {
        this.parser = parser;
        this.limits = limits;
        this.counters = counters;
    }

    @Override
    @SuppressWarnings("NullAway") // the stack itself gives and takes null here: a keep-alive has no message
    public @Nullable SIPMessage parseSIPMessage(
            byte[] message, boolean readBody, boolean strict, @Nullable ParseExceptionListener listener)
            throws ParseException {
        try {
            check(message);
            return parser.parseSIPMessage(readBody ? measured(message) : message, readBody, strict, listener);
        } catch (Throwable e) {
            counters.increment(SipCount.MALFORMED_MESSAGES);
            if (isAnswerable(message)) {
                throw new ParseException("unreadable message", 0);
            }
            return null;
        }
    }

    /**
     * Whether the stack can write a proper 400 to it: it copies five headers by their names and the message itself, and
     * leaves the blank line out where both don't fit one packet. What it can't answer properly is dropped.
     */
    private static boolean isAnswerable(byte[] message) {
        if (message.length > MOST_ANSWERABLE) {
            return false;
        }
        String text = new String(message, StandardCharsets.UTF_8);
        return text.contains(BLANK_LINE) && NEEDED.stream().allMatch(name -> text.contains("\r\n" + name + ":"));
    }

    /** A body whose length isn't told goes to the end of its datagram (RFC 3261 section 18.3); the stack forgets it. */
    private static byte[] measured(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(BLANK_LINE);
        int body = end + BLANK_LINE.length();
        if (end < 0
                || body == text.length()
                || LENGTH.matcher(text.substring(0, end)).find()) {
            return message;
        }
        String length = "\r\nContent-Length: " + (text.length() - body);
        return (text.substring(0, end) + length + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void check(byte[] message) throws ParseException {
        if (message.length > limits.messageBytes()) {
            throw new ParseException("message over the size limit", 0);
        }
        int headers = 0;
        int lineStart = 0;
        for (int i = 0; i < message.length; i++) {
            if (message[i] != '\n') {
                continue;
            }
            int length = i - lineStart;
            if (length <= 1 && headers > 0) {
                return;
            }
            lineStart = i + 1;
            if (++headers > limits.headers()) {
                throw new ParseException("too many header lines", i);
            }
            if (length > limits.headerBytes()) {
                throw new ParseException("header line over the size limit", i);
            }
        }
    }
}
