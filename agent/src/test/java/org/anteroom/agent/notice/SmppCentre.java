package org.anteroom.agent.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A gateway for texts on 127.0.0.1: the server's side of SMPP, which keeps what it is given or refuses it with a status. */
final class SmppCentre implements AutoCloseable {
    private static final int OK = 0;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Thread thread;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final BlockingQueue<SubmitSm> texts = new LinkedBlockingQueue<>();
    private volatile int loginStatus = OK;
    private volatile int textStatus = OK;
    private final AtomicInteger next = new AtomicInteger(OK);

    private SmppCentre(ServerSocket bound) throws IOException {
        socket = bound;
        listener = new SMPPServerSessionListener(bound.getLocalPort(), new Bound(bound));
        listener.setMessageReceiverListener(new Receiver());
        thread = new Thread(this::serve, "smpp-centre");
        thread.setDaemon(true);
        thread.start();
    }

    static SmppCentre open() throws IOException {
        return new SmppCentre(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
    }

    static SmppCentre over(SSLContext tls) throws IOException {
        return new SmppCentre(
                tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on logins are answered with this status. */
    void refuseLogins(int status) {
        loginStatus = status;
    }

    /** From now on texts are answered with this status; 0 takes them. */
    void answerTexts(int status) {
        textStatus = status;
    }

    /** The next text is answered with this status, those after it are taken. */
    void refuseNext(int status) {
        next.set(status);
    }

    List<String> logins() {
        return List.copyOf(logins);
    }

    /** The next text it took. */
    SubmitSm text() throws InterruptedException {
        SubmitSm text = texts.poll(30, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("no text came within 30 s");
        }
        return text;
    }

    int waiting() {
        return texts.size();
    }

    /** Breaks off whoever is logged in. */
    void breakOff() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    static String words(SubmitSm text) {
        return new String(text.getShortMessage(), US_ASCII);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                sessions.add(session);
                BindRequest login = session.waitForBind(5_000);
                logins.add(login.getSystemId() + " " + login.getPassword() + " " + login.getBindType());
                if (loginStatus == OK) {
                    login.accept("centre");
                } else {
                    login.reject(loginStatus);
                }
            } catch (Exception e) {
                // A client that goes away, or the end of the test.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        breakOff();
    }

    private record Bound(ServerSocket socket) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }

    private final class Receiver implements ServerMessageReceiverListener {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm text, SMPPServerSession source) throws ProcessRequestException {
            int once = next.getAndSet(OK);
            int status = once == OK ? textStatus : once;
            if (status != OK) {
                throw new ProcessRequestException("refused", status);
            }
            texts.add(text);
            try {
                return new SubmitSmResult(new MessageId("1"), null);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti many, SMPPServerSession source)
                throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
                throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
                throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
                throws ProcessRequestException {
            throw unasked();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw unasked();
        }

        private ProcessRequestException unasked() {
            return new ProcessRequestException("nothing else is sent here", 0x03);
        }
    }
}
