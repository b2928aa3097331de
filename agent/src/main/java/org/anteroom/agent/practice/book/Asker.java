package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import org.anteroom.agent.practice.Inbox;

/**
 * Who asks something of the book.
 *
 * @param actor as in {@link org.anteroom.agent.records.AuditEntry}
 * @param staff whether the rules for callers don't bind them
 */
public record Asker(String actor, boolean staff) {
    /** The receptionist, for a caller. */
    public static final Asker CALLER = new Asker(Inbox.RECEPTIONIST, false);

    public Asker {
        requireNonNull(actor, "actor");
    }

    public static Asker staff(String actor) {
        return new Asker(actor, true);
    }
}
