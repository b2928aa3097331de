package org.anteroom.agent.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * Append-only entries, each holding the SHA-256 of the one before and of itself. Whoever changes, removes or inserts one
 * breaks the chain there; whoever cuts off the end, or rebuilds the chain, no longer fits the sealed {@link AuditAnchor}.
 */
final class AuditTrail {
    /** A stored entry. */
    record Stored(long number, AuditEntry entry, byte[] previous, byte[] hash) {}

    private static final byte[] START = new byte[32];

    /** Appends within the writer's transaction. */
    void append(Handle handle, AuditEntry entry) {
        Optional<Stored> last = last(handle);
        long number = last.map(Stored::number).orElse(0L) + 1;
        byte[] previous = last.map(Stored::hash).orElse(START);
        handle.createUpdate("insert into audit (number, happened_at, actor, action, subject, previous_hash, hash)"
                        + " values (:number, :at, :actor, :action, :subject, :previous, :hash)")
                .bind("number", number)
                .bind("at", entry.when().toEpochMilli())
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("previous", previous)
                .bind("hash", hash(number, entry, previous))
                .execute();
    }

    Optional<Stored> last(Handle handle) {
        return query(handle, "select * from audit order by number desc limit 1").findFirst();
    }

    /** Whether the entry the anchor stands for is still there as it was. */
    boolean reaches(Handle handle, AuditAnchor anchor) {
        return anchor.number() == 0
                || handle.createQuery("select hash from audit where number = :number")
                        .bind("number", anchor.number())
                        .mapTo(byte[].class)
                        .findFirst()
                        .filter(hash -> MessageDigest.isEqual(hash, anchor.hash()))
                        .isPresent();
    }

    /** The first place where the chain is broken; empty when it holds and reaches the anchor. */
    Optional<BrokenAudit> verify(Handle handle, Optional<AuditAnchor> anchor) {
        long number = 0;
        byte[] previous = START;
        boolean anchored = anchor.isEmpty() || anchor.get().number() == 0;
        try (Stream<Stored> entries = query(handle, "select * from audit order by number").stream()) {
            for (Iterator<Stored> each = entries.iterator(); each.hasNext(); ) {
                Stored stored = each.next();
                number++;
                if (stored.number() != number) {
                    return Optional.of(new BrokenAudit(number, "entry " + number + " is missing"));
                }
                if (!MessageDigest.isEqual(stored.previous(), previous)
                        || !MessageDigest.isEqual(stored.hash(), hash(number, stored.entry(), previous))) {
                    return Optional.of(new BrokenAudit(number, "entry " + number + " was changed"));
                }
                previous = stored.hash();
                if (anchor.isPresent() && anchor.get().number() == number) {
                    anchored = true;
                    if (!MessageDigest.isEqual(anchor.get().hash(), previous)) {
                        return Optional.of(new BrokenAudit(number, "the chain up to entry " + number + " was rebuilt"));
                    }
                }
            }
        }
        if (!anchored) {
            return Optional.of(new BrokenAudit(number + 1, "entries after " + number + " were cut off"));
        }
        return number > 0 && anchor.isEmpty()
                ? Optional.of(new BrokenAudit(number, "the anchor of the chain is missing"))
                : Optional.empty();
    }

    private static ResultIterable<Stored> query(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> new Stored(
                        row.getLong("number"),
                        new AuditEntry(
                                Instant.ofEpochMilli(row.getLong("happened_at")),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("subject")),
                        row.getBytes("previous_hash"),
                        row.getBytes("hash")));
    }

    private static byte[] hash(long number, AuditEntry entry, byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(ByteBuffer.allocate(16)
                    .putLong(number)
                    .putLong(entry.when().toEpochMilli())
                    .array());
            digest.update(String.join("\n", entry.actor(), entry.action(), entry.subject())
                    .getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
