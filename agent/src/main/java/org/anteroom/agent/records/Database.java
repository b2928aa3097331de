package org.anteroom.agent.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** The SQLite file of a data folder: opens connections with the settings that make a commit survive a power cut. */
final class Database {
    static final String FILE = "records.db";

    private final Path folder;
    private final Path file;

    private Database(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Makes or checks the file and brings it up to the newest migration. */
    static Database open(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        List<Path> remains = Remains.of(folder);
        if (!Files.exists(file)) {
            refuseLost(file, "is missing", remains);
            // SQLite gives the write-ahead log the mode of the database, so only this one has to be right.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(Durable.OWNER));
        }
        Database database = new Database(folder, file);
        if (Files.size(file) == 0) {
            refuseLost(file, "is empty", remains);
        }
        database.checkIntegrity();
        database.migrate();
        Durable.forceFolder(folder);
        return database;
    }

    /** The file of a folder as it is, for readers beside the process that holds it; empty where there is none. */
    static Optional<Database> beside(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(new Database(folder, file)) : Optional.empty();
    }

    /** A connection that may write; the caller closes it. */
    Handle writer() throws SQLException {
        return handle(source(false).getConnection());
    }

    /** A connection that only reads, beside the writer; the caller closes it. */
    Handle reader() throws SQLException {
        return handle(source(true).getConnection());
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file;
    }

    /** What is wrong with its pages, read all; empty when nothing is. */
    Optional<String> damage() {
        try {
            checkIntegrity();
        } catch (DamagedStore e) {
            return Optional.of(e.sentence());
        } catch (StoreException e) {
            // Held by another program, or no disk: the writer meets that too, and tells of it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static void refuseLost(Path file, String how, List<Path> remains) {
        if (!remains.isEmpty()) {
            String beside = remains.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new DamagedStore("The database " + file + " " + how + ", but there were records: " + beside
                    + " is still there. Restore the folder from a backup; or, to start anew without the old records,"
                    + " move " + beside + " away. Then start again.");
        }
    }

    private void checkIntegrity() {
        try (Connection connection = source(false).getConnection();
                Statement statement = connection.createStatement();
                ResultSet verdict = statement.executeQuery("pragma quick_check(1)")) {
            if (!verdict.next() || !verdict.getString(1).equals("ok")) {
                throw damaged(null);
            }
        } catch (SQLException e) {
            throw SqliteTrouble.isDamage(e) ? damaged(e) : SqliteTrouble.describe(e, file);
        }
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(source(false))
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .ignoreMigrationPatterns(new String[0])
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (SqliteTrouble.isStorage(e)) {
                throw SqliteTrouble.describe(e, file);
            }
            throw new DamagedStore(
                    "The database " + file + " can't be brought to this version: it was made by a newer Anteroom or"
                            + " changed by hand. Install that version, or restore a backup.",
                    e);
        }
    }

    private DamagedStore damaged(@Nullable Exception cause) {
        String sentence =
                "The database " + file + " is damaged. Move the folder away, restore a backup, and start again.";
        return cause == null ? new DamagedStore(sentence) : new DamagedStore(sentence, cause);
    }

    private static Handle handle(Connection connection) {
        Jdbi jdbi = Jdbi.create(() -> connection);
        // The default message would hold the values bound to the statement.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi.open();
    }

    private SQLiteDataSource source(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        config.setReadOnly(readOnly);
        // A file that was taken away must not be made anew by whoever reconnects: that would hide the loss.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
