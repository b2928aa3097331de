package org.anteroom.agent.call;

import java.time.Duration;

/**
 * How one call ends when the service stops. Pure; asked on every tick.
 *
 * <pre>
 *   stop asked             hand over at              goodbye at        end at
 *      |  conversation goes on |  desk rings or talks   |  desk talks     |  hung up
 *      |  not answered: ended  |  else: goodbye         |  else: goodbye  |
 *      |------------ a person is needed, rings or talks: never ended ------------
 * </pre>
 *
 * @param handOverNanos from when on the conversation is not continued
 * @param goodbyeNanos from when on a desk that rings is not waited for
 * @param endNanos from when on not even a desk that talks keeps the call
 */
record WindDown(long handOverNanos, long goodbyeNanos, long endNanos) {
    /** A desk that has taken a call must be able to hear the caller out, however soon the service is to stop. */
    private static final Duration LEAST_TALK = Duration.ofSeconds(30);

    private static final Duration GOODBYE = Duration.ofSeconds(10);

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
     * @param ordinary how long conversations may go on
     * @param deskRings for how long a desk is rung
     */
    static WindDown of(Duration ordinary, Duration deskRings, long nanos) {
        long handOver = nanos + ordinary.toNanos();
        Duration talk = ordinary.compareTo(LEAST_TALK) > 0 ? ordinary : LEAST_TALK;
        long goodbye = handOver + deskRings.plus(talk).toNanos();
        return new WindDown(handOver, goodbye, goodbye + GOODBYE.toNanos());
    }

    /** For a call in which a person was needed until now: it is neither handed over before nor ended sooner after it. */
    WindDown notBefore(long nanos) {
        long later = Math.max(0, nanos - handOverNanos);
        return new WindDown(handOverNanos + later, goodbyeNanos + later, endNanos + later);
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
        if (state == CallState.TO_DESK) {
            return nanos - goodbyeNanos >= 0 ? Step.GOODBYE : Step.WAIT;
        }
        if (nanos - handOverNanos < 0 || state != CallState.TALKING) {
            return Step.WAIT;
        }
        return handedOver ? Step.GOODBYE : Step.HAND_OVER;
    }
}
