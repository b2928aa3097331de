package org.anteroom.agent.practice.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The SQL of wrong proofs. One that is being looked at counts as wrong already; who turns out right has the count taken away.
 *
 * <pre>
 *   charge 1, charge 2, ... charge n = attempts  -> locked for so long
 *   right                                        -> forgotten
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
     * @param attempts how many there may be
     * @return whether it may be looked at; not while it is locked
     */
    boolean charge(Handle handle, byte[] claim, int attempts, Duration life, Instant now) {
        Optional<Count> before = of(handle, claim).filter(count -> !count.over(now, life));
        if (before.flatMap(Count::locked).isPresent()) {
            return false;
        }
        long wrong = before.map(Count::wrong).orElse(0L) + 1;
        Optional<Instant> until = wrong >= attempts ? Optional.of(now.plus(life)) : Optional.empty();
        handle.createUpdate("insert into identity_lock (claim_hash, wrong, last_at, locked_until)"
                        + " values (:claim, :wrong, :now, :until) on conflict (claim_hash) do update"
                        + " set wrong = :wrong, last_at = :now, locked_until = :until")
                .bind("claim", claim)
                .bind("wrong", wrong)
                .bind("now", now.toEpochMilli())
                .bind("until", until.map(Instant::toEpochMilli).orElse(null))
                .execute();
        forgetBefore(handle, now.minus(life));
        return true;
    }

    /** It was right. */
    void forget(Handle handle, byte[] claim) {
        handle.createUpdate("delete from identity_lock where claim_hash = :claim")
                .bind("claim", claim)
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
