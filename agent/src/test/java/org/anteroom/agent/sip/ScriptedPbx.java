package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PBX that does what a test tells it, with real packets over UDP or TCP: answers REGISTER by a rule of the test, gives
 * everything else to {@link #await}, sends what it is given.
 */
final class ScriptedPbx implements AutoCloseable {
    static final String SDP = sdp("127.0.0.1", 40_000, "0 8 101", "sendrecv", 1);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int PATIENCE_S = 10;

    private final Transport transport;
    private final InetAddress address;
    private final int port;
    private final BlockingQueue<SipText> inbox = new LinkedBlockingQueue<>();
    private final BlockingQueue<SipText> registrations = new LinkedBlockingQueue<>();
    private final AtomicInteger unreadable = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();
    /** Connections that the line has closed. */
    private final AtomicInteger ends = new AtomicInteger();

    private DatagramSocket datagrams;
    private ServerSocket server;
    private volatile Socket connection;
    private volatile Socket own;
    private volatile InetSocketAddress peer;
    private volatile Function<SipText, String> registrar = request -> ok(request);
    private volatile boolean open = true;

    ScriptedPbx(Transport transport) throws IOException {
        this(transport, "127.0.0.1", 0);
    }

    ScriptedPbx(Transport transport, String host, int port) throws IOException {
        this.transport = transport;
        this.address = InetAddress.getByName(host);
        if (transport == Transport.UDP) {
            datagrams = new DatagramSocket(port, address);
            this.port = datagrams.getLocalPort();
            start(this::readDatagrams);
        } else {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(address, port));
            this.port = server.getLocalPort();
            start(this::acceptConnections);
        }
    }

    int port() {
        return port;
    }

    /** The single line ends that came over TCP between messages (RFC 5626 section 3.5.1). */
    int pongs() {
        return pongs.get();
    }

    /** How REGISTER is answered from now on; an empty text stays silent. */
    void registrar(Function<SipText, String> rule) {
        registrar = rule;
    }

    /** 200 with the Contact as asked. */
    static String ok(SipText register) {
        return register.response(
                200,
                "OK",
                "reg",
                register.all("Contact").stream().map(c -> "Contact: " + c).toList(),
                "");
    }

    LineSettings settings(LineTimers timers) {
        return new LineSettings(
                new LineSettings.Pbx(address.getHostAddress(), port, transport, "pbx.test"),
                new LineSettings.Account("200", "user200", Secret.of("secret"), "5550100", "Practice"),
                new LineSettings.Local(java.util.Optional.empty(), 0),
                timers,
                LineLimits.standard());
    }

    /** The next REGISTER that comes. */
    SipText awaitRegister() throws InterruptedException {
        return next(registrations, "REGISTER");
    }

    /** The last REGISTER that came; those before it are dropped. */
    SipText lastRegister() throws InterruptedException {
        SipText last = awaitRegister();
        for (SipText next = registrations.poll(); next != null; next = registrations.poll()) {
            last = next;
        }
        return last;
    }

    /** The next message that isn't REGISTER. */
    SipText await() throws InterruptedException {
        return next(inbox, "message");
    }

    /** The next message that fits; others are dropped. */
    SipText await(Predicate<SipText> wanted) throws InterruptedException {
        while (true) {
            SipText message = await();
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    SipText awaitStatus(int status) throws InterruptedException {
        return await(message -> message.status() == status);
    }

    SipText awaitRequest(String method) throws InterruptedException {
        return await(message -> !message.isResponse() && message.method().equals(method));
    }

    /** Whether nothing that fits comes for a while. */
    boolean quiet(Predicate<SipText> unwanted, long ms) throws InterruptedException {
        long deadline = System.nanoTime() + ms * 1_000_000;
        while (System.nanoTime() < deadline) {
            SipText message =
                    inbox.poll(Math.max(1, (deadline - System.nanoTime()) / 1_000_000), TimeUnit.MILLISECONDS);
            if (message != null && unwanted.test(message)) {
                return false;
            }
        }
        return true;
    }

    private static SipText next(BlockingQueue<SipText> queue, String what) throws InterruptedException {
        SipText message = queue.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no " + what + " within " + PATIENCE_S + " s");
        }
        return message;
    }

    void send(String text) throws IOException {
        sendBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void sendBytes(byte[] bytes) throws IOException {
        if (transport == Transport.UDP) {
            datagrams.send(new DatagramPacket(bytes, bytes.length, peer));
        } else {
            Socket socket = own == null ? connection : own;
            socket.getOutputStream().write(bytes);
        }
    }

    /** Sends to a line that hasn't written yet. */
    void peer(InetSocketAddress line) {
        peer = line;
    }

    String hostPort() {
        return address.getHostAddress() + ":" + port;
    }

    String via(String branch) {
        return "Via: SIP/2.0/" + transport + " " + hostPort() + ";branch=" + branch + ";rport";
    }

    /** A new INVITE of a caller; each call of this makes another dialog. */
    Caller caller() {
        return new Caller(NUMBER.incrementAndGet());
    }

    static String sdp(String address, int port, String formats, String direction, int version) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 77 " + version + " IN IP4 " + address,
                "s=call",
                "c=IN IP4 " + address,
                "t=0 0",
                "m=audio " + port + " RTP/AVP " + formats,
                "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-16",
                "a=" + direction,
                "");
    }

    private void readDatagrams() throws IOException {
        byte[] room = new byte[65_536];
        while (open) {
            DatagramPacket packet = new DatagramPacket(room, room.length);
            datagrams.receive(packet);
            peer = (InetSocketAddress) packet.getSocketAddress();
            received(new String(room, 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }

    private void acceptConnections() throws IOException {
        while (open) {
            Socket socket = server.accept();
            connection = socket;
            start(() -> readConnection(socket.getInputStream()));
        }
    }

    private void readConnection(InputStream in) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) >= 0) {
            heard.write(next);
            String text = heard.toString(StandardCharsets.UTF_8);
            if (text.equals("\r\n")) {
                pongs.incrementAndGet();
                heard.reset();
            } else if (text.endsWith("\r\n\r\n")) {
                received(text + new String(in.readNBytes(bodyLength(text)), StandardCharsets.UTF_8));
                heard.reset();
            }
        }
        ends.incrementAndGet();
    }

    private static int bodyLength(String head) {
        Matcher length =
                Pattern.compile("(?im)^Content-Length: *(\\d{1,5})\\s*$").matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private void received(String text) throws IOException {
        if (text.isBlank()) {
            return;
        }
        SipText message;
        try {
            message = SipText.parse(text);
        } catch (RuntimeException e) {
            unreadable.incrementAndGet();
            return;
        }
        if (!message.isResponse() && message.method().equals("REGISTER")) {
            registrations.add(message);
            String answer = registrar.apply(message);
            if (!answer.isEmpty()) {
                send(answer);
            }
        } else {
            inbox.add(message);
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void start(Reading reading) {
        Thread thread = new Thread(() -> {
            try {
                reading.run();
            } catch (IOException e) {
                if (open && datagrams != null) {
                    throw new IllegalStateException(e);
                }
            }
        });
        thread.setName("scripted-pbx");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on sends over a new connection to the line where there are any: what follows garbage may be lost with it. */
    void connectAnew(InetSocketAddress line) throws IOException {
        if (transport == Transport.UDP) {
            return;
        }
        Socket before = own;
        Socket socket = new Socket(line.getAddress(), line.getPort());
        own = socket;
        start(() -> readConnection(socket.getInputStream()));
        if (before != null) {
            before.close();
        }
    }

    /** Breaks the TCP connection, as a restart of the PBX does; what is sent before the line has noticed is lost. */
    void breakConnection() throws IOException {
        Socket broken = connection;
        int before = ends.get();
        broken.shutdownOutput();
        assertThat(Waiting.holds(() -> ends.get() > before, PATIENCE_S))
                .as("the line has closed its side")
                .isTrue();
        broken.close();
    }

    @Override
    public void close() throws IOException {
        open = false;
        if (datagrams != null) {
            datagrams.close();
        }
        if (server != null) {
            server.close();
            if (connection != null) {
                connection.close();
            }
            if (own != null) {
                own.close();
            }
        }
    }

    /** The PBX's side of one call towards the line. */
    final class Caller {
        private final String callId;
        private final String tag;
        private final int number;
        private int sequence = 1;
        private String toTag = "";

        Caller(int number) {
            this.number = number;
            this.callId = "call-" + number + "@pbx.test";
            this.tag = "from" + number;
        }

        String callId() {
            return callId;
        }

        String tag() {
            return tag;
        }

        void learn(SipText response) {
            toTag = response.tag("To");
        }

        /** Any request of the call; the sequence number counts up for all but ACK and CANCEL. */
        String request(String method, String branch, List<String> extra, String body) {
            List<String> lines = new ArrayList<>();
            lines.add(method + " sip:200@127.0.0.1 SIP/2.0");
            lines.add(via(branch));
            lines.add("Max-Forwards: 70");
            if (extra.stream().noneMatch(line -> line.startsWith("From:"))) {
                lines.add("From: \"Caller\" <sip:5551234@pbx.test>;tag=" + tag);
            }
            lines.add("To: <sip:200@pbx.test>" + (toTag.isEmpty() ? "" : ";tag=" + toTag));
            lines.add("Call-ID: " + callId);
            lines.add("CSeq: " + sequence + " " + method);
            lines.add("Contact: <sip:pbx@" + hostPort() + ";transport=" + transport.token() + ">");
            lines.addAll(extra);
            return SipText.finish(lines, body);
        }

        String invite(List<String> extra, String body) {
            return request("INVITE", branch("i"), extra, body);
        }

        String branch(String kind) {
            return "z9hG4bK-" + kind + number + "-" + sequence;
        }

        void next() {
            sequence++;
        }

        String ack(String body) {
            return request("ACK", branch("a"), List.of(), body);
        }

        String bye() {
            sequence++;
            return request("BYE", branch("b"), List.of(), "");
        }
    }
}
