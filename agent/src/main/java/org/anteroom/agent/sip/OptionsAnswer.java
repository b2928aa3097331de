package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.ViaHeader;

/** Reads the answer to an OPTIONS. What a stranger wrote is cut and cleaned before anybody is shown it. */
final class OptionsAnswer {
    private static final int LONGEST = 80;
    private static final int MOST_TOKENS = 40;
    private static final Pattern LENGTH =
            Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,6})[ \\t]*$");

    private OptionsAnswer() {}

    /** Whether bytes begin as a SIP message does, as far as they go. */
    static boolean looksLikeSip(byte[] bytes, int length) {
        String begin = new String(bytes, 0, Math.min(length, 8), StandardCharsets.ISO_8859_1);
        // Requests of the PBX's own may come in between: OPTIONS, NOTIFY. Keep-alives are line ends.
        return "SIP/2.0 ".startsWith(begin)
                || begin.startsWith("SIP/2.0 ")
                || begin.matches("[A-Z]+ ?.*|[\\r\\n\\x00]+");
    }

    /** The final response of that branch, once it is there whole. */
    static Optional<SIPResponse> read(byte[] bytes, String branch) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("SIP/2.0 ");
        int end = text.indexOf("\r\n\r\n", Math.max(0, from));
        if (from < 0 || end < 0) {
            return Optional.empty();
        }
        Matcher length = LENGTH.matcher(text.substring(from, end));
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (text.length() < end + 4 + body) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOfRange(bytes, from, end + 4 + body);
        try {
            GuardedParser parser = new GuardedParser(LineLimits.standard(), new SipCounters());
            if (parser.parseSIPMessage(message, true, false, null) instanceof SIPResponse response
                    && response.getStatusCode() >= 200
                    && response.getTopmostVia() != null
                    && branch.equals(response.getTopmostVia().getBranch())) {
                return Optional.of(response);
            }
        } catch (ParseException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    static PbxAnswer.Answered of(
            SIPResponse response, InetSocketAddress asked, InetSocketAddress own, Duration roundTrip) {
        Optional<String> software = SipHeaders.first(response, "Server")
                .or(() -> SipHeaders.first(response, "User-Agent"))
                .map(OptionsAnswer::clean)
                .filter(text -> !text.isEmpty());
        return new PbxAnswer.Answered(
                asked,
                response.getStatusCode(),
                software,
                list(response, "Allow"),
                list(response, "Accept"),
                list(response, "Supported"),
                SipHeaders.first(response, "Contact").map(OptionsAnswer::clean),
                own,
                seen(response.getTopmostVia(), own),
                roundTrip,
                codecs(response));
    }

    /** Printable ASCII, at most {@value #LONGEST} characters: it goes to a terminal and into reports. */
    static String clean(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST - 3) + "...";
    }

    private static List<String> list(SIPResponse response, String header) {
        return SipHeaders.values(response, header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(OptionsAnswer::clean)
                .filter(token -> !token.isEmpty())
                .limit(MOST_TOKENS)
                .toList();
    }

    /** Address and port of the top Via as the PBX filled them in; it may leave out what is as we said. */
    private static Optional<InetSocketAddress> seen(ViaHeader via, InetSocketAddress own) {
        String received = via.getReceived();
        int port = via.getRPort() > 0 ? via.getRPort() : own.getPort();
        if (received == null) {
            return via.getRPort() > 0 ? Optional.of(new InetSocketAddress(own.getAddress(), port)) : Optional.empty();
        }
        if (!received.matches("[0-9a-fA-F.:\\[\\]]{2,45}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(received), port));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static List<String> codecs(SIPResponse response) {
        Optional<byte[]> body = MessageBody.description(response);
        if (body.isEmpty()) {
            return List.of();
        }
        try {
            return SessionDescription.parse(body.get(), LineLimits.standard().sdpBytes())
                    .audioFormats();
        } catch (SdpException e) {
            return List.of();
        }
    }
}
