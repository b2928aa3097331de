package org.anteroom.agent.records;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The database of a data folder, looked at from beside, whoever holds it: takes no lock, makes nothing, brings nothing to a
 * newer version. Any thread; each reading opens a connection of its own and closes it.
 */
public final class StoreView implements Reads {
    private final Path folder;
    private final Database database;

    private StoreView(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    /** The view of a folder; empty where there are no records yet. */
    public static Optional<StoreView> of(Path folder) {
        requireNonNull(folder, "folder");
        return Database.beside(folder).map(database -> new StoreView(folder, database));
    }

    @Override
    public <T> T read(Query<T> query) {
        return read(database, query, damage -> {});
    }

    /**
     * Reads on a connection of its own.
     *
     * @param damage told before the exception when the database itself is damaged
     */
    static <T> T read(Database database, Query<T> query, Consumer<StoreException> damage) {
        try (Handle handle = database.reader()) {
            return query.run(handle);
        } catch (StoreException e) {
            throw e;
        } catch (Exception e) {
            StoreException described = SqliteTrouble.describe(e, database.file());
            if (SqliteTrouble.isDamage(e)) {
                damage.accept(described);
            }
            throw described;
        }
    }

    /** What is wrong with its pages, read all; empty when nothing is. Seconds where there are years of records. */
    public Optional<String> damage() {
        return database.damage();
    }

    /**
     * The newest entry of the audit trail with that action.
     *
     * @param action as in {@link AuditEntry}; empty for any
     */
    public Optional<AuditEntry> lastAudit(String action) {
        return read(handle -> handle.createQuery("select happened_at, actor, action, subject from audit"
                        + " where :action = '' or action = :action order by number desc limit 1")
                .bind("action", action)
                .map((row, context) -> new AuditEntry(
                        Instant.ofEpochMilli(row.getLong("happened_at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject")))
                .findFirst());
    }

    /**
     * Where the audit trail is broken; empty when it holds. Its end may have been committed while this looked, so an anchor
     * that is ahead of what was read is looked at once more.
     *
     * @throws VaultException when the key can't be used
     */
    public Optional<BrokenAudit> verifyAudit(Path keyFile) throws VaultException {
        if (!Files.exists(folder.resolve(AuditAnchor.FILE))) {
            return read(handle -> new AuditTrail().verify(handle, Optional.empty()));
        }
        Vault vault = Vault.open(keyFile, folder);
        Optional<BrokenAudit> first = verify(vault);
        return first.isPresent() ? verify(vault) : first;
    }

    private Optional<BrokenAudit> verify(Vault vault) {
        Optional<AuditAnchor> anchor = AuditAnchor.read(folder, vault);
        return read(handle -> new AuditTrail().verify(handle, anchor));
    }
}
