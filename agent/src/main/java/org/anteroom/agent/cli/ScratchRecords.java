package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.practice.book.Animal;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.Timetable;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.reception.Credentials;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.practice.reception.Task;
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
    private static final Asker STAFF = Asker.staff("converse");

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
        Map<String, String> ids = new HashMap<>();
        for (OnFile each : onFile) {
            if (each instanceof OnFile.Person person) {
                String id = enrolled(book, person, now).id();
                ids.put(person.name(), id);
                person.pin().ifPresent(pin -> new Credentials(book)
                        .setPin(id, pin.toCharArray(), STAFF, now)
                        .join());
            } else if (each instanceof OnFile.Proxy proxy) {
                new Credentials(book)
                        .addProxy(
                                ids.getOrDefault(proxy.patient(), ""),
                                proxy.name(),
                                "listed",
                                EnumSet.allOf(Task.class),
                                LocalDate.ofInstant(now, practice.practice().timezone())
                                        .plusYears(1),
                                false,
                                Optional.of(proxy.pin().toCharArray()),
                                STAFF,
                                now)
                        .join();
            } else if (each instanceof OnFile.Visit visit) {
                book(book, practice, visit, ids.getOrDefault(visit.name(), ""), now);
            }
        }
        return new Opened(Reception.atOnce(book, practice.identity()), book);
    }

    private static Patient enrolled(LocalBook book, OnFile.Person person, Instant now) {
        PatientDetails details = new PatientDetails(
                person.name(),
                person.birth(),
                person.phone(),
                // Somebody whom the practice's own system knows: one without is taken for enrolled by a call, and so
                // for new.
                Optional.of("on file: " + person.name()),
                false,
                person.animal().map(name -> new Animal(name, Optional.empty())));
        return book.patients().enrol(details, STAFF, now).join();
    }

    private static void book(LocalBook book, TextPractice practice, OnFile.Visit visit, String patient, Instant now) {
        Instant start = visit.at().atZone(practice.practice().timezone()).toInstant();
        int minutes = practice.practice().visitTypes().stream()
                .filter(type -> type.name().equals(visit.visitType()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no visit type " + visit.visitType()))
                .minutes();
        Offer offer = new Offer(
                visit.provider(), Optional.empty(), visit.visitType(), start, start.plusSeconds(minutes * 60L));
        book.book(offer, Visit.of(patient), STAFF, now).join();
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
