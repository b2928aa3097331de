package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPRequest;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Where the stack's event thread ends and {@code sip-line} begins: makes the server transaction, which must be there
 * before a repetition of the request comes, and hands off. Nothing thrown here reaches the stack, which would die of it.
 */
final class Dispatcher implements SipListener {
    private final SipThread thread;
    private final SipCounters counters;
    private volatile @Nullable Switchboard switchboard;

    Dispatcher(SipThread thread, SipCounters counters) {
        this.thread = thread;
        this.counters = counters;
    }

    void connect(Switchboard to) {
        switchboard = to;
    }

    @Override
    public void processRequest(RequestEvent event) {
        guarded(() -> {
            Switchboard board = switchboard;
            Request request = event.getRequest();
            if (board == null) {
                return;
            }
            if (request.getMethod().equals(Request.ACK)) {
                thread.post(() -> board.acknowledged(request));
                return;
            }
            ServerTransaction transaction = transaction(event);
            if (transaction != null) {
                thread.post(() -> board.request(request, transaction));
            }
        });
    }

    private @Nullable ServerTransaction transaction(RequestEvent event) throws SipException, InvalidArgumentException {
        ServerTransaction given = event.getServerTransaction();
        if (given != null) {
            return given;
        }
        Request request = event.getRequest();
        if (request.getHeader(MaxForwardsHeader.NAME) == null) {
            // Elements of RFC 2543 leave it out; the stack would refuse them.
            request.setHeader(new gov.nist.javax.sip.header.HeaderFactoryImpl().createMaxForwardsHeader(70));
        }
        SipProvider provider = (SipProvider) event.getSource();
        try {
            return provider.getNewServerTransaction(request);
        } catch (TransactionAlreadyExistsException e) {
            return null;
        } catch (SipException e) {
            counters.increment(SipCount.MALFORMED_MESSAGES);
            refuse(provider, (SIPRequest) request);
            return null;
        }
    }

    private void refuse(SipProvider provider, SIPRequest request) {
        try {
            provider.sendResponse(request.createResponse(Response.BAD_REQUEST));
        } catch (SipException e) {
            counters.increment(SipCount.RESPONSES_UNSENT);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        guarded(() -> {
            Response response = event.getResponse();
            ClientTransaction transaction = event.getClientTransaction();
            if (transaction != null && transaction.getApplicationData() instanceof ResponseListener listener) {
                listener.response(response);
                return;
            }
            Switchboard board = switchboard;
            boolean invite = response.getHeader(CSeqHeader.NAME) instanceof CSeqHeader sequence
                    && sequence.getMethod().equals(Request.INVITE);
            if (board != null && invite && response.getStatusCode() / 100 == 2) {
                thread.post(() -> board.stray(response));
            }
        });
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        guarded(() -> {
            ClientTransaction transaction = event.getClientTransaction();
            if (transaction != null && transaction.getApplicationData() instanceof ResponseListener listener) {
                listener.lost();
            }
        });
    }

    @Override
    public void processIOException(IOExceptionEvent event) {}

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    private void guarded(SipThread.Step step) {
        try {
            step.run();
        } catch (Throwable e) {
            counters.increment(SipCount.FAULTS);
        }
    }
}
