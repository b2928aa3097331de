package org.anteroom.agent.call;

/**
 * How one call ends when the service stops. Pure; asked on every tick.
 *
 * <pre>
 *   stop asked             hand over at              end at
 *      |  conversation goes on |  desk rings or talks   |  hung up
 *      |  not answered: ended  |  else: goodbye         |
 *      |------------ a person is needed, rings or talks: never ended ------------
 * </pre>
 *
 * @param handOverNanos from when on the conversation is not continued
 * @param endNanos from when on not even the desk keeps the call
 */
record WindDown(long handOverNanos, long endNanos) {

    /** What is to be done now. */
    enum Step {
        WAIT,
        /** Tell the caller, keep what they said, ring the desk where it can take calls; say goodbye where it can't. */
        HAND_OVER,
        /** The desk didn't take it: say goodbye. */
        GOODBYE,
        END
    }

    /**
     * @param needsHuman whether people on call ring or talk
     * @param judging whether what was just heard is still being judged: it may be an emergency
     * @param handedOver whether {@link Step#HAND_OVER} was done
     */
    Step step(CallState state, boolean needsHuman, boolean judging, boolean handedOver, long nanos) {
        if (needsHuman || judging || state == CallState.GONE || state == CallState.OVER) {
            return Step.WAIT;
        }
        if (state == CallState.ARRIVING || nanos - endNanos >= 0) {
            return Step.END;
        }
        if (nanos - handOverNanos < 0 || state != CallState.TALKING) {
            return Step.WAIT;
        }
        return handedOver ? Step.GOODBYE : Step.HAND_OVER;
    }
}
