package org.anteroom.agent.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.records.Cell;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The SQL of calls and their journals; seals and opens on the way. */
final class CallTable {
    private static final String CALLER = "caller";
    private static final String DETAIL = "detail";

    private final Vault vault;

    CallTable(Vault vault) {
        this.vault = vault;
    }

    /** Adds a page to its call; the call's row is made with the first. */
    void save(Handle handle, CallLog.Page page) {
        handle.createUpdate("insert into call (number, id, began_at, caller_sealed, drill)"
                        + " select (select coalesce(max(number), 0) + 1 from call), :id, :began, :caller, :drill"
                        + " where not exists (select 1 from call where id = :id)")
                .bind("id", page.call())
                .bind("began", page.began().toEpochMilli())
                .bind("drill", page.drill() ? 1 : 0)
                .bind(
                        CALLER,
                        page.caller()
                                .map(number -> vault.seal(new Cell("call", page.call(), CALLER), number))
                                .orElse(null))
                .execute();
        page.ended().ifPresent(ended -> handle.createUpdate("update call set ended_at = coalesce(ended_at, :ended),"
                        + " outcome = coalesce(outcome, :outcome) where id = :id")
                .bind("id", page.call())
                .bind("ended", ended.toEpochMilli())
                .bind("outcome", page.outcome())
                .execute());
        if (!page.entries().isEmpty()) {
            insert(handle, page);
        }
    }

    List<CallLog.Call> newest(Handle handle, int limit) {
        return handle.createQuery("select * from call order by number desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> call(row))
                .list();
    }

    Optional<CallLog.Call> byNumber(Handle handle, long number) {
        return handle.createQuery("select * from call where number = :number")
                .bind("number", number)
                .map((row, context) -> call(row))
                .findOne();
    }

    List<CallLog.Line> lines(Handle handle, String call) {
        return handle.createQuery("select * from call_entry where call_id = :call order by number")
                .bind("call", call)
                .map((row, context) -> line(row, call))
                .list();
    }

    /**
     * A stretch of a journal.
     *
     * @param from the first entry; what was heard, said and keyed up to {@code beforeMs} before it is told too
     * @param sealedToo false leaves out what is sealed
     */
    List<CallLog.Line> lines(Handle handle, String call, long from, long until, long beforeMs, boolean sealedToo) {
        return handle.createQuery("select * from call_entry where call_id = :call and number <= :until"
                        + " and (number >= :from or (kind in ('HEARD', 'KEY', 'SAID', 'CALL', 'LATENCY') and at_ms >= ("
                        + "select at_ms from call_entry where call_id = :call and number = :from) - :before))"
                        + (sealedToo ? "" : " and detail is not null")
                        + " order by number")
                .bind("call", call)
                .bind("from", from)
                .bind("until", until)
                .bind("before", beforeMs)
                .map((row, context) -> line(row, call))
                .list();
    }

    private void insert(Handle handle, CallLog.Page page) {
        PreparedBatch batch =
                handle.prepareBatch("insert into call_entry (call_id, number, at_ms, kind, detail, detail_sealed)"
                        + " values (:call, :number, :at, :kind, :detail, :sealed)");
        for (CallJournal.Entry entry : page.entries()) {
            boolean phi = entry.kind().phi();
            batch.bind("call", page.call())
                    .bind("number", entry.number())
                    .bind("at", entry.atMs())
                    .bind("kind", entry.kind().name())
                    .bind(DETAIL, phi ? null : entry.detail())
                    .bind("sealed", phi ? vault.seal(cell(page.call(), entry.number()), entry.detail()) : null)
                    .add();
        }
        batch.execute();
    }

    private CallLog.Call call(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long ended = row.getLong("ended_at");
        Optional<Instant> end = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
        String outcome = row.getString("outcome");
        return new CallLog.Call(
                row.getLong("number"),
                id,
                Instant.ofEpochMilli(row.getLong("began_at")),
                end,
                outcome == null ? "" : outcome,
                Optional.ofNullable(row.getBytes("caller_sealed"))
                        .map(number -> vault.open(new Cell("call", id, CALLER), number)),
                row.getInt("drill") != 0);
    }

    private CallLog.Line line(ResultSet row, String call) throws SQLException {
        byte[] hidden = row.getBytes("detail_sealed");
        String detail = hidden == null ? row.getString(DETAIL) : vault.open(cell(call, row.getLong("number")), hidden);
        return new CallLog.Line(row.getLong("at_ms"), row.getString("kind"), detail == null ? "" : detail);
    }

    private static Cell cell(String call, long number) {
        return new Cell("call_entry", call + "/" + number, DETAIL);
    }
}
