package org.anteroom.agent.practice.reception;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.config.PinHash;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookRecords;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.records.AuditEntry;

/**
 * What staff keep to know callers by: PINs of patients, and who may act for them. What it answers is on the disk when the
 * future completes; the future fails with a StoreException when the disk refuses. Any thread.
 */
public final class Credentials {
    private final BookRecords records;
    private final PinTable pins;
    private final ProxyTable proxies;

    public Credentials(LocalBook book) {
        this.records = book.records();
        this.pins = new PinTable(records.sealed(PinTable.TABLE));
        this.proxies = new ProxyTable(records.sealed(ProxyTable.TABLE));
    }

    /**
     * Keeps a patient's PIN; one they had counts no more. Answers whether they had one.
     *
     * @param patient id of a patient who is there
     * @param pin digits; the caller's to wipe when this returns
     */
    public CompletableFuture<Boolean> setPin(String patient, char[] pin, Asker asker, Instant now) {
        return hashed(pin).thenCompose(hash -> records.store().write(unit -> {
            boolean had = pins.remove(unit.handle(), patient);
            pins.insert(unit.handle(), patient, hash, now);
            unit.audit(new AuditEntry(now, asker.actor(), "patient.pin", patient));
            return had;
        }));
    }

    /** Answers whether the patient had one. */
    public CompletableFuture<Boolean> removePin(String patient, Asker asker, Instant now) {
        return records.store().write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "patient.pin-remove", patient));
            return pins.remove(unit.handle(), patient);
        });
    }

    /**
     * Lists somebody who may act for a patient, or, blocked, who may not.
     *
     * @param patient id of a patient who is there
     * @param pin digits of their own; without one nothing is told to them
     */
    public CompletableFuture<Proxy> addProxy(
            String patient,
            String name,
            String relation,
            Set<Task> tasks,
            LocalDate until,
            boolean blocked,
            Optional<char[]> pin,
            Asker asker,
            Instant now) {
        CompletableFuture<Optional<PinHash>> hash = pin.map(
                        digits -> hashed(digits).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        String id = UUID.randomUUID().toString();
        return hash.thenCompose(made -> records.store().write(unit -> {
            long number = proxies.nextNumber(unit.handle());
            Proxy proxy = new Proxy(number, id, patient, name, relation, tasks, until, blocked, made.isPresent());
            proxies.insert(unit.handle(), proxy, made, now);
            unit.audit(new AuditEntry(now, asker.actor(), "proxy.add", id));
            return proxy;
        }));
    }

    /** Those of a patient, expired ones too. */
    public CompletableFuture<List<Proxy>> proxies(String patient, Asker asker, Instant now) {
        return records.store().write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "proxy.list", patient));
            return proxies.of(unit.handle(), patient).stream()
                    .map(ProxyTable.Row::proxy)
                    .toList();
        });
    }

    /** Answers whether there was one of that number. */
    public CompletableFuture<Boolean> removeProxy(long number, Asker asker, Instant now) {
        return records.store().write(unit -> {
            Optional<String> id = proxies.remove(unit.handle(), number);
            unit.audit(new AuditEntry(now, asker.actor(), "proxy.remove", id.orElse("none")));
            return id.isPresent();
        });
    }

    private static CompletableFuture<PinHash> hashed(char[] pin) {
        char[] own = Arrays.copyOf(pin, pin.length);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return PinHash.of(own, new SecureRandom());
                    } finally {
                        Arrays.fill(own, '0');
                    }
                },
                ReceptionThreads.SHARED);
    }
}
