package org.anteroom.agent.practice.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The SQL of who has which cells, holds included. A cell can have one holder only: the primary key of the table refuses the
 * second, and with it everything else of that transaction.
 */
final class OccupiedTable {
    /** Of one stretch. */
    private static final String OTHERS =
            "select count(*) from occupied where resource = :resource and cell >= :from and cell < :to"
                    + " and holder <> :own and holder <> :other";

    /** A hold as it is stored. */
    record StoredHold(long number, String provider, Optional<String> room, Cells cells, Instant expires) {
        boolean keeps(Offer offer, Cells wanted) {
            return provider.equals(offer.provider()) && room.equals(offer.room()) && cells.equals(wanted);
        }
    }

    /** Whether nobody has any of it but these two. */
    boolean free(Handle handle, List<Resource> resources, Cells cells, long own, long other) {
        return resources.stream()
                .allMatch(resource -> handle.createQuery(OTHERS)
                                .bind("resource", resource.key())
                                .bind("from", cells.from())
                                .bind("to", cells.to())
                                .bind("own", own)
                                .bind("other", other)
                                .mapTo(Long.class)
                                .one()
                        == 0);
    }

    /**
     * Takes what is free, and leaves what {@code own} has of it; fails, and undoes the transaction, where somebody else has
     * some.
     */
    void take(Handle handle, List<Resource> resources, Cells cells, long holder, long own) {
        PreparedBatch batch = handle.prepareBatch("insert into occupied (resource, cell, holder)"
                + " select :resource, :cell, :holder where not exists"
                + " (select 1 from occupied where resource = :resource and cell = :cell and holder = :own)");
        for (Resource resource : resources) {
            for (long cell = cells.from(); cell < cells.to(); cell++) {
                batch.bind("resource", resource.key())
                        .bind("cell", cell)
                        .bind("holder", holder)
                        .bind("own", own)
                        .add();
            }
        }
        batch.execute();
    }

    void free(Handle handle, long holder) {
        handle.createUpdate("delete from occupied where holder = :holder")
                .bind("holder", holder)
                .execute();
    }

    void passOn(Handle handle, long from, long to) {
        handle.createUpdate("update occupied set holder = :to where holder = :from")
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** Forgets what is long over: nobody books there again. */
    void forgetBefore(Handle handle, long cell) {
        handle.createUpdate("delete from occupied where cell < :cell")
                .bind("cell", cell)
                .execute();
    }

    void insertHold(Handle handle, long number, Offer offer, Cells cells, Instant expires) {
        handle.createUpdate("insert into slot_hold (number, provider, room, first_cell, end_cell, expires_at)"
                        + " values (:number, :provider, :room, :from, :to, :expires)")
                .bind("number", number)
                .bind("provider", offer.provider())
                .bind("room", offer.room().orElse(null))
                .bind("from", cells.from())
                .bind("to", cells.to())
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    /** Answers whether it was there. */
    boolean deleteHold(Handle handle, long number) {
        return handle.createUpdate("delete from slot_hold where number = :number")
                        .bind("number", number)
                        .execute()
                > 0;
    }

    Optional<StoredHold> hold(Handle handle, long number) {
        return handle.createQuery("select * from slot_hold where number = :number")
                .bind("number", number)
                .map((row, context) -> stored(row))
                .findOne();
    }

    List<StoredHold> holds(Handle handle) {
        return handle.createQuery("select * from slot_hold")
                .map((row, context) -> stored(row))
                .list();
    }

    /** Lets go of what nobody has come back to. */
    void sweep(Handle handle, Instant now) {
        handle.createUpdate("delete from occupied where holder in"
                        + " (select number from slot_hold where expires_at <= :now)")
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("delete from slot_hold where expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static StoredHold stored(ResultSet row) throws SQLException {
        return new StoredHold(
                row.getLong("number"),
                row.getString("provider"),
                Optional.ofNullable(row.getString("room")),
                new Cells(row.getLong("first_cell"), row.getLong("end_cell")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
