package org.anteroom.agent.records;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of one data folder, held by this process alone. Writes go through one thread and are on the disk when
 * their future completes; reads have connections of their own and never wait for the writer. Any thread.
 */
public final class Store implements Reads, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Path folder;
    private final Vault vault;
    private final FolderLock lock;
    private final Database database;
    private final Writer writer;
    private final Soundness soundness;

    private Store(Path folder, Vault vault, FolderLock lock, Database database, Writer writer, Soundness soundness) {
        this.folder = folder;
        this.vault = vault;
        this.lock = lock;
        this.database = database;
        this.writer = writer;
        this.soundness = soundness;
    }

    /**
     * Opens the records of a folder, makes them when there are none, and brings them to the newest migration.
     *
     * @throws DamagedStore when the database is there but can't be trusted
     * @throws StoreException when another process holds the folder or the disk refuses
     */
    public static Store open(Path folder, Vault vault, Counters counters, Health health) {
        requireNonNull(vault, "vault");
        try {
            Durable.folder(folder);
            FolderLock lock = FolderLock.take(folder);
            try {
                Database database = Database.open(folder);
                Soundness soundness = new Soundness(health);
                Footing footing = new Footing(database.file());
                Writer writer = new Writer(database, vault, anchored(database, vault), counters, soundness, footing);
                writer.start();
                return new Store(folder, vault, lock, database, writer, soundness);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The folder " + folder + " can't be used for records (" + FileTrouble.why(e)
                            + "). Give it to the service's user and check the disk.",
                    e);
        }
    }

    /** A trail that was cut keeps its old anchor, so that later entries can't make the cut look whole. */
    private static long anchored(Database database, Vault vault) throws IOException {
        Optional<AuditAnchor> anchor = AuditAnchor.read(database.folder(), vault);
        try (Handle handle = database.reader()) {
            AuditTrail trail = new AuditTrail();
            if (anchor.isEmpty() && trail.last(handle).isEmpty()) {
                AuditAnchor.start().write(database.folder(), vault);
                return 0;
            }
            if (anchor.isPresent() && trail.reaches(handle, anchor.get())) {
                return anchor.get().number();
            }
            LOG.error(
                    "The audit trail in {} was cut off or rebuilt while the service was not running.",
                    database.folder());
            return Long.MAX_VALUE;
        } catch (SQLException e) {
            throw SqliteTrouble.describe(e, database.file());
        }
    }

    /**
     * Hands a unit of work to the writer. The future completes after the commit, or with a {@link StoreException} whose
     * message is for the operator. What is chained to it runs on the writer's thread and must only post.
     */
    public <T> CompletableFuture<T> write(UnitOfWork<T> work) {
        return writer.submit(requireNonNull(work, "work"));
    }

    @Override
    public <T> T read(Query<T> query) {
        return StoreView.read(database, query, damage -> soundness.noticed(damage.sentence()));
    }

    /** For how long the writer has been at one group of units, ms. One that fails has an outcome, and its trouble is told. */
    public long silentMs(long nanos) {
        return writer.silentMs(nanos);
    }

    /**
     * Reads the whole database; what is damaged in it is reported before a caller needs it. Blocks the calling thread, for
     * seconds where there are years of records; nobody else waits.
     */
    public void inspect() {
        database.damage().ifPresent(soundness::noticed);
    }

    /** Where the audit trail is broken, as a sentence with the number of the entry; empty when it holds. */
    public Optional<BrokenAudit> verifyAudit() {
        Optional<AuditAnchor> anchor = AuditAnchor.read(folder, vault);
        return read(handle -> new AuditTrail().verify(handle, anchor));
    }

    /** Commits what waits, closes the database and lets go of the folder. */
    @Override
    public void close() {
        writer.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreException("The lock of " + folder + " could not be let go.", e);
        }
    }
}
