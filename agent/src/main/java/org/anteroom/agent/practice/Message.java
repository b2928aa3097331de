package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored message.
 *
 * @param number for people, from 1
 * @param id for machines and the audit trail
 * @param settled when it was done without staff; empty while it is theirs
 */
public record Message(long number, String id, Draft content, Optional<Instant> settled) {
    public Message {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
        requireNonNull(settled, "settled");
    }

    /** One that staff see to. */
    public Message(long number, String id, Draft content) {
        this(number, id, content, Optional.empty());
    }
}
