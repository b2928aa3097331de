package org.anteroom.agent.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.anteroom.agent.records.Cell;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQL of promised call-backs; seals and opens on the way. */
final class CallBackTable {
    private static final String SELECT = "select call_back.*, message.number as message_number,"
            + " message.call_back_sealed as caller_sealed from call_back join message on message.id = message_id";

    private static final Logger LOG = LoggerFactory.getLogger(CallBackTable.class);

    private final Vault vault;
    /** Those that were told of: the table is read every few seconds. */
    private final Set<Cell> damagedCells = ConcurrentHashMap.newKeySet();

    CallBackTable(Vault vault) {
        this.vault = vault;
    }

    long open(Handle handle) {
        return handle.createQuery("select count(*) from call_back where stage <> 'DONE'")
                .mapTo(Long.class)
                .one();
    }

    boolean openOf(Handle handle, String callId) {
        return handle.createQuery("select count(*) from call_back where call_id = :call and stage <> 'DONE'")
                .bind("call", callId)
                .mapTo(Long.class)
                .map(count -> count > 0)
                .one();
    }

    void insert(Handle handle, String id, Message message, Promise promise) {
        Instant at = message.content().receivedAt();
        handle.createUpdate("insert into call_back (number, id, message_id, call_id, promised_at, due_at, stage,"
                        + " changed_at, owner_sealed) values ((select coalesce(max(number), 0) + 1 from call_back), :id,"
                        + " :message, :call, :at, :due, 'PROMISED', :at, :owner)")
                .bind("id", id)
                .bind("message", message.id())
                .bind("call", message.content().callId())
                .bind("at", at.toEpochMilli())
                .bind("due", promise.by().toEpochMilli())
                .bind("owner", vault.seal(owner(id), written(promise.owners())))
                .execute();
    }

    /** Those nobody has called back yet, the soonest deadline first. */
    List<CallBack> waiting(Handle handle, int limit) {
        return handle.createQuery(SELECT + " where stage <> 'DONE' order by due_at, call_back.number limit :limit")
                .bind("limit", limit)
                .map((row, context) -> callBack(row))
                .list();
    }

    List<CallBack> newest(Handle handle, int limit) {
        return handle.createQuery(SELECT + " order by stage = 'DONE', call_back.number desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> callBack(row))
                .list();
    }

    Optional<CallBack> byNumber(Handle handle, long number) {
        return handle.createQuery(SELECT + " where call_back.number = :number")
                .bind("number", number)
                .map((row, context) -> callBack(row))
                .findOne();
    }

    void stage(Handle handle, CallBack callBack, CallBackStage stage, Instant now) {
        handle.createUpdate("update call_back set stage = :stage, changed_at = :now where id = :id")
                .bind("stage", stage.name())
                .bind("now", now.toEpochMilli())
                .bind("id", callBack.id())
                .execute();
    }

    void taken(Handle handle, CallBack callBack, Instant now) {
        handle.createUpdate("update call_back set taken_at = :now where id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", callBack.id())
                .execute();
    }

    private CallBack callBack(ResultSet row) throws SQLException {
        String id = row.getString("id");
        byte[] caller = row.getBytes("caller_sealed");
        long taken = row.getLong("taken_at");
        boolean untaken = row.wasNull();
        return new CallBack(
                row.getLong("number"),
                id,
                row.getLong("message_number"),
                caller == null ? "" : opened(new Cell("message", row.getString("message_id"), "call_back"), caller),
                Instant.ofEpochMilli(row.getLong("promised_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                CallBackStage.valueOf(row.getString("stage")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                untaken ? Optional.empty() : Optional.of(Instant.ofEpochMilli(taken)),
                read(opened(owner(id), row.getBytes("owner_sealed"))));
    }

    /** A value that doesn't open is missing, and only there: the alarm and the contact still learn of the call-back. */
    private String opened(Cell cell, byte[] sealed) {
        try {
            return vault.open(cell, sealed);
        } catch (StoreException damaged) {
            if (damagedCells.add(cell)) {
                LOG.warn("{}", damaged.sentence());
            }
            return "";
        }
    }

    /** A name is one line and a number holds no tab, by the rules of the configuration. */
    private static String written(List<CallBackOwner> owners) {
        return owners.stream()
                .map(owner -> owner.number() + "\t" + owner.name())
                .collect(Collectors.joining("\n"));
    }

    private static List<CallBackOwner> read(String written) {
        return Arrays.stream(written.split("\n"))
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new CallBackOwner(parts[1], parts[0]))
                .toList();
    }

    private static Cell owner(String id) {
        return new Cell("call_back", id, "owner");
    }
}
