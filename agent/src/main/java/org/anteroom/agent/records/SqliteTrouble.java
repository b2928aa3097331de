package org.anteroom.agent.records;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** Tells trouble with the disk from a mistake in a statement, and says it in a sentence. */
final class SqliteTrouble {
    private SqliteTrouble() {}

    /** Whether the disk, the file or a lock is the reason, so that the same unit might succeed later. */
    static boolean isStorage(Throwable failure) {
        return primary(failure)
                .map(code -> switch (code) {
                    case 5, 6, 7, 8, 10, 11, 13, 14, 26 -> true;
                    default -> false;
                })
                .orElse(false);
    }

    static boolean isFull(Throwable failure) {
        return primary(failure).map(code -> code == 13).orElse(false);
    }

    static boolean isDamage(Throwable failure) {
        return primary(failure).map(code -> code == 11 || code == 26).orElse(false);
    }

    /** A sentence for the operator. */
    static StoreException describe(Throwable failure, Path file) {
        String sentence = primary(failure)
                .map(code -> switch (code) {
                    case 13 -> "The disk that holds " + file + " is full. Free some space; until then nothing can be"
                            + " stored.";
                    case 10 -> "The disk that holds " + file
                            + " gives errors. Look at the system's log and replace it.";
                    case 8, 14 -> "The database " + file + " can't be opened for writing. Give the folder to the"
                            + " service's user.";
                    case 11, 26 -> "The database " + file + " is damaged. Stop the service and restore a backup.";
                    case 5, 6 -> "The database " + file + " is held by another program. Close that program.";
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
