package org.anteroom.agent.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;

/**
 * The call-backs that callers were promised, across restarts. They are made by {@link Inbox#commit(Draft, Promise)}; every
 * step is audited in the transaction that makes it.
 */
public final class CallBacks {
    private static final int MOST = 100;

    private final Store store;
    private final CallBackTable table;
    private final Clock clock;

    public CallBacks(Store store, Vault vault, Clock clock) {
        this.store = store;
        this.table = new CallBackTable(vault);
        this.clock = clock;
    }

    /** Those nobody has called back yet, the soonest deadline first; on the calling thread. */
    public List<CallBack> waiting() {
        return store.read(handle -> table.waiting(handle, MOST));
    }

    /** The newest 100, those that wait first, for {@code actor} as in {@link AuditEntry}. */
    public CompletableFuture<List<CallBack>> list(String actor) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(clock.instant(), actor, "call-back.list", "all"));
            return table.newest(unit.handle(), MOST);
        });
    }

    /** Somebody was told, as was due. Nothing happens to one that has gone further meanwhile. */
    public CompletableFuture<Optional<CallBack>> told(CallBack callBack, CallBackStage.Act act) {
        return step(callBack.number(), Inbox.RECEPTIONIST, act.leadsTo());
    }

    /** Somebody pressed the key that takes it. */
    public CompletableFuture<Boolean> taken(CallBack callBack) {
        return store.write(unit -> {
            Instant now = clock.instant();
            table.taken(unit.handle(), callBack, now);
            unit.audit(new AuditEntry(now, Inbox.RECEPTIONIST, "call-back.taken", callBack.id()));
            return true;
        });
    }

    /**
     * Somebody says that the caller was called back.
     *
     * @return empty when there is no such call-back, or it was done before
     */
    public CompletableFuture<Optional<CallBack>> done(String actor, long number) {
        return step(number, actor, CallBackStage.DONE);
    }

    private CompletableFuture<Optional<CallBack>> step(long number, String actor, CallBackStage next) {
        return store.write(unit -> {
            Instant now = clock.instant();
            Optional<CallBack> found = table.byNumber(unit.handle(), number)
                    .filter(one -> one.stage().leadsTo(next));
            found.ifPresent(one -> table.stage(unit.handle(), one, next, now));
            if (found.isPresent() || next == CallBackStage.DONE) {
                String action = "call-back." + next.name().toLowerCase(Locale.ROOT);
                unit.audit(new AuditEntry(
                        now, actor, action, found.map(CallBack::id).orElse("none")));
            }
            return found;
        });
    }
}
