package org.anteroom.agent.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Reads;
import org.anteroom.agent.records.Store;
import org.jdbi.v3.core.Handle;

/** The drills that were made, kept across restarts. Nothing about patients. Any thread; reading is done on the caller's. */
public final class DrillLog {
    /** How a drill went. */
    public enum Outcome {
        /** Every phrase brought a person on the line. */
        PASSED,
        /** At least one did not. */
        FAILED,
        /** A real emergency began, or the service stopped. */
        GAVE_WAY,
        /** It could not be begun. */
        NOT_MADE;

        /** Whether it says something about the practice's safety. */
        public boolean made() {
            return this == PASSED || this == FAILED;
        }
    }

    /**
     * One phrase of a drill; times in ms from the end of the phrase to the ringing phone, the key, the connection.
     *
     * @param grade what the detector decided; empty when it decided nothing
     * @param problem what went wrong; empty when all was well
     */
    public record Phrase(
            String name,
            String grade,
            String rule,
            OptionalLong rangMs,
            OptionalLong acceptedMs,
            OptionalLong bridgedMs,
            String problem) {}

    /**
     * One drill.
     *
     * @param number from 1; 0 before it is kept
     * @param how "scheduled", "asked for", or the outage that was rehearsed
     * @param detail why it was not made, or what was measured; empty otherwise
     */
    public record Drill(
            long number,
            Instant began,
            Instant ended,
            String how,
            Outcome outcome,
            String detail,
            List<Phrase> phrases) {
        public Drill {
            phrases = List.copyOf(phrases);
        }

        /** The same as it is kept. */
        public Drill numbered(long kept) {
            return new Drill(kept, began, ended, how, outcome, detail, phrases);
        }
    }

    private final Store store;

    public DrillLog(Store store) {
        this.store = store;
    }

    /** Keeps a drill and who asked for it, as in {@link AuditEntry}; gives its number. */
    public CompletableFuture<Long> add(Drill drill, String actor) {
        return store.write(unit -> {
            long number = unit.handle()
                    .createQuery("select coalesce(max(number), 0) + 1 from drill")
                    .mapTo(Long.class)
                    .one();
            save(unit.handle(), drill, number);
            unit.audit(new AuditEntry(drill.ended(), actor, "drill.run", Long.toString(number)));
            return number;
        });
    }

    private static void save(Handle handle, Drill drill, long number) {
        handle.createUpdate("insert into drill (number, began_at, ended_at, how, outcome, detail)"
                        + " values (:number, :began, :ended, :how, :outcome, :detail)")
                .bind("number", number)
                .bind("began", drill.began().toEpochMilli())
                .bind("ended", drill.ended().toEpochMilli())
                .bind("how", drill.how())
                .bind("outcome", drill.outcome().name())
                .bind("detail", drill.detail())
                .execute();
        int row = 0;
        for (Phrase phrase : drill.phrases()) {
            handle.createUpdate("insert into drill_phrase"
                            + " (drill, number, phrase, grade, rule, rang_ms, accepted_ms, bridged_ms, problem)"
                            + " values (:drill, :number, :phrase, :grade, :rule, :rang, :accepted, :bridged, :problem)")
                    .bind("drill", number)
                    .bind("number", ++row)
                    .bind("phrase", phrase.name())
                    .bind("grade", phrase.grade())
                    .bind("rule", phrase.rule())
                    .bind("rang", boxed(phrase.rangMs()))
                    .bind("accepted", boxed(phrase.acceptedMs()))
                    .bind("bridged", boxed(phrase.bridgedMs()))
                    .bind("problem", phrase.problem())
                    .execute();
        }
    }

    /** The newest first, at most {@code limit}. */
    public List<Drill> newest(int limit) {
        return newest(store, limit);
    }

    /** The same out of records that another process may hold. */
    public static List<Drill> newest(Reads records, int limit) {
        return records.read(handle -> {
            List<Drill> drills = new ArrayList<>();
            for (Drill drill : handle.createQuery("select * from drill order by number desc limit :limit")
                    .bind("limit", limit)
                    .map((row, context) -> drill(row))
                    .list()) {
                drills.add(new Drill(
                        drill.number(),
                        drill.began(),
                        drill.ended(),
                        drill.how(),
                        drill.outcome(),
                        drill.detail(),
                        handle.createQuery("select * from drill_phrase where drill = :drill order by number")
                                .bind("drill", drill.number())
                                .map((row, context) -> phrase(row))
                                .list()));
            }
            return drills;
        });
    }

    private static Drill drill(ResultSet row) throws SQLException {
        return new Drill(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("began_at")),
                Instant.ofEpochMilli(row.getLong("ended_at")),
                row.getString("how"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                List.of());
    }

    private static Phrase phrase(ResultSet row) throws SQLException {
        return new Phrase(
                row.getString("phrase"),
                row.getString("grade"),
                row.getString("rule"),
                millis(row, "rang_ms"),
                millis(row, "accepted_ms"),
                millis(row, "bridged_ms"),
                row.getString("problem"));
    }

    private static OptionalLong millis(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Long> boxed(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(millis.getAsLong()) : Optional.empty();
    }
}
