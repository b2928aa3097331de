package org.anteroom.agent.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Recordings;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;

/**
 * The emergencies of all calls on disk, and what people said of them. Who looks or judges is audited in the same
 * transaction. Any thread.
 */
public final class EmergencyLog {
    /**
     * An emergency's page.
     *
     * @param recorded whether its call has a recording of which the caller was told
     */
    public record Page(Emergency emergency, boolean recorded) {}

    private static final String ALL = "all";

    private final Store store;
    private final EmergencyTable table;
    private final Recordings recordings;
    private final Clock clock;

    public EmergencyLog(Store store, Vault vault, Recordings recordings, Clock clock) {
        this.store = store;
        this.table = new EmergencyTable(new CallTable(vault));
        this.recordings = recordings;
        this.clock = clock;
    }

    /** The newest first, at most {@code limit}, for {@code actor} as in {@link AuditEntry}; without what callers said. */
    public CompletableFuture<List<Emergency>> list(String actor, int limit) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(clock.instant(), actor, "emergency.list", ALL));
            return table.newest(unit.handle(), limit);
        });
    }

    /** To look at many of them, without what callers said. */
    public CompletableFuture<Survey> survey(String actor) {
        return audited(actor, "emergency.list");
    }

    /** To export what people have judged, with what the callers said. */
    public CompletableFuture<Survey> export(String actor) {
        return audited(actor, "emergency.export");
    }

    private CompletableFuture<Survey> audited(String actor, String action) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(clock.instant(), actor, action, ALL));
            return new Survey();
        });
    }

    /** Reads many emergencies on the calling thread, past the writer; had only once the audit trail says who does. */
    public final class Survey {
        private Survey() {}

        /** Those of calls that began then or later, the oldest first; without what callers said. */
        public List<Emergency> since(Instant from) {
            return store.read(handle -> table.since(handle, from));
        }

        /** All that people have judged, the oldest first, with what the callers said. */
        public List<Emergency> judged() {
            return store.read(table::judged);
        }
    }

    /** One emergency by its number, with what the caller said. */
    public CompletableFuture<Optional<Page>> show(String actor, long number) {
        return store.write(unit -> {
            Optional<Emergency> emergency = table.byNumber(unit.handle(), number);
            unit.audit(new AuditEntry(
                    clock.instant(),
                    actor,
                    "emergency.show",
                    emergency.map(Emergency::call).orElse("none")));
            return emergency.map(found -> new Page(
                    found, table.announcedRecording(unit.handle(), found.call()) && recordings.has(found.call())));
        });
    }

    /** Keeps what a person says of an emergency; false when there is none of that number. */
    public CompletableFuture<Boolean> judge(String actor, long number, Judgement.Verdict verdict) {
        return store.write(unit -> {
            Optional<Emergency> emergency = table.byNumber(unit.handle(), number);
            if (emergency.isEmpty()) {
                return false;
            }
            Instant now = clock.instant();
            table.judge(unit.handle(), number, new Judgement(now, actor, verdict));
            unit.audit(new AuditEntry(
                    now, actor, "emergency.outcome", emergency.get().call() + ":" + verdict.word()));
            return true;
        });
    }
}
