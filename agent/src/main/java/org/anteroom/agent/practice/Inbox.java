package org.anteroom.agent.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.Vault;

/**
 * The messages of callers. A message is on the disk when the future of {@link #commit} completes, and only then may it be
 * spoken of as taken. Who looks is audited in the same transaction: what can't be audited isn't shown.
 */
public final class Inbox {
    /** Who is behind what the receptionist does by itself. */
    public static final String RECEPTIONIST = "anteroom";

    /** A stranger can't make the phones of the people on call ring for ever. */
    private static final int MOST_WAITING = 50;

    /** Some milliseconds of opening what is sealed, on the thread that writes. */
    private static final int MOST_COMPARED = 2_000;

    private final Store store;
    private final MessageTable table;
    private final CallBackTable callBacks;
    private final Clock clock;

    public Inbox(Store store, Vault vault, Clock clock) {
        this.store = store;
        this.table = new MessageTable(vault);
        this.callBacks = new CallBackTable(vault);
        this.clock = clock;
    }

    /** Stores a message. The future fails with a StoreException when the disk refuses. */
    public CompletableFuture<Message> commit(Draft draft) {
        String id = UUID.randomUUID().toString();
        return store.write(unit -> {
            Message message = new Message(table.nextNumber(unit.handle()), id, draft);
            table.insert(unit.handle(), message);
            unit.audit(new AuditEntry(draft.receivedAt(), RECEPTIONIST, "message.take", id));
            return message;
        });
    }

    /**
     * Stores a message and the promise to call back, both or neither. A second promise of a call that has one that waits is
     * none: the first stands.
     *
     * @return fails with a StoreException when the disk refuses, or so many wait that nobody could keep another
     */
    public CompletableFuture<Message> commit(Draft draft, Promise promise) {
        String id = UUID.randomUUID().toString();
        String callBack = UUID.randomUUID().toString();
        return store.write(unit -> {
            if (callBacks.open(unit.handle()) >= MOST_WAITING) {
                throw new StoreException(MOST_WAITING + " call-backs wait already; no more are promised.");
            }
            Message message = new Message(table.nextNumber(unit.handle()), id, draft);
            table.insert(unit.handle(), message);
            unit.audit(new AuditEntry(draft.receivedAt(), RECEPTIONIST, "message.take", id));
            if (!callBacks.openOf(unit.handle(), draft.callId())) {
                callBacks.insert(unit.handle(), callBack, message, promise);
                unit.audit(new AuditEntry(draft.receivedAt(), RECEPTIONIST, "call-back.promise", callBack));
            }
            return message;
        });
    }

    /**
     * What was asked for has been done without staff. Answers whether it was theirs until now; the future fails with a
     * StoreException when the disk refuses.
     */
    public CompletableFuture<Boolean> settle(String id) {
        return store.write(unit -> {
            Instant now = clock.instant();
            unit.audit(new AuditEntry(now, RECEPTIONIST, "message.settle", id));
            return table.settle(unit.handle(), id, now);
        });
    }

    /** The newest messages first, at most {@code limit}, for {@code actor} as in {@link AuditEntry}. */
    public CompletableFuture<List<Message>> list(String actor, int limit) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(clock.instant(), actor, "message.list", "all"));
            return table.newest(unit.handle(), Instant.EPOCH, limit);
        });
    }

    /**
     * What the receptionist itself must know of what came before: requests that are this one again, not long ago, the newest
     * first.
     */
    public CompletableFuture<List<Message>> earlier(Draft asked) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(clock.instant(), RECEPTIONIST, "message.repeats", asked.callId()));
            return table.newest(unit.handle(), asked.receivedAt().minus(Repeats.RECENTLY), MOST_COMPARED).stream()
                    .filter(message -> Repeats.same(asked, message.content()))
                    .toList();
        });
    }

    /** One message by its number, for {@code actor}. */
    public CompletableFuture<Optional<Message>> show(String actor, long number) {
        return store.write(unit -> {
            Optional<Message> message = table.byNumber(unit.handle(), number);
            String subject = message.map(Message::id).orElse("none");
            unit.audit(new AuditEntry(clock.instant(), actor, "message.show", subject));
            return message;
        });
    }
}
