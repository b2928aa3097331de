package org.anteroom.agent.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.dialogue.TemplateId;
import org.jdbi.v3.core.Handle;

/** The SQL of emergencies: which stretch of a call's journal each is, and what people said of it. */
final class EmergencyTable {
    /** So much of what came before the first decision belongs to an emergency's page. */
    private static final long BEFORE_MS = 20_000;

    private static final String FALSE_ALARM = " false alarm";
    private static final String NUMBER = "number";
    private static final String CALL = "call";

    private static final String WITH_CALLS = "select e.number, e.call_id, e.first_entry, e.last_entry, c.number as"
            + " call_number, c.began_at, c.ended_at from emergency e join call c on c.id = e.call_id ";

    private final CallTable calls;

    EmergencyTable(CallTable calls) {
        this.calls = calls;
    }

    /** What a page that was just saved means: emergencies begin and end, phones judge them by their keys. */
    void save(Handle handle, CallLog.Page page) {
        for (CallJournal.Entry entry : page.entries()) {
            boolean grave = entry.kind() == Kind.DECISION && !entry.detail().startsWith("NONE ");
            if (grave && open(handle, page.call()).isEmpty()) {
                begin(handle, page.call(), entry.number());
            } else if (entry.kind() == Kind.LADDER) {
                handle.createUpdate(
                                "update emergency set last_entry = :last where call_id = :call and last_entry is null")
                        .bind("last", entry.number())
                        .bind(CALL, page.call())
                        .execute();
            } else if (marksFalseAlarm(entry)) {
                Instant when = page.began().plusMillis(entry.atMs());
                open(handle, page.call())
                        .ifPresent(number -> judge(
                                handle,
                                number,
                                new Judgement(when, phone(handle, page.call(), entry), Judgement.Verdict.FALSE_ALARM)));
            }
        }
    }

    /** Whether it is the key of a phone that says so. */
    static boolean marksFalseAlarm(CallJournal.Entry entry) {
        return entry.kind() == Kind.LEG && entry.detail().endsWith(FALSE_ALARM);
    }

    private static Optional<Long> open(Handle handle, String call) {
        return handle.createQuery("select number from emergency where call_id = :call and last_entry is null")
                .bind(CALL, call)
                .mapTo(Long.class)
                .findFirst();
    }

    /** Phones that a caller's mere wish has rung before belong to it: it begins with the first decision since the last way to a human. */
    private static void begin(Handle handle, String call, int entry) {
        handle.createUpdate("insert into emergency (number, call_id, first_entry)"
                        + " select (select coalesce(max(number), 0) + 1 from emergency), :call, min(number)"
                        + " from call_entry where call_id = :call and kind = 'DECISION' and number > ("
                        + "select coalesce(max(number), 0) from call_entry"
                        + " where call_id = :call and kind = 'LADDER' and number < :entry)")
                .bind(CALL, call)
                .bind("entry", entry)
                .execute();
    }

    /** The name of the phone that a leg rang. */
    private static String phone(Handle handle, String call, CallJournal.Entry entry) {
        String invite = entry.detail().substring(0, entry.detail().indexOf(' ')) + " invite ";
        return handle.createQuery("select detail from call_entry where call_id = :call and kind = 'LEG'"
                        + " and number < :entry and substr(detail, 1, :length) = :invite order by number desc")
                .bind(CALL, call)
                .bind("entry", entry.number())
                .bind("length", invite.length())
                .bind("invite", invite)
                .mapTo(String.class)
                .findFirst()
                .map(detail -> detail.substring(invite.length()))
                .orElse("on-call phone");
    }

    void judge(Handle handle, long emergency, Judgement judgement) {
        handle.createUpdate("insert into emergency_outcome (number, emergency, happened_at, actor, outcome)"
                        + " values ((select coalesce(max(number), 0) + 1 from emergency_outcome),"
                        + " :emergency, :at, :actor, :outcome)")
                .bind("emergency", emergency)
                .bind("at", judgement.when().toEpochMilli())
                .bind("actor", judgement.by())
                .bind("outcome", judgement.verdict().word())
                .execute();
    }

    /** The newest first, without what is sealed. */
    List<Emergency> newest(Handle handle, int limit) {
        return handle.createQuery(WITH_CALLS + "order by e.number desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> emergency(handle, row, false))
                .list();
    }

    /** Those of calls that began then or later, the oldest first, without what is sealed. */
    List<Emergency> since(Handle handle, Instant from) {
        return handle.createQuery(WITH_CALLS + "where c.began_at >= :from order by e.number")
                .bind("from", from.toEpochMilli())
                .map((row, context) -> emergency(handle, row, false))
                .list();
    }

    /** All that people have judged, the oldest first, with what the caller said. */
    List<Emergency> judged(Handle handle) {
        return handle.createQuery(WITH_CALLS
                        + "where exists (select 1 from emergency_outcome o where o.emergency = e.number)"
                        + " order by e.number")
                .map((row, context) -> emergency(handle, row, true))
                .list();
    }

    /** With what the caller said. */
    Optional<Emergency> byNumber(Handle handle, long number) {
        return handle.createQuery(WITH_CALLS + "where e.number = :number")
                .bind(NUMBER, number)
                .map((row, context) -> emergency(handle, row, true))
                .findOne();
    }

    /** Whether the caller was told that the call is recorded. */
    boolean announcedRecording(Handle handle, String call) {
        return handle.createQuery(
                                "select count(*) from call_entry where call_id = :call and kind = 'SAID' and detail = :said")
                        .bind(CALL, call)
                        .bind("said", TemplateId.GREETING_RECORDED.key())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private Emergency emergency(Handle handle, ResultSet row, boolean sealedToo) throws SQLException {
        long number = row.getLong(NUMBER);
        String call = row.getString("call_id");
        long last = row.getLong("last_entry");
        long until = row.wasNull() ? Long.MAX_VALUE : last;
        row.getLong("ended_at");
        boolean ended = !row.wasNull();
        return new Emergency(
                number,
                call,
                row.getLong("call_number"),
                Instant.ofEpochMilli(row.getLong("began_at")),
                ended,
                new FlightRecord(calls.lines(handle, call, row.getLong("first_entry"), until, BEFORE_MS, sealedToo)),
                judgements(handle, number));
    }

    private static List<Judgement> judgements(Handle handle, long emergency) {
        return handle.createQuery("select happened_at, actor, outcome from emergency_outcome"
                        + " where emergency = :emergency order by number")
                .bind("emergency", emergency)
                .map((row, context) -> new Judgement(
                        Instant.ofEpochMilli(row.getLong("happened_at")),
                        row.getString("actor"),
                        Judgement.Verdict.of(row.getString("outcome")).orElse(Judgement.Verdict.REAL)))
                .list();
    }
}
