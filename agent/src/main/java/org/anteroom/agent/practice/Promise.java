package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A call-back as it is promised together with its message.
 *
 * @param by the deadline, after the message was received
 * @param owners the phones of whoever must keep it, at least one
 */
public record Promise(Instant by, List<CallBackOwner> owners) {
    public Promise {
        requireNonNull(by, "by");
        owners = List.copyOf(owners);
        if (owners.isEmpty()) {
            throw new IllegalArgumentException("a call-back that nobody must keep can't be promised");
        }
    }
}
