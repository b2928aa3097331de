package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone made of bare text over one UDP socket: the test decides every byte. Waits at most five seconds for packets. */
public final class RawPhone implements AutoCloseable {

    private final DatagramSocket socket;
    private final InetSocketAddress pbx;
    private final String user;
    private final String password;
    private int cseq = 1;

    public RawPhone(InetSocketAddress pbx, String user, String password) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(5_000);
        this.pbx = pbx;
        this.user = user;
        this.password = password;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String contact() {
        return "<sip:" + user + "@127.0.0.1:" + port() + ">";
    }

    public void send(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, pbx));
    }

    public String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
    }

    /** The next packet whose start line holds {@code text}, everything before it dropped. */
    public String receive(String text) throws IOException {
        String message = receive();
        while (!message.split("\r\n")[0].contains(text)) {
            message = receive();
        }
        return message;
    }

    /** A request outside a dialog, or inside one when {@code toTag} is given. */
    public String request(String method, String to, String toTag, String branch, String more) {
        return request(method, to, toTag, branch, more, "");
    }

    private String request(String method, String to, String toTag, String branch, String more, String description) {
        String type = description.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        return String.join(
                "\r\n",
                method + " sip:" + to + "@127.0.0.1:" + pbx.getPort() + " SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:" + port() + ";rport;branch=z9hG4bK" + branch,
                "Max-Forwards: 70",
                "From: <sip:" + user + "@practice.test>;tag=f" + port(),
                "To: <sip:" + to + "@practice.test>" + (toTag.isEmpty() ? "" : ";tag=" + toTag),
                "Call-ID: c" + port(),
                "CSeq: " + cseq + " " + method,
                "Contact: " + contact(),
                more + type + "Content-Length: " + description.length(),
                "",
                description);
    }

    /** Sends a request and repeats it with credentials when it is challenged; the last answer. */
    public String authenticated(String method, String to, String more) throws Exception {
        return authenticated(method, to, more, "");
    }

    /** The same with a session description. */
    public String authenticated(String method, String to, String more, String description) throws Exception {
        send(request(method, to, "", method + cseq, more, description));
        String challenge = receive("SIP/2.0 4");
        boolean proxy = challenge.startsWith("SIP/2.0 407");
        if (!proxy && !challenge.startsWith("SIP/2.0 401")) {
            return challenge;
        }
        cseq++;
        String header = proxy ? "Proxy-Authorization: " : "Authorization: ";
        String credentials = header + authorization(challenge, method) + "\r\n";
        send(request(method, to, "", method + cseq, credentials + more, description));
        return receive();
    }

    public String authorization(String challenge, String method) throws Exception {
        String nonce = find(challenge, "nonce=\"([^\"]+)\"");
        String realm = find(challenge, "realm=\"([^\"]+)\"");
        String ha1 = md5(user + ":" + realm + ":" + password);
        String ha2 = md5(method + ":sip:x");
        String response = md5(ha1 + ":" + nonce + ":00000001:0a4f113b:auth:" + ha2);
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"sip:x\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", response=\"" + response + "\"";
    }

    public static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(US_ASCII)));
    }

    /** Answers a request as the called phone does: Vias and record routes copied, a tag added. */
    public void answer(String request, String status, String tag) throws IOException {
        answer(request, status, tag, "");
    }

    /** The same with a session description. */
    public void answer(String request, String status, String tag, String description) throws IOException {
        StringBuilder response = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String line : request.split("\r\n")) {
            if (line.matches("(?i)(via|record-route|from|call-id|cseq): .*")) {
                response.append(line).append("\r\n");
            } else if (line.startsWith("To: ")) {
                response.append(line)
                        .append(line.contains(";tag=") ? "" : ";tag=" + tag)
                        .append("\r\n");
            }
        }
        if (!description.isEmpty()) {
            response.append("Content-Type: application/sdp\r\n");
        }
        send(response.append("Contact: " + contact() + "\r\nContent-Length: " + description.length() + "\r\n\r\n")
                .append(description)
                .toString());
    }

    @Override
    public void close() {
        socket.close();
    }
}
