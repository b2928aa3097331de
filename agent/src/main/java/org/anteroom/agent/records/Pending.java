package org.anteroom.agent.records;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A unit of work on its way to the disk. Only the writer touches it until its future is complete. */
final class Pending<T> {
    private final UnitOfWork<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Pending(UnitOfWork<T> work) {
        this.work = work;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Runs the unit inside the writer's transaction; it is not stored yet. */
    void run(Unit unit) throws Exception {
        failure = null;
        result = work.run(unit);
    }

    /** The unit's own mistake: it was undone, the others of its group go on. */
    void spoil(Throwable mistake) {
        failure = mistake;
    }

    boolean spoiled() {
        return failure != null;
    }

    /** Tells the owner, after the commit. */
    @SuppressWarnings("NullAway")
    void complete() {
        if (failure == null) {
            future.complete(result);
        } else {
            future.completeExceptionally(failure);
        }
    }

    void fail(StoreException reason) {
        future.completeExceptionally(reason);
    }
}
