package org.anteroom.agent.sip;

import javax.sip.message.Response;

/** Hears of one request's fate. Called on whatever thread the stack uses: post and return. */
interface ResponseListener {

    void response(Response response);

    /** No final response came, or the transport failed. */
    void lost();
}
