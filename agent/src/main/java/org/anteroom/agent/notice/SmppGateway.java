package org.anteroom.agent.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * A session with a gateway for texts (SMPP 3.4, as transmitter): made when there is something to send, and anew when it broke. The
 * gateway's name is checked against its certificate. What it writes in its answers is never repeated: only its status. One thread;
 * {@link #close} from any.
 */
final class SmppGateway implements AutoCloseable {
    private static final int ENQUIRE_MS = 30_000;
    /** Shorter ones are short codes, which have no country. */
    private static final int SHORTEST_NUMBER = 8;

    private final TextSettings settings;
    private volatile @Nullable SMPPSession session;

    SmppGateway(TextSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands a text over; false when the gateway says that this number takes none.
     *
     * @param to with its country code and a plus in front
     * @param body ASCII, at most 160 characters
     * @throws Undelivered with the sentence why it could not be handed over
     */
    boolean send(String to, String body) throws Undelivered {
        SMPPSession bound = bound();
        boolean number = settings.from().matches("\\+?[0-9]+");
        String from = settings.from().replace("+", "");
        boolean international = number && from.length() >= SHORTEST_NUMBER;
        try {
            var unused = bound.submitShortMessage(
                    "",
                    international
                            ? TypeOfNumber.INTERNATIONAL
                            : number ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC,
                    international ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                    from,
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    to.replace("+", ""),
                    new ESMClass(),
                    (byte) 0,
                    (byte) 0,
                    null,
                    null,
                    new RegisteredDelivery(SMSCDeliveryReceipt.DEFAULT),
                    (byte) 0,
                    DataCodings.ZERO,
                    (byte) 0,
                    body.getBytes(US_ASCII));
            return true;
        } catch (NegativeResponseException e) {
            if (SmppStatus.ofTheNumber(e.getCommandStatus())) {
                return false;
            }
            throw SmppStatus.refused(settings.where(), e.getCommandStatus());
        } catch (ResponseTimeoutException e) {
            close();
            throw silent();
        } catch (PDUException e) {
            throw Undelivered.forGood("A text can't be put into SMPP: check from in [text].");
        } catch (InvalidResponseException | IOException e) {
            close();
            throw broken();
        }
    }

    /**
     * Logs in and out again.
     *
     * @throws Undelivered with the sentence why that does not work
     */
    void tryOut() throws Undelivered {
        bound();
        rest();
    }

    /** Ends the session as the protocol wants it; the next text makes another. */
    void rest() {
        SMPPSession ended = session;
        session = null;
        if (ended != null) {
            ended.unbindAndClose();
        }
    }

    private SMPPSession bound() throws Undelivered {
        SMPPSession open = session;
        if (open != null && open.getSessionState().isBound()) {
            return open;
        }
        close();
        SMPPSession made = new SMPPSession(this::connected);
        session = made;
        int millis = Math.toIntExact(settings.within().toMillis());
        made.setTransactionTimer(millis);
        made.setEnquireLinkTimer(ENQUIRE_MS);
        try {
            var unused = made.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TX,
                            settings.systemId(),
                            settings.password().reveal(),
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    millis);
        } catch (IOException e) {
            close();
            throw unbound(e);
        }
        if (session != made) {
            // Closed while the network was waited for.
            made.close();
            throw broken();
        }
        return made;
    }

    private Connection connected(String host, int port) throws IOException {
        int millis = Math.toIntExact(settings.within().toMillis());
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            return new SocketConnection(settings.tls() ? secured(plain, host, port) : plain);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory made = settings.trusted()
                .map(SSLContext::getSocketFactory)
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secured = (SSLSocket) made.createSocket(plain, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private Undelivered unbound(IOException e) {
        if (e.getCause() instanceof NegativeResponseException refused) {
            return SmppStatus.unbound(settings.where(), refused.getCommandStatus());
        }
        if (e.getCause() instanceof ResponseTimeoutException) {
            return silent();
        }
        if (e.getCause() instanceof PDUException) {
            return Undelivered.forGood("The name or the password is not what SMPP can carry: check system-id and"
                    + " password-file in [text].");
        }
        return switch (Distrust.of(e)) {
            case CERTIFICATE -> Undelivered.forGood("The gateway " + settings.where()
                    + " can't be trusted: its certificate does not fit its name, has run out or comes from nobody known."
                    + " Set host in [text] to the name in the certificate, or ca-file to the gateway's authority.");
            case NO_TLS -> Undelivered.forNow("The gateway " + settings.where()
                    + " breaks off TLS: see whether port and tls in [text] fit each other.");
            case NONE -> broken();
        };
    }

    private Undelivered silent() {
        return Undelivered.forNow("The gateway " + settings.where() + " did not answer within "
                + settings.within().toSeconds() + " s: see what keeps it, or check host and port in [text].");
    }

    private Undelivered broken() {
        return Undelivered.forNow("The gateway " + settings.where()
                + " can't be reached or breaks off: check host and port in [text] and the firewall.");
    }

    /** Breaks the session off, also in the middle of a text. */
    @Override
    public void close() {
        SMPPSession broken = session;
        session = null;
        if (broken != null) {
            broken.close();
        }
    }
}
