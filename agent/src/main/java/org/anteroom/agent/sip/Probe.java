package org.anteroom.agent.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks our own port with OPTIONS whether anybody still answers: a real message over a real socket through every thread of
 * the stack, because a stack whose readers have died looks well from inside. On {@code sip-probe}.
 */
final class Probe implements AutoCloseable {
    private static final int ANSWER_MS = 2_000;
    private static final int LOST_IS_DEAD = 2;

    private final InetSocketAddress target;
    private final Transport transport;
    private final SourceFilter filter;
    private final SipCounters counters;
    private final Consumer<Boolean> told;
    private final SipThread thread;
    private final Duration every;
    private volatile @Nullable DatagramSocket datagrams;
    private volatile @Nullable Socket connection;
    private long number;
    private int lost;
    private boolean dead;
    private volatile boolean closed;

    /** @param told hears true and false when it changes; well is taken for granted at first */
    Probe(
            InetSocketAddress target,
            Transport transport,
            SourceFilter filter,
            SipCounters counters,
            Duration every,
            Consumer<Boolean> told) {
        this.target = target;
        this.transport = transport;
        this.filter = filter;
        this.counters = counters;
        this.every = every;
        this.told = told;
        this.thread = new SipThread("probe", counters);
    }

    void start() {
        thread.after(every, this::round);
    }

    private void round() {
        boolean answered;
        try {
            answered = transport == Transport.UDP ? askByDatagram() : askByConnection();
        } catch (IOException e) {
            answered = false;
            disconnect();
        }
        if (closed) {
            disconnect();
            return;
        }
        lost = answered ? 0 : lost + 1;
        if (!answered) {
            counters.increment(SipCount.PROBES_LOST);
        }
        boolean deadNow = lost >= LOST_IS_DEAD;
        if (deadNow != dead) {
            dead = deadNow;
            told.accept(!deadNow);
        }
        thread.after(every, this::round);
    }

    private boolean askByDatagram() throws IOException {
        DatagramSocket socket = datagrams;
        if (socket == null) {
            socket = new DatagramSocket(new InetSocketAddress(target.getAddress(), 0));
            socket.setSoTimeout(ANSWER_MS);
            filter.allowProbe((InetSocketAddress) socket.getLocalSocketAddress());
            datagrams = socket;
        }
        String branch = branch();
        byte[] request = request((InetSocketAddress) socket.getLocalSocketAddress(), branch);
        socket.send(new DatagramPacket(request, request.length, target));
        long deadline = System.nanoTime() + ANSWER_MS * 1_000_000L;
        byte[] room = new byte[4_096];
        while (System.nanoTime() < deadline) {
            DatagramPacket packet = new DatagramPacket(room, room.length);
            socket.receive(packet);
            if (isAnswer(new String(room, 0, packet.getLength(), StandardCharsets.UTF_8), branch)) {
                return true;
            }
        }
        return false;
    }

    private boolean askByConnection() throws IOException {
        Socket socket = connection;
        if (socket == null) {
            socket = new Socket();
            socket.bind(new InetSocketAddress(target.getAddress(), 0));
            filter.allowProbe((InetSocketAddress) socket.getLocalSocketAddress());
            connection = socket;
            socket.setSoTimeout(ANSWER_MS);
            socket.connect(target, ANSWER_MS);
        }
        String branch = branch();
        socket.getOutputStream().write(request((InetSocketAddress) socket.getLocalSocketAddress(), branch));
        StringBuilder heard = new StringBuilder();
        byte[] room = new byte[4_096];
        while (heard.length() < 16_384) {
            int read = socket.getInputStream().read(room);
            if (read < 0) {
                throw new IOException("the stack closed the probe's connection");
            }
            heard.append(new String(room, 0, read, StandardCharsets.UTF_8));
            if (isAnswer(heard.toString(), branch) && heard.indexOf("\r\n\r\n") > 0) {
                return true;
            }
        }
        return false;
    }

    private String branch() {
        return "z9hG4bK-probe-" + Long.toHexString(System.nanoTime()) + '-' + ++number;
    }

    private static boolean isAnswer(String text, String branch) {
        return text.startsWith("SIP/2.0 ") && text.contains(branch);
    }

    private byte[] request(InetSocketAddress from, String branch) {
        String us = LocalParty.host(from.getAddress()) + ':' + from.getPort();
        String they = LocalParty.host(target.getAddress()) + ':' + target.getPort();
        return String.join(
                        "\r\n",
                        "OPTIONS sip:probe@" + they + " SIP/2.0",
                        "Via: SIP/2.0/" + transport + ' ' + us + ";branch=" + branch + ";rport",
                        "Max-Forwards: 1",
                        "From: <sip:probe@" + us + ">;tag=" + number,
                        "To: <sip:probe@" + they + '>',
                        "Call-ID: " + branch + "@probe",
                        "CSeq: " + number + " OPTIONS",
                        "Content-Length: 0",
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private synchronized void disconnect() {
        DatagramSocket asking = datagrams;
        if (asking != null) {
            filter.forgetProbe((InetSocketAddress) asking.getLocalSocketAddress());
            asking.close();
            datagrams = null;
        }
        Socket connected = connection;
        if (connected != null) {
            filter.forgetProbe(new InetSocketAddress(connected.getLocalAddress(), connected.getLocalPort()));
            try {
                connected.close();
            } catch (IOException e) {
                counters.increment(SipCount.FAULTS);
            }
            connection = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
        disconnect();
    }
}
