package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.watch.ThreadNames;

/**
 * Asks a PBX with OPTIONS who it is, from a port of its own: no registration, no password, nothing rings. A datagram is
 * repeated as RFC 3261 section 17.1.2 says. Blocks its caller for the time given at most; needs no running line.
 */
public final class PbxProbe {
    private static final int FIRST_REPEAT_MS = 500;
    private static final int LONGEST_REPEAT_MS = 4_000;
    private static final int MOST_BYTES = LineLimits.standard().messageBytes();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LineSettings.Pbx pbx;
    private final Optional<InetAddress> from;

    /** @param from our own address; empty or a wildcard means the one the route uses */
    public PbxProbe(LineSettings.Pbx pbx, Optional<InetAddress> from) {
        this.pbx = pbx;
        this.from = from.filter(address -> !address.isAnyLocalAddress());
    }

    /** Looks the name up and asks the address that the line would register at. */
    public PbxAnswer ask(Duration within) throws InterruptedException {
        long begun = System.nanoTime();
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(pbx.host()));
        ThreadNames.named(ThreadNames.SIP + "-lookup").newThread(lookup).start();
        try {
            List<InetAddress> found = List.of(lookup.get(within.toMillis(), TimeUnit.MILLISECONDS));
            return ask(PbxAddresses.used(found, from), begun, within);
        } catch (TimeoutException e) {
            return new PbxAnswer.None(
                    PbxAnswer.Why.NAME,
                    "The PBX's name " + pbx.host() + " was not resolved within " + seconds(within)
                            + ": check the name server of this machine, or put the PBX's address into sip.pbx.");
        } catch (ExecutionException e) {
            return new PbxAnswer.None(
                    PbxAnswer.Why.NAME,
                    "The PBX's name " + pbx.host()
                            + " can't be resolved: check sip.pbx and the name server of this machine.");
        }
    }

    /** Asks some of its addresses side by side; in their order. */
    public Map<InetAddress, PbxAnswer> askEach(List<InetAddress> addresses, Duration within)
            throws InterruptedException {
        ThreadFactory threads = ThreadNames.numbered(ThreadNames.SIP + "-probe");
        Map<InetAddress, FutureTask<PbxAnswer>> asking = new LinkedHashMap<>();
        for (InetAddress address : addresses) {
            FutureTask<PbxAnswer> one = new FutureTask<>(() -> ask(address, within));
            threads.newThread(one).start();
            asking.put(address, one);
        }
        Map<InetAddress, PbxAnswer> answers = new LinkedHashMap<>();
        for (Map.Entry<InetAddress, FutureTask<PbxAnswer>> each : asking.entrySet()) {
            try {
                answers.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a probe failed", e);
            }
        }
        return answers;
    }

    /** Asks one of its addresses. */
    public PbxAnswer ask(InetAddress address, Duration within) {
        return ask(address, System.nanoTime(), within);
    }

    private PbxAnswer ask(InetAddress address, long begun, Duration within) {
        InetSocketAddress target = new InetSocketAddress(address, pbx.port());
        long deadline = begun + within.toNanos();
        try {
            return pbx.transport() == Transport.UDP ? byDatagram(target, deadline) : byConnection(target, deadline);
        } catch (SocketTimeoutException e) {
            return new PbxAnswer.None(
                    PbxAnswer.Why.SILENT,
                    "Nothing answers at " + text(target) + " (" + pbx.transport() + ") within " + seconds(within)
                            + ": check that the PBX is on, sip.pbx, sip.pbx-port and sip.transport, and a firewall or a"
                            + " block list (fail2ban) on the PBX.");
        } catch (PortUnreachableException | ConnectException e) {
            return new PbxAnswer.None(
                    PbxAnswer.Why.REFUSED,
                    "Nobody listens at " + text(target) + " (" + pbx.transport()
                            + "): check that the PBX is started, sip.pbx-port and sip.transport.");
        } catch (UnreadableAnswerException e) {
            return new PbxAnswer.None(
                    PbxAnswer.Why.STRANGE,
                    "What answers at " + text(target) + " (" + pbx.transport()
                            + ") doesn't speak SIP: check sip.pbx and sip.pbx-port.");
        } catch (IOException e) {
            return new PbxAnswer.None(
                    PbxAnswer.Why.ROUTE,
                    "The PBX at " + text(target) + " can't be reached from this machine ("
                            + e.getClass().getSimpleName()
                            + "): check its network cable, address and route, and sip.bind.");
        }
    }

    private PbxAnswer byDatagram(InetSocketAddress target, long deadline) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(
                from.map(own -> new InetSocketAddress(own, 0)).orElseGet(() -> new InetSocketAddress(0)))) {
            socket.connect(target);
            InetSocketAddress own = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
            String branch = branch();
            byte[] request = request(own, target, branch);
            byte[] room = new byte[MOST_BYTES];
            long sent = System.nanoTime();
            long repeat = sent;
            int pauseMs = FIRST_REPEAT_MS;
            boolean strange = false;
            while (System.nanoTime() < deadline) {
                if (System.nanoTime() >= repeat) {
                    socket.send(new DatagramPacket(request, request.length));
                    repeat = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
                    pauseMs = Math.min(2 * pauseMs, LONGEST_REPEAT_MS);
                }
                socket.setSoTimeout(millisUntil(Math.min(repeat, deadline)));
                DatagramPacket packet = new DatagramPacket(room, room.length);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException e) {
                    continue;
                }
                Duration took = Duration.ofNanos(System.nanoTime() - sent);
                Optional<SIPResponse> read = OptionsAnswer.read(Arrays.copyOf(room, packet.getLength()), branch);
                if (read.isPresent()) {
                    return OptionsAnswer.of(read.get(), target, own, took);
                }
                strange |= !OptionsAnswer.looksLikeSip(room, packet.getLength());
            }
            if (strange) {
                throw new UnreadableAnswerException();
            }
            throw new SocketTimeoutException();
        }
    }

    private PbxAnswer byConnection(InetSocketAddress target, long deadline) throws IOException {
        try (Socket socket = new Socket()) {
            if (from.isPresent()) {
                socket.bind(new InetSocketAddress(from.get(), 0));
            }
            socket.connect(target, millisUntil(deadline));
            InetSocketAddress own = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
            String branch = branch();
            long sent = System.nanoTime();
            socket.getOutputStream().write(request(own, target, branch));
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            byte[] room = new byte[4_096];
            while (heard.size() < MOST_BYTES) {
                socket.setSoTimeout(millisUntil(deadline));
                int read = socket.getInputStream().read(room);
                if (read < 0) {
                    throw new UnreadableAnswerException();
                }
                heard.write(room, 0, read);
                if (!OptionsAnswer.looksLikeSip(heard.toByteArray(), heard.size())) {
                    throw new UnreadableAnswerException();
                }
                Optional<SIPResponse> answer = OptionsAnswer.read(heard.toByteArray(), branch);
                if (answer.isPresent()) {
                    return OptionsAnswer.of(answer.get(), target, own, Duration.ofNanos(System.nanoTime() - sent));
                }
            }
            throw new UnreadableAnswerException();
        }
    }

    private byte[] request(InetSocketAddress own, InetSocketAddress target, String branch) {
        String us = text(own);
        boolean domain = !pbx.domain().equals(pbx.host());
        String whom = domain ? pbx.domain() : text(target);
        return String.join(
                        "\r\n",
                        "OPTIONS sip:" + whom + " SIP/2.0",
                        "Via: SIP/2.0/" + pbx.transport() + ' ' + us + ";branch=" + branch + ";rport",
                        "Max-Forwards: 70",
                        "From: <sip:probe@" + us + ">;tag=" + random(),
                        "To: <sip:" + whom + '>',
                        "Call-ID: " + random(),
                        "CSeq: 1 OPTIONS",
                        "Contact: <sip:probe@" + us + (pbx.transport() == Transport.TCP ? ";transport=tcp>" : ">"),
                        "Accept: application/sdp",
                        "User-Agent: Anteroom",
                        "Content-Length: 0",
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String branch() {
        return "z9hG4bK" + random();
    }

    private static String random() {
        byte[] bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** At least one: zero would mean for ever. */
    private static int millisUntil(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return (int) Math.max(1, left);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    static String text(InetSocketAddress address) {
        return LocalParty.host(address.getAddress()) + ':' + address.getPort();
    }

    /** What came back isn't SIP. */
    private static final class UnreadableAnswerException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
