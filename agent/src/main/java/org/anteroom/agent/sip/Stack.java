package org.anteroom.agent.sip;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Properties;
import java.util.TooManyListenersException;
import javax.sip.ClientTransaction;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.address.Router;
import javax.sip.message.Request;

/**
 * The JAIN-SIP stack of one line: parser, transports and transactions, all guarded. Its dialog layer is off: dialogs are
 * ours ({@link Dialog}), because early, forked and crossing dialogs must end by rules we can see, and none may leak.
 */
final class Stack implements AutoCloseable {
    private static final int READERS = 4;
    private static final int TRANSACTIONS = 512;
    private static final long CLOSING_MS = 2_000;

    private final GuardedNetwork network;
    private final Guarded stack;
    private final ListeningPoint point;
    private final SipProvider provider;

    /**
     * Opens the port; from then on the listener hears of what comes.
     *
     * @throws IOException when the port can't be had
     */
    Stack(
            InetSocketAddress bind,
            Transport transport,
            LineLimits limits,
            SourceFilter filter,
            SipCounters counters,
            Router router,
            SipListener listener)
            throws IOException {
        network = new GuardedNetwork(bind, transport, limits, filter, counters);
        stack = started(limits, counters, router);
        try {
            InetSocketAddress local = network.local();
            point = stack.createListeningPoint(local.getAddress().getHostAddress(), local.getPort(), transport.token());
            provider = stack.createSipProvider(point);
            provider.addSipListener(listener);
            stack.start();
        } catch (SipException | TooManyListenersException | javax.sip.InvalidArgumentException e) {
            close();
            throw didNotStart(e);
        }
    }

    private Guarded started(LineLimits limits, SipCounters counters, Router router) throws IOException {
        try {
            return new Guarded(properties(limits), network, limits, counters, router);
        } catch (PeerUnavailableException e) {
            network.close();
            throw didNotStart(e);
        }
    }

    private static IOException didNotStart(Exception cause) {
        return new IOException("sip: the stack didn't start: " + cause.getMessage(), cause);
    }

    InetSocketAddress local() {
        return network.local();
    }

    SipProvider provider() {
        return provider;
    }

    /** Sends a request; its responses carry the listener as application data. */
    ClientTransaction send(Request request, ResponseListener listener) throws SipException {
        ClientTransaction transaction = provider.getNewClientTransaction(request);
        transaction.setApplicationData(listener);
        transaction.sendRequest();
        return transaction;
    }

    /** Sends an ACK to a 2xx, which has no transaction. */
    void sendAck(Request ack) throws SipException {
        provider.sendRequest(ack);
    }

    int clientTransactions() {
        return stack.getClientTransactionTableSize();
    }

    int serverTransactions() {
        return stack.getServerTransactionTableSize();
    }

    int connections() {
        return network.connections();
    }

    /** Closes the sockets. The stack then sleeps for a second before it clears its tables, which nobody needs to await. */
    @Override
    public void close() {
        Thread stopping = new Thread(stack::stop, "sip-stopping");
        stopping.setDaemon(true);
        stopping.start();
        try {
            if (!network.awaitClosed(CLOSING_MS)) {
                network.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("sip: the listening socket didn't close", e);
        }
    }

    private static Properties properties(LineLimits limits) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "sip");
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("gov.nist.javax.sip.AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", SilentStackLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", SilentServerLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", Integer.toString(READERS));
        properties.setProperty("gov.nist.javax.sip.THREAD_PRIORITY", Integer.toString(Thread.NORM_PRIORITY));
        // Twice the limit: what is between the two is counted and dropped by the socket instead of cut off by the
        // stack.
        properties.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", Integer.toString(2 * limits.messageBytes()));
        // GuardedNetwork keeps the limit: the stack's own way is to accept nobody until somebody hangs up.
        properties.setProperty("gov.nist.javax.sip.MAX_CONNECTIONS", "-1");
        properties.setProperty("gov.nist.javax.sip.MAX_SERVER_TRANSACTIONS", Integer.toString(TRANSACTIONS));
        properties.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
        properties.setProperty("gov.nist.javax.sip.READ_TIMEOUT", "10000");
        return properties;
    }

    /** The stack with our parts in place of its own. */
    private static final class Guarded extends SipStackImpl {

        Guarded(Properties properties, GuardedNetwork network, LineLimits limits, SipCounters counters, Router router)
                throws PeerUnavailableException {
            super(properties);
            this.networkLayer = network;
            setMessageParserFactory(owner -> new GuardedParser(limits, counters));
            setRouter(router);
        }

        /** Stops also the thread that delivers events, which would wait for ever and keep the process from ending. */
        @Override
        public void stop() {
            EventScanner scanner = getEventScanner();
            try {
                super.stop();
            } finally {
                if (scanner != null) {
                    scanner.forceStop();
                    // It looks whether it was stopped only after an event; this one says nothing to anybody.
                    scanner.addEvent(new EventWrapper(new IOExceptionEvent(this, "", 0, ""), null));
                }
            }
        }
    }
}
