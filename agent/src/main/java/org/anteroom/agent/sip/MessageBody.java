package org.anteroom.agent.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;

/**
 * Finds the session description in what a message carries: the body itself, or one part of a {@code multipart/mixed} one
 * (RFC 5621), in which PBXs send ISUP, locations and the like beside it. Parts inside parts are not looked into.
 */
final class MessageBody {
    /** What we read, as Accept says it. */
    static final String ACCEPTED = "application/sdp,multipart/mixed";

    private static final int MOST_PARTS = 16;
    private static final String BLANK_LINE = "\r\n\r\n";
    private static final Pattern SDP = line("content-type|c", "application/sdp\\s*(?:;.*)?");
    private static final Pattern TRANSFORMED = line("content-transfer-encoding", "(?!(?:7bit|8bit|binary)\\s*$).*");
    private static final Pattern REQUIRED = line("content-disposition", ".*handling\\s*=\\s*\"?required.*");

    private MessageBody() {}

    /** Empty where there is no session description, or another part that has to be understood (RFC 5621 section 8). */
    static Optional<byte[]> description(Message message) {
        byte[] body = message.getRawContent();
        if (body == null
                || body.length == 0
                || isEncoded(message)
                || !(message.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type)) {
            return Optional.empty();
        }
        String name = (type.getContentType() + '/' + type.getContentSubType()).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "application/sdp" -> Optional.of(body);
            case "multipart/mixed" -> Optional.ofNullable(type.getParameter("boundary"))
                    .flatMap(boundary -> part(body, boundary.replace("\"", "")));
            default -> Optional.empty();
        };
    }

    private static boolean isEncoded(Message message) {
        return message.getContentEncoding() != null
                && !"identity".equalsIgnoreCase(message.getContentEncoding().getEncoding());
    }

    private static Optional<byte[]> part(byte[] body, String boundary) {
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "\r\n--" + boundary;
        int end = text.indexOf(delimiter + "--");
        if (boundary.isBlank() || end < 0) {
            return Optional.empty();
        }
        String[] parts = text.substring(0, end).split(Pattern.quote(delimiter) + "[ \\t]*(?=\r\n)", MOST_PARTS + 1);
        Optional<byte[]> found = Optional.empty();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            int blank = part.indexOf(BLANK_LINE);
            String head = blank < 0 ? part : part.substring(0, blank);
            if (blank >= 0 && found.isEmpty() && has(SDP, head) && !has(TRANSFORMED, head)) {
                String description = part.substring(blank + BLANK_LINE.length());
                // The line end before the delimiter belongs to the delimiter, but a description ends with one.
                found = Optional.of((description.endsWith("\r\n") ? description : description + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
            } else if (has(REQUIRED, head)) {
                return Optional.empty();
            }
        }
        return found;
    }

    private static boolean has(Pattern line, String head) {
        return line.matcher(head).find();
    }

    private static Pattern line(String name, String value) {
        return Pattern.compile("(?im)^(?:" + name + ")[ \\t]*+:[ \\t]*+" + value + "$");
    }
}
