package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Timetable;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextRecords;
import org.anteroom.agent.rehearsal.calls.CallerRecords;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;

/** Real records in a folder of their own that goes when they are closed: conversations in text may book in them. One thread. */
final class ScratchRecords implements TextRecords, CallerRecords, AutoCloseable {
    private final Path folder;
    private final Vault vault;
    private final Store store;

    private ScratchRecords(Path folder, Vault vault, Store store) {
        this.folder = folder;
        this.vault = vault;
        this.store = store;
    }

    /** @throws Failure when there is no room for them */
    static ScratchRecords open() throws Failure {
        try {
            Path folder = Files.createTempDirectory("anteroom-converse");
            Path key = folder.resolve("records.key");
            Vault.createKeyFile(key);
            Vault vault = Vault.open(key, folder.resolve("data"));
            Store store = Store.open(folder.resolve("data"), vault, new Counters(), new Health());
            return new ScratchRecords(folder, vault, store);
        } catch (IOException | VaultException e) {
            throw Failure.failed("No appointment book can be made for the conversation: " + e.getMessage());
        }
    }

    @Override
    public Reception fresh(TextPractice practice, List<OnFile> onFile, Instant now) {
        return opened(practice, onFile, now).reception();
    }

    @Override
    public Opened opened(TextPractice practice, List<OnFile> onFile, Instant now) {
        store.write(unit -> {
                    // What points at what is gone as a whole.
                    unit.handle().execute("pragma defer_foreign_keys = on");
                    List<String> tables = unit.handle()
                            .createQuery(
                                    "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                                            + " and name not like 'flyway%' and name not like 'audit%'")
                            .mapTo(String.class)
                            .list();
                    tables.forEach(table -> unit.handle().execute("delete from " + table));
                    return tables.size();
                })
                .join();
        LocalBook book = LocalBook.open(store, vault, Timetable.of(practice.practice(), List.of()), now);
        Enrolment.of(onFile, practice, book, now);
        return new Opened(Reception.atOnce(book, practice.identity()), book);
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException left) {
                    file.toFile().deleteOnExit();
                }
            });
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
