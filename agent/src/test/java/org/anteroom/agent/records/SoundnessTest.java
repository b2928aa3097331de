package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told when the records break while the service runs, and when it is taken back. */
class SoundnessTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private final BlockingQueue<Health.Report> told = new LinkedBlockingQueue<>();
    private OpenStore open;

    @BeforeEach
    void openAStoreWithNotes() throws Exception {
        open = new OpenStore(folder);
        open.health().onChange(told::add);
        write(unit -> unit.handle().execute("create table note (text text not null, body bytea)"));
        for (int i = 0; i < 20; i++) {
            write(unit -> unit.handle().execute("insert into note (text, body) values ('big', zeroblob(10000))"));
        }
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** An update in place fits on a full disk; what a caller leaves doesn't. */
    @Test
    void aDiskStaysFullUntilThereIsRoomForAMessage() throws Exception {
        int pages = open.store().read(handle -> handle.createQuery("pragma page_count")
                .mapTo(Integer.class)
                .one());
        write(unit -> unit.handle().execute("pragma max_page_count = " + pages));
        long failures = open.counters().value(Metric.RECORDS_FAILURES);
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> write(
                        unit -> unit.handle().execute("insert into note (text, body) values ('x', zeroblob(1000000))")))
                .withMessageContaining("is full");
        assertThat(next())
                .matches(report -> !report.ok())
                .extracting(Health.Report::sentence)
                .asString()
                .contains("is full")
                .contains("Free some space");

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (open.counters().value(Metric.RECORDS_FAILURES) < failures + 2 && System.nanoTime() < deadline) {
            assertThat(told.poll(50, TimeUnit.MILLISECONDS))
                    .as("the probe finds no room")
                    .isNull();
        }

        write(unit -> unit.handle().execute("pragma max_page_count = 100000"));
        assertThat(next().ok()).isTrue();
    }

    @Test
    void damageThatAReaderMeetsIsToldAndStaysThoughWritesSucceed() throws Exception {
        damage();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open.store().read(handle -> handle.createQuery(
                                "select sum(length(body)), group_concat(hex(body)) from note")
                        .mapToMap()
                        .list()))
                .withMessageContaining("is damaged");
        write(unit -> true);
        assertThat(next())
                .matches(report -> !report.ok())
                .extracting(Health.Report::sentence)
                .asString()
                .contains("records.db is damaged")
                .contains("restore a backup")
                .contains("start it again");

        write(unit -> unit.handle().execute("update probe set beats = beats + 1"));
        write(unit -> unit.handle().execute("update probe set beats = beats + 1"));
        assertThat(told).isEmpty();
    }

    @Test
    void damageIsFoundBeforeAnybodyNeedsWhatIsDamaged() throws Exception {
        open.store().inspect();
        write(unit -> true);
        assertThat(told).isEmpty();
        damage();

        open.store().inspect();
        write(unit -> true);

        assertThat(next().sentence()).contains("records.db is damaged");
    }

    @Test
    void aDatabaseTakenAwayUnderTheServiceIsToldAndForgivenWhenItIsBack() throws Exception {
        Path file = open.data().resolve(Database.FILE);
        Path aside = folder.resolve("aside");
        Files.move(file, aside);
        open.store().inspect();
        assertThat(file).as("what is gone is not made anew by looking for it").doesNotExist();
        write(unit -> true);
        assertThat(next())
                .matches(report -> !report.ok())
                .extracting(Health.Report::sentence)
                .asString()
                .contains("was taken away")
                .contains("Put it back");

        Files.move(aside, file);
        assertThat(next().ok()).as("by itself").isTrue();

        Files.copy(file, aside);
        Files.delete(file);
        Files.move(aside, file);
        write(unit -> true);
        assertThat(next().sentence()).contains("was replaced").contains("Stop the service");
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsIsToldAndForgivenWhenThatLetsGo() throws Exception {
        try (var other = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + open.data().resolve(Database.FILE));
                var statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> write(unit -> unit.handle().execute("delete from note")))
                    .withMessageContaining("is held by another program");
            assertThat(next())
                    .matches(report -> !report.ok())
                    .extracting(Health.Report::sentence)
                    .asString()
                    .contains("is held by another program. Close that program.");

            statement.execute("rollback");
            assertThat(next().ok()).as("by itself").isTrue();
        }
    }

    /** Everything behind the first pages, where the schema and the audit trail are. */
    private void damage() throws Exception {
        open.store().write(unit -> true).get(30, TimeUnit.SECONDS);
        try (var checkpoint = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + open.data().resolve(Database.FILE));
                var statement = checkpoint.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        try (RandomAccessFile file =
                new RandomAccessFile(open.data().resolve(Database.FILE).toFile(), "rw")) {
            byte[] rubbish = new byte[PAGE];
            java.util.Arrays.fill(rubbish, (byte) 77);
            for (long page = file.length() / PAGE - 40; page < file.length() / PAGE; page++) {
                file.seek(page * PAGE);
                file.write(rubbish);
            }
        }
    }

    private Health.Report next() throws Exception {
        Health.Report report = told.poll(30, TimeUnit.SECONDS);
        assertThat(report).as("a change is told").isNotNull();
        return report;
    }

    private <T> T write(UnitOfWork<T> work) throws Exception {
        return OpenStore.await(open.store().write(work));
    }
}
