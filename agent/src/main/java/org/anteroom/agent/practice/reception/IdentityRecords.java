package org.anteroom.agent.practice.reception;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.book.BookRecords;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.records.Unit;
import org.anteroom.agent.words.Phonetics;

/** PINs, proxies and the count of guesses, as questions need them. On the writer's thread, but {@link #listed}: on any. */
final class IdentityRecords {
    private final LocalBook book;
    private final BookRecords records;
    private final PinTable pins;
    private final ProxyTable proxies;
    private final LockTable locks = new LockTable();

    IdentityRecords(LocalBook book) {
        this.book = book;
        this.records = book.records();
        this.pins = new PinTable(records.sealed(PinTable.TABLE));
        this.proxies = new ProxyTable(records.sealed(ProxyTable.TABLE));
    }

    /** What there is for a question. Digits that are going to be looked at count as wrong from here on. */
    OnRecord of(Unit unit, Question question, Instant now) {
        Query.Stand asked = question.asked();
        Optional<String> patient = question.fit().map(Patient::id);
        List<ProxyTable.Row> rows = patient.map(id -> proxies(unit, id)).orElse(List.of());
        Optional<ProxyTable.Row> proxy = asked.claim().proxy().flatMap(heard -> listed(rows, heard, asked.task(), now));
        byte[] claim = records.keyed("identity-lock", question.claimed());
        byte[] way = way(asked.claim(), proxy, claim);
        boolean mayProve = question.takesDigits()
                ? locks.charge(unit.handle(), claim, way, question.chosen().attempts(), life(question), now)
                : !locks.locked(unit.handle(), claim, now);
        return new OnRecord(mayProve, claim, way, patient.flatMap(id -> pins.of(unit.handle(), id)), proxy);
    }

    /** The digits were right: nothing of that way counts. */
    void forget(Unit unit, OnRecord known) {
        locks.forget(unit.handle(), known.claim(), known.way());
    }

    /** Everybody whom staff listed for a patient, for whatever. */
    List<ProxyTable.Row> proxies(Unit unit, String patient) {
        return proxies.of(unit.handle(), patient);
    }

    /** One whom a court's order keeps away is not listed, however often they stand there. */
    Optional<ProxyTable.Row> listed(List<ProxyTable.Row> rows, String heard, Task task, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, book.timetable().zone());
        List<ProxyTable.Row> named = Fit.named(heard, rows, row -> row.proxy().name());
        if (named.stream().anyMatch(row -> row.proxy().blocked())) {
            return Optional.empty();
        }
        List<ProxyTable.Row> may =
                named.stream().filter(row -> row.proxy().may(task, today)).toList();
        return Fit.clearest(heard, may, row -> row.proxy().name());
    }

    /** Whose proof it is: the patient's own, a listed proxy's, or that of a name which nobody listed has. */
    private byte[] way(Claim claim, Optional<ProxyTable.Row> proxy, byte[] hash) {
        String whose = claim.proxy()
                .map(heard ->
                        proxy.map(row -> "proxy " + row.proxy().id()).orElseGet(() -> "nobody " + Phonetics.key(heard)))
                .orElse("self");
        return records.keyed("identity-lock", HexFormat.of().formatHex(hash) + "|" + whose);
    }

    private static Duration life(Question question) {
        return Duration.ofMinutes(question.chosen().lockMinutes());
    }
}
