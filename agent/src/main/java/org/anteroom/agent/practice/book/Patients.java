package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.jdbi.v3.core.Handle;

/**
 * The patients the book knows. They are found by keyed hashes; only rows that are found are opened, and who looked is
 * audited in the same transaction. Any thread.
 */
public final class Patients {
    private final Store store;
    private final PatientTable table;

    Patients(Store store, PatientTable table) {
        this.store = store;
        this.table = table;
    }

    /** Stores a patient; one whose external id is known is changed instead, and stays the same patient. */
    public CompletableFuture<Patient> enrol(PatientDetails details, Asker asker, Instant now) {
        String id = UUID.randomUUID().toString();
        return store.write(unit -> {
            Optional<Patient> known =
                    details.externalId().flatMap(external -> table.byExternalId(unit.handle(), external));
            if (known.isEmpty()) {
                unit.audit(new AuditEntry(now, asker.actor(), "patient.enrol", id));
                return table.insert(unit.handle(), id, details, now);
            }
            Patient changed = new Patient(known.get().number(), known.get().id(), details);
            table.update(unit.handle(), changed, now);
            unit.audit(new AuditEntry(now, asker.actor(), "patient.change", changed.id()));
            return changed;
        });
    }

    /** Those with that name, however it is written, and that date of birth. */
    public CompletableFuture<List<Patient>> byNameAndBirth(String name, LocalDate birth, Asker asker, Instant now) {
        return find(handle -> table.byNameAndBirth(handle, name, birth), asker, now);
    }

    /** Those born on a date: few enough to compare a name that was only heard. */
    public CompletableFuture<List<Patient>> byBirth(LocalDate birth, Asker asker, Instant now) {
        return find(handle -> table.byBirth(handle, birth), asker, now);
    }

    /** Those with that number on file: a family may share one. */
    public CompletableFuture<List<Patient>> byPhone(String phone, Asker asker, Instant now) {
        return find(handle -> table.byPhone(handle, phone), asker, now);
    }

    public CompletableFuture<Optional<Patient>> byId(String id, Asker asker, Instant now) {
        return find(handle -> table.byId(handle, id).map(List::of).orElse(List.of()), asker, now)
                .thenApply(found -> found.stream().findFirst());
    }

    /** By the number for people. */
    public CompletableFuture<Optional<Patient>> byNumber(long number, Asker asker, Instant now) {
        return find(handle -> table.byNumber(handle, number).map(List::of).orElse(List.of()), asker, now)
                .thenApply(found -> found.stream().findFirst());
    }

    /** All of them, by number. */
    public CompletableFuture<List<Patient>> all(Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "patient.list", "all"));
            return table.all(unit.handle());
        });
    }

    /** Those of these ids, by id. */
    public CompletableFuture<Map<String, Patient>> byIds(Collection<String> ids, Asker asker, Instant now) {
        return find(
                        handle -> ids.stream()
                                .distinct()
                                .flatMap(id -> table.byId(handle, id).stream())
                                .toList(),
                        asker,
                        now)
                .thenApply(found -> found.stream().collect(Collectors.toMap(Patient::id, Function.identity())));
    }

    private CompletableFuture<List<Patient>> find(Function<Handle, List<Patient>> look, Asker asker, Instant now) {
        return store.write(unit -> {
            List<Patient> found = look.apply(unit.handle());
            if (found.isEmpty()) {
                unit.audit(new AuditEntry(now, asker.actor(), "patient.find", "none"));
            }
            found.forEach(each -> unit.audit(new AuditEntry(now, asker.actor(), "patient.find", each.id())));
            return found;
        });
    }
}
