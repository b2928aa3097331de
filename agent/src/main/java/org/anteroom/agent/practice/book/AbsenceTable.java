package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of who is out. */
final class AbsenceTable {
    void insert(Handle handle, Absence absence, Instant now) {
        handle.createUpdate("insert into provider_out (number, provider, from_at, to_at, made_at) values"
                        + " ((select coalesce(max(number), 0) + 1 from provider_out), :provider, :from, :to, :now)")
                .bind("provider", absence.provider())
                .bind("from", absence.from().toEpochMilli())
                .bind("to", absence.to().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Takes away what is still to come of a provider's; answers whether there was any. */
    boolean end(Handle handle, String provider, Instant now) {
        int cut = handle.createUpdate("update provider_out set to_at = :now"
                        + " where provider = :provider and from_at < :now and to_at > :now")
                .bind("provider", provider)
                .bind("now", now.toEpochMilli())
                .execute();
        int never = handle.createUpdate("delete from provider_out where provider = :provider and from_at >= :now")
                .bind("provider", provider)
                .bind("now", now.toEpochMilli())
                .execute();
        return cut + never > 0;
    }

    /** Those that end after a moment, the first to begin first. */
    List<Absence> after(Handle handle, Instant moment) {
        return handle.createQuery("select provider, from_at, to_at from provider_out where to_at > :moment"
                        + " order by from_at, number")
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> new Absence(
                        row.getString("provider"),
                        Instant.ofEpochMilli(row.getLong("from_at")),
                        Instant.ofEpochMilli(row.getLong("to_at"))))
                .list();
    }

    /** Whether a provider is out for some of a stretch. */
    boolean touches(Handle handle, String provider, Cells cells) {
        return ProviderStretches.touch(handle, "provider_out", provider, cells);
    }

    /** Forgets what was over at a moment. */
    void forgetBefore(Handle handle, Instant moment) {
        handle.createUpdate("delete from provider_out where to_at < :moment")
                .bind("moment", moment.toEpochMilli())
                .execute();
    }
}
