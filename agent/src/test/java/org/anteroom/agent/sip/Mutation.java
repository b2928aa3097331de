package org.anteroom.agent.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** Spoils SIP messages in the ways in which broken and hostile senders do; the same seed spoils the same way. */
final class Mutation {
    private static final List<String> NASTY = List.of(
            "99999999999999999999",
            "-1",
            "%zz",
            "%",
            "\0",
            "\u00ff\u0080",
            "\"",
            "\\",
            "<<<<",
            ">",
            "(".repeat(300),
            ";;;=",
            ",",
            "@@",
            "sip:",
            "[::::]",
            "\t",
            "\r",
            "*",
            "");
    private static final List<String> LINES = List.of(
            "CSeq: 99999999999 INVITE",
            "CSeq: 4294967295 OPTIONS",
            "CSeq: -1 INVITE",
            "CSeq: INVITE",
            "Content-Length: -5",
            "Content-Length: 999999",
            "Content-Length: 99999999999999999999",
            "Content-Length: x",
            "Max-Forwards: -1",
            "Max-Forwards: 0",
            "Via: SIP/2.0/UDP",
            "Via: SIP/2.0/UDP 127.0.0.1:99999;branch=",
            "Via: SIP/2.0/SCTP [::1;branch=z9hG4bK;rport=x",
            "From: <sip:%zz%@>;tag=",
            "To: <sip:200@pbx.test>;tag=a;tag=b",
            "To: \"unterminated <sip:200@pbx.test>",
            "Contact: <sip:@@@>",
            "Contact: *",
            "Record-Route: <sip:;lr>, <",
            "Route: <tel:1>",
            "Require: ,,,",
            "Session-Expires: 99999999999;refresher=nobody",
            "Min-SE: -3",
            "Content-Type: /",
            "Content-Encoding: gzip",
            "Expires: -9",
            "Call-ID:",
            "X-Nested: " + "(".repeat(500),
            " folded onto what stands before",
            ":",
            "NoColonAtAll");

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    /** The message, spoiled once to three times. */
    String of(String message) {
        String spoiled = message;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            spoiled = kinds().get(random.nextInt(kinds().size())).apply(spoiled);
        }
        return spoiled;
    }

    private List<UnaryOperator<String>> kinds() {
        return List.of(
                text -> text.substring(0, at(text)),
                text -> text.substring(0, at(text)) + any(NASTY) + text.substring(at(text)),
                text -> flipped(text, 1 + random.nextInt(10)),
                text -> edited(text, lines -> lines.add(1 + random.nextInt(lines.size()), any(LINES))),
                text -> edited(text, lines -> lines.set(random.nextInt(lines.size()), any(LINES))),
                text -> edited(text, lines -> lines.add(lines.get(random.nextInt(lines.size())))),
                text -> edited(text, lines -> lines.remove(random.nextInt(lines.size()))),
                text -> edited(text, lines -> java.util.Collections.shuffle(lines.subList(1, lines.size()), random)),
                text -> text.replaceFirst("SIP/2\\.0", any(List.of("SIP/3.0", "HTTP/1.1", "", "SIP/2.0 SIP/2.0"))),
                text -> text.replaceFirst(
                        "^\\w+", any(List.of("BREW", "invite", "", "I NVITE", "ACK", "CANCEL", "BYE"))),
                text -> text.replace("\r\n", "\n"),
                text -> text.replaceFirst(":", Matcher.quoteReplacement(any(NASTY))),
                text -> text + text);
    }

    private String flipped(String text, int times) {
        StringBuilder bytes = new StringBuilder(text);
        for (int i = 0; i < times && bytes.length() > 0; i++) {
            bytes.setCharAt(random.nextInt(bytes.length()), (char) random.nextInt(256));
        }
        return bytes.toString();
    }

    private interface Edit {
        void to(List<String> lines);
    }

    private static String edited(String text, Edit edit) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
        if (lines.size() > 1) {
            edit.to(lines);
        }
        return String.join("\r\n", lines) + text.substring(end);
    }

    private int at(String text) {
        return text.isEmpty() ? 0 : random.nextInt(text.length());
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
