package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

/**
 * A stored message.
 *
 * @param number for people, from 1
 * @param id for machines and the audit trail
 */
public record Message(long number, String id, Draft content) {
    public Message {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
    }
}
