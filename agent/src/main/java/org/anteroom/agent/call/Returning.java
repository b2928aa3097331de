package org.anteroom.agent.call;

import org.anteroom.agent.dialogue.ReturnCall;

/**
 * What a call back is for.
 *
 * @param order what was asked for
 * @param patient id of the one on file with the number that is rung
 */
record Returning(ReturnOrder order, String patient) {
    /** What the conversation knows of it: the number is not among that. */
    ReturnCall call() {
        return new ReturnCall(patient, order.wish());
    }

    @Override
    public String toString() {
        return "Returning[" + order.call() + "]";
    }
}
