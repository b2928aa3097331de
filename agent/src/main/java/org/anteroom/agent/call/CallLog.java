package org.anteroom.agent.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;

/** The journals of all calls on disk. Who looks is audited in the same transaction. Any thread. */
public final class CallLog {
    /**
     * What is known of a call so far: later pages of the same call add their entries.
     *
     * @param caller the caller's number; PHI
     * @param ended empty while the call goes on
     * @param drill whether it is no caller but a drill
     */
    record Page(
            String call,
            Instant began,
            Optional<String> caller,
            Optional<Instant> ended,
            String outcome,
            List<CallJournal.Entry> entries,
            boolean drill) {
        /** A page of a real call. */
        Page(
                String call,
                Instant began,
                Optional<String> caller,
                Optional<Instant> ended,
                String outcome,
                List<CallJournal.Entry> entries) {
            this(call, began, caller, ended, outcome, entries, false);
        }

        @Override
        public String toString() {
            return "Page[call " + call + "]";
        }
    }

    /**
     * A call as it is listed.
     *
     * @param number for people, from 1
     * @param outcome how it ended; empty while it goes on
     * @param drill whether it was no caller but a drill: figures about callers leave it out
     */
    public record Call(
            long number,
            String id,
            Instant began,
            Optional<Instant> ended,
            String outcome,
            Optional<String> caller,
            boolean drill) {
        @Override
        public String toString() {
            return "Call[" + id + "]";
        }
    }

    /** A line of a call's journal. {@code atMs}: ms since the call began. */
    public record Line(long atMs, String kind, String detail) {
        @Override
        public String toString() {
            return "Line[" + kind + "]";
        }
    }

    /** A call with its whole journal. */
    public record Whole(Call call, List<Line> lines) {
        public Whole {
            lines = List.copyOf(lines);
        }
    }

    private final Store store;
    private final CallTable table;
    private final EmergencyTable emergencies;
    private final Clock clock;
    private final LatePages late = new LatePages();

    public CallLog(Store store, Vault vault, Clock clock) {
        this.store = store;
        this.table = new CallTable(vault);
        this.emergencies = new EmergencyTable(table);
        this.clock = clock;
    }

    /** Stores a page. */
    CompletableFuture<Boolean> write(Page page) {
        return store.write(unit -> {
            table.save(unit.handle(), page);
            if (!page.drill()) {
                emergencies.save(unit.handle(), page);
            }
            for (CallJournal.Entry entry : page.entries()) {
                if (entry.kind() == CallJournal.Kind.DECISION) {
                    unit.audit(new AuditEntry(
                            page.began().plusMillis(entry.atMs()), "anteroom", "call.decide", page.call()));
                } else if (EmergencyTable.marksFalseAlarm(entry)) {
                    unit.audit(new AuditEntry(
                            page.began().plusMillis(entry.atMs()),
                            "anteroom",
                            "emergency.outcome",
                            page.call() + ":" + Judgement.Verdict.FALSE_ALARM.word()));
                }
            }
            return true;
        });
    }

    /**
     * Keeps a page that the disk refused, for {@link #writeLate}.
     *
     * @return false when an older page was lost for it
     */
    boolean later(Page page) {
        return late.add(page);
    }

    /** Stores the pages that wait since the disk refused them. Never blocks; what is refused again waits on. */
    @SuppressWarnings("FutureReturnValueIgnored") // refused again, it is back where it was
    void writeLate() {
        for (Page page : late.take()) {
            write(page).exceptionally(failure -> later(page));
        }
    }

    /** The newest calls first, at most {@code limit}, for {@code actor} as in {@link AuditEntry}. */
    public CompletableFuture<List<Call>> list(String actor, int limit) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(clock.instant(), actor, "call.list", "all"));
            return table.newest(unit.handle(), limit);
        });
    }

    /** One call by its number, for {@code actor}. */
    public CompletableFuture<Optional<Whole>> show(String actor, long number) {
        return store.write(unit -> {
            Optional<Call> call = table.byNumber(unit.handle(), number);
            unit.audit(new AuditEntry(
                    clock.instant(), actor, "call.show", call.map(Call::id).orElse("none")));
            return call.map(found -> new Whole(found, table.lines(unit.handle(), found.id())));
        });
    }
}
