package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The SQL of providers' own calendars. */
final class BusyTable {
    /** Puts a provider's times in the place of those before. */
    void replace(Handle handle, String provider, List<Busy> times) {
        handle.createUpdate("delete from provider_busy where provider = :provider")
                .bind("provider", provider)
                .execute();
        if (times.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(
                "insert into provider_busy (provider, from_at, to_at) values (:provider, :from, :to)");
        times.forEach(each -> rows.bind("provider", provider)
                .bind("from", each.from().toEpochMilli())
                .bind("to", each.to().toEpochMilli())
                .add());
        rows.execute();
    }

    /** Keeps when a calendar was read whole; what was kept of it before is forgotten. */
    void mark(Handle handle, String provider, Instant now) {
        unmark(handle, provider);
        handle.createUpdate("insert into provider_calendar (provider, read_at) values (:provider, :now)")
                .bind("provider", provider)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void unmark(Handle handle, String provider) {
        handle.createUpdate("delete from provider_calendar where provider = :provider")
                .bind("provider", provider)
                .execute();
    }

    /** When each provider's calendar was read whole and changed something, by provider. */
    Map<String, Instant> marks(Handle handle) {
        Map<String, Instant> marks = new TreeMap<>();
        handle.createQuery("select provider, read_at from provider_calendar")
                .map((row, context) ->
                        Map.entry(row.getString("provider"), Instant.ofEpochMilli(row.getLong("read_at"))))
                .forEach(each -> marks.put(each.getKey(), each.getValue()));
        return marks;
    }

    /** Those that end after a moment, in order, by provider. */
    Map<String, List<Busy>> after(Handle handle, Instant moment) {
        Map<String, List<Busy>> times = new LinkedHashMap<>();
        handle.createQuery("select provider, from_at, to_at from provider_busy where to_at > :moment"
                        + " order by provider, from_at, to_at")
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> Map.entry(
                        row.getString("provider"),
                        new Busy(
                                Instant.ofEpochMilli(row.getLong("from_at")),
                                Instant.ofEpochMilli(row.getLong("to_at")))))
                .forEach(each -> times.computeIfAbsent(each.getKey(), none -> new ArrayList<>())
                        .add(each.getValue()));
        return times;
    }

    /** Whether a provider's calendar has something in some of a stretch. */
    boolean touches(Handle handle, String provider, Cells cells) {
        return ProviderStretches.touch(handle, "provider_busy", provider, cells);
    }
}
