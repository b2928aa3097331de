package org.anteroom.agent.call;

import org.anteroom.agent.dialogue.CallBackWish;

/**
 * A caller waits to be called back, and hangs up for it. In memory only: what must not be lost is the message.
 *
 * @param call in which it was asked for
 * @param message id of the request that staff have until it is settled
 */
record ReturnOrder(String call, String message, CallBackWish wish) {
    @Override
    public String toString() {
        return "ReturnOrder[" + call + "]";
    }
}
