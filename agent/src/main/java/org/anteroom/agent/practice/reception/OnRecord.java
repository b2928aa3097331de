package org.anteroom.agent.practice.reception;

import java.util.Optional;
import org.anteroom.agent.config.PinHash;

/**
 * What the records have for one question.
 *
 * @param mayProve whether a proof may be looked at: not while the claim is locked
 * @param claim hash of whom and whence, by which guesses are counted
 * @param way hash of the way to prove it; whose guesses a proof takes away when it is right
 * @param own the patient's PIN
 * @param proxy whoever speaks for the patient, where they are listed for the task
 */
record OnRecord(boolean mayProve, byte[] claim, byte[] way, Optional<PinHash> own, Optional<ProxyTable.Row> proxy) {

    /** Whether who speaks may ask it at all: for oneself, or as a proxy who is listed for it. */
    boolean mayAsk(Question question) {
        return !question.byProxy() || proxy.isPresent();
    }

    @Override
    public String toString() {
        return "OnRecord[]";
    }
}
