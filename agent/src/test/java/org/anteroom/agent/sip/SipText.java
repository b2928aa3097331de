package org.anteroom.agent.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as text, for scripted peers: read by simple means of its own, so that a fault of the stack shows. */
record SipText(String startLine, List<String[]> headers, String body) {

    static SipText parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        List<String[]> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(new String[] {
                lines[i].substring(0, colon).trim(),
                lines[i].substring(colon + 1).trim()
            });
        }
        return new SipText(lines[0], headers, text.substring(end + 4));
    }

    boolean isResponse() {
        return startLine.startsWith("SIP/2.0 ");
    }

    int status() {
        return isResponse() ? Integer.parseInt(startLine.split(" ")[1]) : 0;
    }

    String method() {
        return isResponse() ? header("CSeq").split(" +")[1] : startLine.split(" ")[0];
    }

    String uri() {
        return startLine.split(" ")[1];
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header[0].equalsIgnoreCase(name))
                .map(header -> header[1])
                .toList();
    }

    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    String header(String name) {
        return find(name).orElseThrow(() -> new AssertionError("no " + name + " in\n" + this));
    }

    long sequence() {
        return Long.parseLong(header("CSeq").split(" +")[0]);
    }

    String tag(String name) {
        Matcher matcher = Pattern.compile("tag=([^;>\\s]+)").matcher(header(name));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The address inside the angle brackets of a header. */
    String address(String name) {
        Matcher matcher = Pattern.compile("<([^>]+)>").matcher(header(name));
        return matcher.find() ? matcher.group(1) : header(name).split(";")[0];
    }

    /** A parameter of a digest header. */
    String digest(String header, String parameter) {
        Matcher matcher =
                Pattern.compile("\\b" + parameter + "=\"?([^\",]+)\"?").matcher(header(header));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** A response to this request; a To tag is added unless {@code toTag} is empty. */
    String response(int status, String reason, String toTag, List<String> extra, String body) {
        List<String> lines = new ArrayList<>();
        lines.add("SIP/2.0 " + status + " " + reason);
        all("Via").forEach(via -> lines.add("Via: " + via));
        all("Record-Route").forEach(route -> lines.add("Record-Route: " + route));
        lines.add("From: " + header("From"));
        lines.add("To: " + header("To") + (toTag.isEmpty() || header("To").contains("tag=") ? "" : ";tag=" + toTag));
        lines.add("Call-ID: " + header("Call-ID"));
        lines.add("CSeq: " + header("CSeq"));
        lines.addAll(extra);
        return finish(lines, body);
    }

    static String finish(List<String> lines, String body) {
        List<String> all = new ArrayList<>(lines);
        if (!body.isEmpty()
                && all.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type"))) {
            all.add("Content-Type: application/sdp");
        }
        all.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        return String.join("\r\n", all) + "\r\n\r\n" + body;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(startLine).append('\n');
        headers.forEach(
                header -> text.append(header[0]).append(": ").append(header[1]).append('\n'));
        return text.append('\n').append(body).toString();
    }
}
