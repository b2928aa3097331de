package org.anteroom.agent.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.records.SealedColumns;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;

/** The SQL of messages; seals and opens on the way. */
final class MessageTable {
    private static final String TABLE = "message";

    private final SealedColumns sealed;

    MessageTable(Vault vault) {
        this.sealed = new SealedColumns(vault, TABLE);
    }

    long nextNumber(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) + 1 from message")
                .mapTo(Long.class)
                .one();
    }

    void insert(Handle handle, Message message) {
        String id = message.id();
        Draft draft = message.content();
        handle.createUpdate("insert into message (number, id, received_at, call_id, incomplete, clip_from, clip_to,"
                        + " category_sealed, caller_name_sealed, call_back_sealed, about_sealed, urgency_sealed,"
                        + " details_sealed)"
                        + " values (:number, :id, :received, :call, :incomplete, :from, :to,"
                        + " :category, :name, :callBack, :about, :urgency, :details)")
                .bind("number", message.number())
                .bind("id", id)
                .bind("received", draft.receivedAt().toEpochMilli())
                .bind("call", draft.callId())
                .bind("incomplete", draft.incomplete() ? 1 : 0)
                .bind("from", draft.clip().map(Draft.Clip::from).orElse(null))
                .bind("to", draft.clip().map(Draft.Clip::to).orElse(null))
                .bind("category", sealed.seal(id, "category", draft.category()))
                .bind("name", sealed.seal(id, "caller_name", draft.callerName()))
                .bind("callBack", sealed.seal(id, "call_back", draft.callBack()))
                .bind("about", sealed.seal(id, "about", draft.about()))
                .bind("urgency", sealed.seal(id, "urgency", draft.urgency()))
                .bind("details", sealed.seal(id, "details", DetailText.write(draft.details())))
                .execute();
    }

    /** The newest first, none that came before a moment. */
    List<Message> newest(Handle handle, Instant from, int limit) {
        return handle.createQuery("select * from message where received_at >= :from order by number desc limit :limit")
                .bind("from", from.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> message(row))
                .list();
    }

    Optional<Message> byNumber(Handle handle, long number) {
        return handle.createQuery("select * from message where number = :number")
                .bind("number", number)
                .map((row, context) -> message(row))
                .findOne();
    }

    /** Whether there is one that was not settled before. */
    boolean settle(Handle handle, String id, Instant now) {
        return handle.createUpdate("update message set settled_at = :now where id = :id and settled_at is null")
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private Message message(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Draft draft = new Draft(
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getString("call_id"),
                sealed.opened(row, id, "category"),
                sealed.open(row, id, "caller_name"),
                sealed.open(row, id, "call_back"),
                sealed.open(row, id, "about"),
                sealed.open(row, id, "urgency"),
                sealed.open(row, id, "details").map(DetailText::read).orElse(List.of()),
                row.getInt("incomplete") != 0,
                clip(row));
        long number = row.getLong("number");
        long settled = row.getLong("settled_at");
        return new Message(
                number, id, draft, row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(settled)));
    }

    private static Optional<Draft.Clip> clip(ResultSet row) throws SQLException {
        long from = row.getLong("clip_from");
        return row.wasNull() ? Optional.empty() : Optional.of(new Draft.Clip(from, row.getLong("clip_to")));
    }
}
