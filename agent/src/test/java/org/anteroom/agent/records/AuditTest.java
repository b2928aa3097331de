package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private OpenStore open;

    @BeforeEach
    void writeTenEntries() throws Exception {
        open = new OpenStore(folder);
        append(10);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void holdsAsItWasWrittenAndOverARestart() throws Exception {
        assertThat(open.store().verifyAudit()).isEmpty();
        open.reopen();
        append(3);
        assertThat(open.store().verifyAudit()).isEmpty();
    }

    @Test
    void findsAnEntryThatWasChanged() throws Exception {
        tamper("update audit set actor = 'uid:0' where number = 4");

        assertThat(broken()).contains(4L);
    }

    @Test
    void findsAnEntryThatWasRemoved() throws Exception {
        tamper("delete from audit where number = 6");

        assertThat(broken()).contains(6L);
    }

    @Test
    void findsAnEntryWhoseTimeWasChanged() throws Exception {
        tamper("update audit set happened_at = happened_at + 1 where number = 10");

        assertThat(broken()).contains(10L);
    }

    @Test
    void findsThatTheEndWasCutOff() throws Exception {
        tamper("delete from audit where number > 7");

        assertThat(broken()).contains(8L);
    }

    @Test
    void stillFindsTheCutAfterNewEntriesGrewOverIt() throws Exception {
        tamper("delete from audit where number > 7");
        open.reopen();
        append(6);

        assertThat(broken()).contains(10L);
    }

    @Test
    void findsThatEverythingWasCutOff() throws Exception {
        tamper("delete from audit");

        assertThat(broken()).contains(1L);
    }

    @Test
    void findsThatTheAnchorWasRemovedOrReplaced() throws Exception {
        // A commit is told before its anchor is written: closing waits for the last one, which would replace what is
        // removed here.
        open.reopen();
        Path anchor = open.data().resolve(AuditAnchor.FILE);
        byte[] whole = Files.readAllBytes(anchor);
        Files.delete(anchor);
        assertThat(broken()).isPresent();

        whole[whole.length - 1] ^= 1;
        Files.write(anchor, whole);
        assertThat(broken()).isPresent();
    }

    @Test
    void storesAnEntryOnlyIfItsUnitIsStored() {
        open.store()
                .write(unit -> {
                    unit.audit(new AuditEntry(NOW, "uid:1", "message.show", "x"));
                    throw new IllegalStateException("undone");
                })
                .handle((done, failed) -> failed)
                .join();

        assertThat(open.store().verifyAudit()).isEmpty();
        assertThat(open.store().<Long>read(handle -> handle.createQuery("select count(*) from audit")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(10);
    }

    @Test
    void takesIdsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditEntry(NOW, "uid:1", "message.show", "Ms Abernathy, 555 0100"));
    }

    private void append(int entries) throws Exception {
        for (int i = 0; i < entries; i++) {
            String subject = "call-" + i;
            OpenStore.await(open.store().write(unit -> {
                unit.audit(new AuditEntry(NOW, "anteroom", "call.answer", subject));
                return true;
            }));
        }
    }

    private Optional<Long> broken() {
        return open.store().verifyAudit().map(BrokenAudit::number);
    }

    private void tamper(String sql) throws SQLException {
        open.close();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + open.data().resolve(Database.FILE));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
        open.reopen();
    }
}
