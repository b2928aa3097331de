package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One SIP message as text (RFC 3261 section 7): only what a proxy must read is read, everything else goes through
 *  byte for byte. Written apart from the agent's own stack on purpose: a peer that shared its parser would share its
 *  mistakes. Confined to the thread that parsed it.
 */
final class SipText {

    private static final int MOST_HEADERS = 128;
    private static final Map<String, String> COMPACT =
            Map.of("v", "Via", "f", "From", "t", "To", "i", "Call-ID", "m", "Contact", "l", "Content-Length");

    private record Header(String name, String value) {}

    private String startLine;
    private final List<Header> headers = new ArrayList<>();
    private String body = "";

    SipText(String startLine) {
        this.startLine = startLine;
    }

    /** Reads one whole message; empty when it isn't SIP. */
    static Optional<SipText> parse(byte[] data, int length) {
        String text = new String(data, 0, length, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, end).replaceAll("\r\n[ \t]+", " ").split("\r\n", -1);
        if (lines.length > MOST_HEADERS || !lines[0].contains("SIP/2.0")) {
            return Optional.empty();
        }
        SipText message = new SipText(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon <= 0) {
                return Optional.empty();
            }
            message.read(
                    lines[i].substring(0, colon).trim(),
                    lines[i].substring(colon + 1).trim());
        }
        message.body = text.substring(end + 4);
        boolean complete = message.first("Via").isPresent()
                && message.first("From").isPresent()
                && message.first("To").isPresent()
                && message.first("Call-ID").isPresent()
                && message.first("CSeq").isPresent()
                && message.startLine.split(" ").length >= 3;
        return complete ? Optional.of(message) : Optional.empty();
    }

    private void read(String name, String value) {
        String full = COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        boolean list =
                full.equalsIgnoreCase("Via") || full.equalsIgnoreCase("Route") || full.equalsIgnoreCase("Record-Route");
        if (list) {
            splitAtCommas(value).forEach(part -> headers.add(new Header(full, part)));
        } else {
            headers.add(new Header(full, value));
        }
    }

    private static List<String> splitAtCommas(String value) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        int angle = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '<') {
                angle++;
            } else if (!quoted && c == '>') {
                angle--;
            } else if (!quoted && angle == 0 && c == ',') {
                parts.add(value.substring(from, i).trim());
                from = i + 1;
            }
        }
        parts.add(value.substring(from).trim());
        return parts;
    }

    String startLine() {
        return startLine;
    }

    boolean isRequest() {
        return !startLine.startsWith("SIP/2.0 ");
    }

    /** Method of a request; of a response the method of its CSeq. */
    String method() {
        if (isRequest()) {
            return startLine.substring(0, startLine.indexOf(' '));
        }
        String cseq = first("CSeq").orElse("");
        return cseq.substring(cseq.lastIndexOf(' ') + 1);
    }

    String requestUri() {
        return startLine.split(" ")[1];
    }

    void requestUri(String uri) {
        startLine = method() + " " + uri + " SIP/2.0";
    }

    /** Status of a response, 0 for a request. */
    int status() {
        String code = startLine.split(" ")[1];
        return isRequest() || !code.matches("[1-6][0-9][0-9]") ? 0 : Integer.parseInt(code);
    }

    Optional<String> first(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** Value of {@code ;name=value} in the first header of that name. */
    Optional<String> parameter(String header, String name) {
        return first(header).flatMap(value -> SipUri.parameter(value, name));
    }

    SipText add(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    SipText prepend(String name, String value) {
        headers.add(0, new Header(name, value));
        return this;
    }

    SipText replaceFirst(String name, String value) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name.equalsIgnoreCase(name)) {
                headers.set(i, new Header(headers.get(i).name, value));
                return this;
            }
        }
        return add(name, value);
    }

    void removeFirst(String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name.equalsIgnoreCase(name)) {
                headers.remove(i);
                return;
            }
        }
    }

    void removeAll(String name) {
        headers.removeIf(header -> header.name.equalsIgnoreCase(name));
    }

    /** A response to this request with the headers RFC 3261 section 8.2.6 asks for; a To tag is added from 101 on. */
    SipText respond(int status, String reason, String toTag) {
        SipText response = new SipText("SIP/2.0 " + status + " " + reason);
        all("Via").forEach(via -> response.add("Via", via));
        all("Record-Route").forEach(route -> response.add("Record-Route", route));
        first("From").ifPresent(from -> response.add("From", from));
        String to = first("To").orElse("");
        boolean tagged = SipUri.parameter(to, "tag").isPresent() || status == 100;
        response.add("To", tagged ? to : to + ";tag=" + toTag);
        first("Call-ID").ifPresent(id -> response.add("Call-ID", id));
        first("CSeq").ifPresent(cseq -> response.add("CSeq", cseq));
        return response;
    }

    /** What follows the headers, ISO 8859-1; empty when nothing does. */
    String body() {
        return body;
    }

    SipText body(String text) {
        body = text;
        return this;
    }

    byte[] encode() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        for (Header header : headers) {
            if (!header.name.equalsIgnoreCase("Content-Length")) {
                text.append(header.name).append(": ").append(header.value).append("\r\n");
            }
        }
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return text.toString().getBytes(ISO_8859_1);
    }
}
