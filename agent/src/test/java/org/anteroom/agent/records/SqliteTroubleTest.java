package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteTroubleTest {

    /** Opening a database on a full disk fails with an input error: there is no room for the index of its log. */
    @Test
    void namesAFullDiskAlsoWhereSqliteSpeaksOfAnInputError() {
        SQLiteException noRoom = new SQLiteException("", SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

        assertThat(SqliteTrouble.describe(noRoom, Path.of("records.db")).sentence())
                .contains("records.db is full or gives errors")
                .contains("Free some space");
    }
}
