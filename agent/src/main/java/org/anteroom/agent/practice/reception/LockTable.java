package org.anteroom.agent.practice.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The SQL of wrong proofs. One that is being looked at counts as wrong already. Each way to prove a claim, the patient's own PIN
 * or one proxy's, has its count, and the claim has their sum: who turns out right takes away the count of that way alone, so that a
 * proxy can't clear the guesses at the patient's own PIN.
 *
 * <pre>
 *   charge 1, charge 2, ... charge n = attempts  -> the claim is locked for so long, whatever the way
 *   right                                        -> the charges of that way are forgotten, and the lock
 *   none for as long as a lock lasts             -> forgotten
 * </pre>
 */
final class LockTable {
    private record Count(long wrong, Instant last, Optional<Instant> locked) {
        /** Nothing is left of one that is over. */
        boolean over(Instant now, Duration life) {
            return locked.map(until -> !now.isBefore(until)).orElse(!now.isBefore(last.plus(life)));
        }
    }

    /** Whether nothing can be proved now. */
    boolean locked(Handle handle, byte[] claim, Instant now) {
        return of(handle, claim).flatMap(Count::locked).filter(now::isBefore).isPresent();
    }

    /**
     * Counts a proof that is going to be looked at.
     *
     * @param way by which the claim is to be proved; no other claim's
     * @param attempts how many there may be
     * @return whether it may be looked at; not while it is locked
     */
    boolean charge(Handle handle, byte[] claim, byte[] way, int attempts, Duration life, Instant now) {
        Optional<Count> known = of(handle, claim).filter(count -> !count.over(now, life));
        if (known.flatMap(Count::locked).isPresent()) {
            return false;
        }
        long wrong = known.map(Count::wrong).orElse(0L) + 1;
        Optional<Instant> until = wrong >= attempts ? Optional.of(now.plus(life)) : Optional.empty();
        // What was over counts for no way either.
        long before = known.isPresent() ? of(handle, way).map(Count::wrong).orElse(0L) : 0;
        put(handle, claim, new Count(wrong, now, until));
        put(handle, way, new Count(before + 1, now, Optional.empty()));
        forgetBefore(handle, now.minus(life));
        return true;
    }

    /** It was right: nothing of that way counts. */
    void forget(Handle handle, byte[] claim, byte[] way) {
        long charged = of(handle, way).map(Count::wrong).orElse(0L);
        Optional<Count> left = of(handle, claim)
                .map(all -> new Count(all.wrong() - charged, all.last(), Optional.empty()))
                .filter(count -> count.wrong() > 0);
        delete(handle, way);
        left.ifPresentOrElse(count -> put(handle, claim, count), () -> delete(handle, claim));
    }

    private static void put(Handle handle, byte[] hash, Count count) {
        handle.createUpdate("insert into identity_lock (claim_hash, wrong, last_at, locked_until)"
                        + " values (:hash, :wrong, :last, :until) on conflict (claim_hash) do update"
                        + " set wrong = :wrong, last_at = :last, locked_until = :until")
                .bind("hash", hash)
                .bind("wrong", count.wrong())
                .bind("last", count.last().toEpochMilli())
                .bind("until", count.locked().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    private static void delete(Handle handle, byte[] hash) {
        handle.createUpdate("delete from identity_lock where claim_hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    private static void forgetBefore(Handle handle, Instant moment) {
        handle.createUpdate("delete from identity_lock where last_at < :moment")
                .bind("moment", moment.toEpochMilli())
                .execute();
    }

    private static Optional<Count> of(Handle handle, byte[] claim) {
        return handle.createQuery("select * from identity_lock where claim_hash = :claim")
                .bind("claim", claim)
                .map((row, context) -> count(row))
                .findOne();
    }

    private static Count count(ResultSet row) throws SQLException {
        long locked = row.getLong("locked_until");
        boolean open = row.wasNull();
        return new Count(
                row.getLong("wrong"),
                Instant.ofEpochMilli(row.getLong("last_at")),
                open ? Optional.empty() : Optional.of(Instant.ofEpochMilli(locked)));
    }
}
