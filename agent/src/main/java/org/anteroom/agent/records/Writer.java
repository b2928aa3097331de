package org.anteroom.agent.records;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Units that wait are committed together: one fsync for all of them.
 *
 * <pre>
 *   begin  [savepoint unit release]  [savepoint unit rollback]  ...  commit  -> futures complete
 *                 stored                its own mistake: undone
 * </pre>
 *
 * Trouble with the disk undoes the whole group; its units are then tried one by one, so that each gets its own answer.
 * The thread never ends before {@link #close}: while the disk is in trouble it probes every few seconds, while nothing is to
 * be written it looks whether the next unit could be.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 1024;
    private static final int GROUP = 64;
    private static final long PROBE_MS = 2_000;
    private static final long LOOK_MS = 5_000;
    private static final long CLOSE_MS = 5_000;

    private final Database database;
    private final Vault vault;
    private final Counters counters;
    private final Soundness soundness;
    private final Footing footing;
    private final AuditTrail trail = new AuditTrail();
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;
    /** When it last began to do something with the disk, or to wait for work. */
    private volatile long turnedNanos = System.nanoTime();

    private long anchored;
    private @Nullable Handle handle;

    /** {@code anchored}: entries of the audit trail the anchor stands for; a broken trail gets no new anchor. */
    Writer(Database database, Vault vault, long anchored, Counters counters, Soundness soundness, Footing footing) {
        this.database = database;
        this.vault = vault;
        this.anchored = anchored;
        this.counters = counters;
        this.soundness = soundness;
        this.footing = footing;
        this.thread = ThreadNames.named(ThreadNames.RECORDS_WRITER).newThread(this::run);
        counters.gauge(Metric.RECORDS_QUEUE, queue::size);
    }

    void start() {
        thread.start();
    }

    <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
        Pending<T> pending = new Pending<>(work);
        if (closing) {
            pending.fail(new StoreException("The records are closed: the service is stopping."));
        } else if (!queue.offer(pending)) {
            counters.increment(Metric.RECORDS_REFUSED);
            pending.fail(new StoreException(
                    "Too many records wait for the disk; look at its speed and at the system's log."));
        } else if (ended && queue.remove(pending)) {
            pending.fail(new StoreException("The records are closed: the service is stopping."));
        }
        return pending.future();
    }

    /** For how long it has been at one turn, ms; a turn that waits for work takes {@value #LOOK_MS} ms at most. */
    long silentMs(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos - turnedNanos) - LOOK_MS);
    }

    /** Commits what waits, at most for a few seconds, then fails the rest. */
    @Override
    public void close() {
        closing = true;
        queue.offer(new Pending<>(unit -> true));
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Pending<?>> group = new ArrayList<>(GROUP);
        while (!closing || !queue.isEmpty()) {
            group.clear();
            turnedNanos = System.nanoTime();
            try {
                boolean troubled = soundness.troubled();
                Pending<?> first = queue.poll(troubled ? PROBE_MS : LOOK_MS, TimeUnit.MILLISECONDS);
                if (first == null && !troubled) {
                    footing.trouble().ifPresent(soundness::trouble);
                    continue;
                }
                group.add(first == null ? new Pending<>(unit -> true) : first);
                queue.drainTo(group, GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                closing = true;
            } catch (Throwable e) {
                counters.increment(Metric.RECORDS_FAILURES);
                LOG.error(
                        "The writer of the records met {}; it goes on.",
                        e.getClass().getName());
                group.forEach(each -> each.fail(SqliteTrouble.describe(e, database.file())));
            }
        }
        ended = true;
        for (Pending<?> left = queue.poll(); left != null; left = queue.poll()) {
            left.fail(new StoreException("The records are closed: the service is stopping."));
        }
        disconnect();
    }

    private void commit(List<Pending<?>> group) {
        Optional<AuditTrail.Stored> end;
        try {
            end = together(group);
        } catch (Throwable failure) {
            undo(failure);
            if (group.size() > 1 && !SqliteTrouble.isBusy(failure)) {
                List.copyOf(group).forEach(each -> commit(List.of(each)));
            } else {
                fail(group, failure);
            }
            return;
        }
        count(group);
        group.forEach(Pending::complete);
        anchor(end)
                .or(footing::trouble)
                .or(() -> soundness.troubled() ? probe() : Optional.empty())
                .ifPresentOrElse(soundness::trouble, soundness::sound);
    }

    /**
     * Whether a message would find room, by a write that changes nothing of meaning: a small one in place succeeds also on a
     * full disk. A sentence when it wouldn't.
     */
    private Optional<String> probe() {
        try {
            Handle connection = connection();
            connection.execute("begin immediate");
            connection.execute("update probe set room = hex(zeroblob(32768))");
            connection.execute("update probe set beats = beats + 1, room = null");
            connection.execute("commit");
            return Optional.empty();
        } catch (SQLException | RuntimeException failure) {
            counters.increment(Metric.RECORDS_FAILURES);
            undo(failure);
            return Optional.of(described(failure).sentence());
        }
    }

    /** What a failure is in words; damage is remembered beyond it. */
    private StoreException described(Throwable failure) {
        StoreException reason = SqliteTrouble.describe(failure, database.file());
        if (SqliteTrouble.isDamage(failure)) {
            soundness.noticed(reason.sentence());
        }
        return reason;
    }

    private void fail(List<Pending<?>> group, Throwable failure) {
        StoreException reason = described(failure);
        counters.add(Metric.RECORDS_FAILURES, group.size());
        if (SqliteTrouble.isStorage(failure)) {
            soundness.trouble(reason.sentence());
        }
        group.forEach(each -> each.fail(reason));
    }

    /** Commits the group and gives back the end of the audit trail. */
    private Optional<AuditTrail.Stored> together(List<Pending<?>> group) throws Exception {
        Handle connection = connection();
        Unit unit = new Unit(connection, trail);
        connection.execute("begin immediate");
        for (Pending<?> each : group) {
            connection.execute("savepoint unit");
            try {
                each.run(unit);
                connection.execute("release savepoint unit");
            } catch (Throwable mistake) {
                if (SqliteTrouble.isStorage(mistake)) {
                    throw mistake;
                }
                connection.execute("rollback to savepoint unit");
                connection.execute("release savepoint unit");
                each.spoil(
                        mistake instanceof StoreException ? mistake : SqliteTrouble.describe(mistake, database.file()));
            }
        }
        Optional<AuditTrail.Stored> end = trail.last(connection);
        connection.execute("commit");
        return end;
    }

    private void count(List<Pending<?>> group) {
        long spoiled = group.stream().filter(Pending::spoiled).count();
        counters.increment(Metric.RECORDS_TRANSACTIONS);
        counters.add(Metric.RECORDS_UNITS, group.size() - spoiled);
        counters.add(Metric.RECORDS_FAILURES, spoiled);
    }

    /** An anchor that lags behind the chain is in order; one ahead of it means entries were cut off. */
    private Optional<String> anchor(Optional<AuditTrail.Stored> end) {
        if (end.isEmpty() || end.get().number() <= anchored) {
            return Optional.empty();
        }
        try {
            AuditAnchor.of(end.get()).write(database.folder(), vault);
            anchored = end.get().number();
            return Optional.empty();
        } catch (IOException | StoreException e) {
            return Optional.of("The anchor of the audit trail in " + database.folder() + " can't be written ("
                    + e.getClass().getSimpleName() + "). Check the disk and its space.");
        }
    }

    private void undo(Throwable failure) {
        Handle broken = handle;
        if (broken == null) {
            return;
        }
        try {
            broken.execute("rollback");
        } catch (RuntimeException alreadyRolledBack) {
            failure.addSuppressed(alreadyRolledBack);
        }
        if (!SqliteTrouble.isFull(failure)) {
            disconnect();
        }
    }

    private Handle connection() throws SQLException {
        Handle open = handle;
        if (open == null) {
            open = database.writer();
            handle = open;
        }
        return open;
    }

    private void disconnect() {
        Handle open = handle;
        handle = null;
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException e) {
                counters.increment(Metric.RECORDS_FAILURES);
            }
        }
    }
}
