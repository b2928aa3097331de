package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final UnitOfWork<Integer> ADD_A_NOTE =
            unit -> unit.handle().execute("insert into note (text) values ('plain')");

    @TempDir
    Path folder;

    private OpenStore open;

    @BeforeEach
    void openAStoreWithATable() throws Exception {
        open = new OpenStore(folder);
        write(unit -> unit.handle().execute("create table note (text text not null, body bytea)"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void keepsWhatWasWrittenOverARestart() throws Exception {
        write(ADD_A_NOTE);
        open.reopen();

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void commitsUnitsThatWaitTogether() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Boolean> first = open.store().write(unit -> {
            busy.countDown();
            return go.await(30, TimeUnit.SECONDS);
        });
        assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
        long before = open.counters().value(Metric.RECORDS_TRANSACTIONS);
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(open.store().write(ADD_A_NOTE));
        }
        go.countDown();
        OpenStore.await(first);
        for (CompletableFuture<Integer> each : waiting) {
            OpenStore.await(each);
        }

        assertThat(notes()).isEqualTo(40);
        assertThat(open.counters().value(Metric.RECORDS_TRANSACTIONS) - before).isLessThanOrEqualTo(3);
    }

    @Test
    void undoesAUnitThatFailsAndKeepsTheOthersOfItsGroup() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        open.store().write(unit -> go.await(30, TimeUnit.SECONDS));
        CompletableFuture<Integer> good = open.store().write(ADD_A_NOTE);
        CompletableFuture<Integer> bad = open.store().write(unit -> {
            unit.handle().execute("insert into note (text) values ('half')");
            throw new IllegalStateException("a mistake");
        });
        CompletableFuture<Integer> alsoGood = open.store().write(ADD_A_NOTE);
        go.countDown();
        OpenStore.await(good);
        OpenStore.await(alsoGood);

        assertThat(failure(bad)).isInstanceOf(StoreException.class).hasMessageContaining("IllegalStateException");
        assertThat(notes()).isEqualTo(2);
        assertThat(open.health().ok(Condition.RECORDS)).isTrue();
    }

    @Test
    void survivesAnErrorThrownByAUnit() throws Exception {
        CompletableFuture<Integer> bad = open.store().write(unit -> {
            throw new StackOverflowError();
        });

        assertThat(failure(bad)).isInstanceOf(StoreException.class);
        write(ADD_A_NOTE);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void leavesTheValuesOfAFailedStatementOutOfItsMessage() {
        CompletableFuture<Integer> bad = open.store().write(unit -> unit.handle()
                .createUpdate("insert into nowhere (text) values (:text)")
                .bind("text", "Ms Abernathy")
                .execute());

        for (Throwable each = failure(bad); each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("Abernathy");
        }
    }

    /** The page limit makes SQLite itself report a full disk, on the same path as a real one. */
    @Test
    void answersADiskThatIsFullAndGoesOnWhenThereIsSpaceAgain() throws Exception {
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        open.health().onChange(report -> changes.add(report.ok()));
        write(unit -> unit.handle().execute("pragma max_page_count = 30"));

        CompletableFuture<Integer> tooMuch = open.store().write(unit -> unit.handle()
                .createUpdate("insert into note (text, body) values ('big', :body)")
                .bind("body", new byte[1 << 20])
                .execute());

        assertThat(failure(tooMuch)).isInstanceOf(StoreException.class).hasMessageContaining("is full");
        assertThat(changes.poll(30, TimeUnit.SECONDS)).isFalse();
        assertThat(open.counters().value(Metric.RECORDS_FAILURES)).isEqualTo(1);
        assertThat(notes()).isZero();

        CompletableFuture<Integer> mended =
                open.store().write(unit -> unit.handle().execute("pragma max_page_count = 100000"));
        OpenStore.await(mended);
        assertThat(changes.poll(30, TimeUnit.SECONDS)).isTrue();
        write(ADD_A_NOTE);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void probesByItselfUntilTheDatabaseCanBeWrittenAgain() throws Exception {
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        open.health().onChange(report -> changes.add(report.ok()));
        Path file = open.data().resolve(Database.FILE);
        Path aside = open.data().resolve("aside");
        Files.move(file, aside);
        // A folder in place of the file is refused for root too, which mode bits are not.
        Files.createDirectory(file);
        CompletableFuture<Integer> unreachable = open.store().write(unit -> {
            throw new org.sqlite.SQLiteException("torn", org.sqlite.SQLiteErrorCode.SQLITE_IOERR);
        });

        assertThat(failure(unreachable)).hasMessageContaining("gives errors");
        assertThat(changes.poll(30, TimeUnit.SECONDS)).isFalse();
        assertThat(failure(open.store().write(ADD_A_NOTE))).hasMessageContaining("can't be opened");

        Files.delete(file);
        Files.move(aside, file);
        assertThat(changes.poll(30, TimeUnit.SECONDS)).isTrue();
        write(ADD_A_NOTE);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void refusesMoreUnitsThanTheQueueHolds() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        open.store().write(unit -> go.await(30, TimeUnit.SECONDS));
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            all.add(open.store().write(ADD_A_NOTE));
        }
        long refused =
                all.stream().filter(CompletableFuture::isCompletedExceptionally).count();
        go.countDown();
        long stored = 0;
        for (CompletableFuture<Integer> each : all) {
            stored += each.handle((done, failed) -> failed == null ? 1 : 0).get(30, TimeUnit.SECONDS);
        }

        assertThat(refused).isPositive().isEqualTo(open.counters().value(Metric.RECORDS_REFUSED));
        assertThat(notes()).isEqualTo(stored);
    }

    @Test
    void commitsWhatWaitsBeforeItCloses() throws Exception {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(open.store().write(ADD_A_NOTE));
        }
        open.reopen();

        assertThat(all).allSatisfy(each -> assertThat(each).isCompletedWithValue(1));
        assertThat(notes()).isEqualTo(100);
    }

    @Test
    void answersAtOnceWhenItIsClosed() {
        Store closed = open.store();
        closed.close();

        assertThat(failure(closed.write(ADD_A_NOTE))).hasMessageContaining("closed");
    }

    @Test
    void readsWithoutWaitingForTheWriter() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = open.store().write(unit -> {
            ADD_A_NOTE.run(unit);
            inside.countDown();
            return go.await(30, TimeUnit.SECONDS);
        });
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(notes()).isZero();
        go.countDown();
        OpenStore.await(slow);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void refusesToWriteThroughAQuery() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open.store().read(handle -> handle.execute("delete from note")));
    }

    @Test
    void keepsASecondStoreAwayFromTheFolder() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Store.open(open.data(), open.vault(), new Counters(), new Health()))
                .withMessageContaining("in use");
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        for (int i = 0; i < 50; i++) {
            write(unit -> unit.handle()
                    .createUpdate("insert into note (text, body) values ('big', :body)")
                    .bind("body", new byte[10_000])
                    .execute());
        }
        open.close();
        try (RandomAccessFile file =
                new RandomAccessFile(open.data().resolve(Database.FILE).toFile(), "rw")) {
            for (long page = 1; page < file.length() / 4096; page += 2) {
                file.seek(page * 4096);
                file.write(new byte[] {77, 77, 77, 77, 77, 77, 77, 77});
            }
        }

        assertThatExceptionOfType(DamagedStore.class)
                .isThrownBy(open::reopen)
                .withMessageContaining("damaged")
                .withMessageContaining("backup");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws Exception {
        open.close();
        Files.writeString(open.data().resolve(Database.FILE), "this is not a database, only text".repeat(50));

        assertThatExceptionOfType(DamagedStore.class).isThrownBy(open::reopen);
    }

    @Test
    void refusesToBeginAnewBesideTheAuditAnchorOfALostDatabase() throws Exception {
        Path database = open.data().resolve(Database.FILE);
        assertThat(database).as("in use").isNotEmptyFile();
        open.close();

        Files.write(database, new byte[0]);
        assertThatExceptionOfType(DamagedStore.class)
                .isThrownBy(open::reopen)
                .withMessageContaining("is empty")
                .withMessageContaining("from a backup")
                .withMessageContaining("move " + open.data().resolve(AuditAnchor.FILE) + " away");
        assertThat(database).isEmptyFile();

        Files.delete(database);
        assertThatExceptionOfType(DamagedStore.class)
                .isThrownBy(open::reopen)
                .withMessageContaining("is missing")
                .withMessageContaining("from a backup");
        assertThat(database).doesNotExist();
    }

    @Test
    void refusesToBeginAnewBesideRecordingsOfALostDatabase() throws Exception {
        Recordings.open(open.data(), open.vault()).begin("call-1").close();
        open.close();
        Files.delete(open.data().resolve(Database.FILE));
        Files.delete(open.data().resolve(AuditAnchor.FILE));

        assertThatExceptionOfType(DamagedStore.class)
                .isThrownBy(open::reopen)
                .withMessageContaining("move " + open.data().resolve(Recordings.FOLDER) + " away");
    }

    @Test
    void beginsAnewWhenWhatWasLeftIsMovedAway() throws Exception {
        Recordings.open(open.data(), open.vault());
        open.close();
        Files.delete(open.data().resolve(Database.FILE));
        Files.move(open.data().resolve(AuditAnchor.FILE), folder.resolve("aside"));

        open.reopen();

        assertThat(open.store().verifyAudit()).isEmpty();
    }

    @Test
    void keepsItsFilesToItsOwner() throws Exception {
        write(ADD_A_NOTE);

        assertThat(Files.getPosixFilePermissions(open.data())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(open.data())) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    private <T> T write(UnitOfWork<T> work) throws Exception {
        return OpenStore.await(open.store().write(work));
    }

    private long notes() {
        return open.store().read(handle -> handle.createQuery("select count(*) from note")
                .mapTo(Long.class)
                .one());
    }

    private static Throwable failure(CompletableFuture<?> future) {
        try {
            future.get(30, TimeUnit.SECONDS);
            throw new AssertionError("should have failed");
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
