package org.anteroom.agent.sip;

import javax.sip.ServerTransaction;
import javax.sip.message.Request;

/** Takes what the peer sends within one dialog. On {@code sip-line}. */
interface DialogUsage {

    /** Any request but ACK and CANCEL. */
    void request(Request request, ServerTransaction transaction) throws Exception;

    void acknowledged(Request ack) throws Exception;
}
