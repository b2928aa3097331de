package org.anteroom.agent.records;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** Tells trouble with the disk from a mistake in a statement, and says it in a sentence. */
final class SqliteTrouble {
    // Primary result codes, https://www.sqlite.org/rescode.html
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NO_MEMORY = 7;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private SqliteTrouble() {}

    /** Whether the disk, the file or a lock is the reason, so that the same unit might succeed later. */
    static boolean isStorage(Throwable failure) {
        return primary(failure)
                .map(code -> switch (code) {
                    case BUSY, LOCKED, NO_MEMORY, READ_ONLY, IO_ERROR, CORRUPT, FULL, CANT_OPEN, NOT_A_DATABASE -> true;
                    default -> false;
                })
                .orElse(false);
    }

    static boolean isFull(Throwable failure) {
        return primary(failure).map(code -> code == FULL).orElse(false);
    }

    static boolean isBusy(Throwable failure) {
        return primary(failure).map(code -> code == BUSY || code == LOCKED).orElse(false);
    }

    static boolean isDamage(Throwable failure) {
        return primary(failure)
                .map(code -> code == CORRUPT || code == NOT_A_DATABASE)
                .orElse(false);
    }

    /** A sentence for the operator. */
    static StoreException describe(Throwable failure, Path file) {
        String sentence = primary(failure)
                .map(code -> switch (code) {
                    case FULL -> "The disk that holds " + file + " is full. Free some space; until then nothing can be"
                            + " stored.";
                    case IO_ERROR -> "The disk that holds " + file
                            + " is full or gives errors. Free some space; if there is enough, look at the system's log"
                            + " and replace the disk.";
                    case READ_ONLY, CANT_OPEN -> "The database " + file
                            + " can't be opened for writing. Give the folder to the" + " service's user.";
                    case CORRUPT, NOT_A_DATABASE -> "The database " + file
                            + " is damaged. Stop the service, restore a backup, and start it again.";
                    case BUSY, LOCKED -> "The database " + file + " is held by another program. Close that program.";
                    default -> "The database refused a statement (SQLite code " + code + ").";
                })
                .orElse("A unit of work failed with " + failure.getClass().getSimpleName() + "; this is a programming"
                        + " error.");
        return new StoreException(sentence, failure);
    }

    /** SQLite's primary result code: the low byte of the extended one. */
    private static Optional<Integer> primary(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLiteException sqlite) {
                return Optional.of(sqlite.getResultCode().code & 0xff);
            }
            if (each instanceof SQLException sql && sql.getErrorCode() != 0) {
                return Optional.of(sql.getErrorCode() & 0xff);
            }
        }
        return Optional.empty();
    }
}
