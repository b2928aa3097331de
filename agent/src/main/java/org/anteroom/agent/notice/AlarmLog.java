package org.anteroom.agent.notice;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.notice.AlarmEvent.What;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;

/** What happened to alarms, kept across restarts in the records. Any thread; nothing here waits for the disk but reading. */
public final class AlarmLog {
    private final Store store;

    public AlarmLog(Store store) {
        this.store = store;
    }

    /**
     * Stores what happened, an acknowledgement in the audit trail as well, in the same transaction. Nobody waits for it:
     * what can't be stored is counted and told by the records.
     */
    void add(AlarmEvent event) {
        var unused = store.write(unit -> {
            unit.handle()
                    .createUpdate("insert into alarm_event (number, happened_at, alarm, what, actor, detail)"
                            + " values ((select coalesce(max(number), 0) + 1 from alarm_event),"
                            + " :at, :alarm, :what, :actor, :detail)")
                    .bind("at", event.when().toEpochMilli())
                    .bind("alarm", event.alarm())
                    .bind("what", event.what().name())
                    .bind("actor", event.actor())
                    .bind("detail", event.detail())
                    .execute();
            if (event.what() == What.ACKNOWLEDGED) {
                unit.audit(
                        new AuditEntry(event.when(), event.actor(), "alarm.acknowledge", Long.toString(event.alarm())));
            }
            return true;
        });
    }

    /**
     * Deletes the lines from before a moment; that and how many is written to the audit trail in the same transaction. Those of
     * the newest alarm stay, so that numbers go on. Completes with the number of lines, or with a {@link
     * org.anteroom.agent.records.StoreException}.
     *
     * @param now when it is done, for the audit trail
     */
    public CompletableFuture<Integer> forget(Instant before, Instant now) {
        return store.write(unit -> {
            int gone = unit.handle()
                    .createUpdate("delete from alarm_event where happened_at < :before"
                            + " and alarm < (select max(alarm) from alarm_event)"
                            + " and number < (select max(number) from alarm_event)")
                    .bind("before", before.toEpochMilli())
                    .execute();
            if (gone > 0) {
                unit.audit(new AuditEntry(now, Alarms.ITSELF, "alarm.delete", gone + "-lines-before-" + before));
            }
            return gone;
        });
    }

    /** The highest number an alarm ever had; 0 when there was none. */
    long lastNumber() {
        return store.read(handle -> handle.createQuery("select coalesce(max(alarm), 0) from alarm_event")
                .mapTo(Long.class)
                .one());
    }

    /** The newest lines first, at most {@code limit}; on the calling thread. */
    public List<AlarmEvent> newest(int limit) {
        return store.read(handle -> handle.createQuery("select happened_at, alarm, what, actor, detail"
                        + " from alarm_event order by number desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new AlarmEvent(
                        Instant.ofEpochMilli(row.getLong("happened_at")),
                        row.getLong("alarm"),
                        What.valueOf(row.getString("what")),
                        row.getString("actor"),
                        row.getString("detail")))
                .list());
    }
}
