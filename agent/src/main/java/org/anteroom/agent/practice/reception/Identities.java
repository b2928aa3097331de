package org.anteroom.agent.practice.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookRecords;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.records.AuditEntry;

/**
 * Who a caller is taken for. Any thread; never blocks.
 *
 * <pre>
 *   writer      candidates of the birth date (or the owner's number)
 *   reception-* whose name fits
 *   writer      a proof is counted; the PIN, the proxies
 *   reception-* the PIN is compared: with nobody's where there is none
 *   writer      right: the count of that way to prove it is taken away; what came of it is audited
 *   ----------- not before {@link #FLOOR} after it was asked
 * </pre>
 *
 * A claim that fits nobody goes the same way, so that neither the time nor the number of tries tells whether a patient exists.
 */
final class Identities {
    /** Longer than all of it takes, also while the machine is busy. */
    static final Duration FLOOR = Duration.ofMillis(400);

    /** What came of a question, by what the records had for it. */
    private record Weighed(Outcome outcome, OnRecord known) {}

    private final LocalBook book;
    private final BookRecords records;
    private final Supplier<IdentityConfig> rules;
    private final Executor threads;
    private final Duration floor;
    private final IdentityRecords identities;
    private final Weighing weighing;
    private final Reaching reaching;

    Identities(
            LocalBook book,
            Supplier<IdentityConfig> rules,
            Codes codes,
            CodeSender texts,
            Executor threads,
            Duration floor) {
        this.book = book;
        this.records = book.records();
        this.rules = rules;
        this.threads = threads;
        this.floor = floor;
        this.identities = new IdentityRecords(book);
        this.weighing = new Weighing(codes);
        this.reaching = new Reaching(records, identities, codes, texts);
    }

    /** What the caller may have done; the future fails when the records can't be asked, no sooner either. */
    CompletableFuture<Standing> stand(Query.Stand asked, Instant now) {
        CompletableFuture<Void> late = late();
        IdentityConfig chosen = rules.get();
        return meant(asked.claim(), now)
                .thenCompose(fit -> weighed(new Question(asked, fit, chosen), now))
                .thenCombine(late, (standing, none) -> standing);
    }

    /** Sends a code where one may be had; what is answered, and when, is the same where none may. */
    CompletableFuture<Found> sendCode(Query.SendCode asked, Instant now) {
        CompletableFuture<Void> late = late();
        IdentityConfig chosen = rules.get();
        return meant(asked.claim(), now)
                .thenCompose(fit -> reaching.sendCode(Question.unproven(asked.claim(), asked.task(), fit, chosen), now))
                .thenCombine(late, (sent, none) -> new Found.CodeAsked());
    }

    private CompletableFuture<Void> late() {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(floor.toNanos(), TimeUnit.NANOSECONDS, threads));
    }

    /** Whether a proxy is listed for a task of a patient. */
    CompletableFuture<Boolean> listed(String patient, String proxy, Task task, Instant now) {
        return records.store()
                .write(unit -> {
                    unit.audit(new AuditEntry(now, Asker.CALLER.actor(), "proxy.check", patient));
                    return identities.proxies(unit, patient);
                })
                .thenApplyAsync(
                        rows -> identities.listed(rows, proxy, task, now).isPresent(), threads);
    }

    /** Where whoever is meant may be called back; nowhere for a proxy who is not listed for the task. */
    CompletableFuture<Optional<NumberOnFile>> callBackTo(Claim claim, Task task, Instant now) {
        IdentityConfig chosen = rules.get();
        if (chosen.factor() != Factor.CALL_BACK || task.level(chosen) != Level.FACTOR) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return meant(claim, now)
                .thenCompose(fit -> reaching.callBackTo(Question.unproven(claim, task, fit, chosen), now));
    }

    private CompletableFuture<Optional<Patient>> meant(Claim claim, Instant now) {
        return candidates(claim, now).thenApplyAsync(found -> Fit.patient(claim, found), threads);
    }

    private CompletableFuture<List<Patient>> candidates(Claim claim, Instant now) {
        if (!claim.names().isEmpty()
                && claim.animal().isPresent()
                && claim.phone().isPresent()) {
            return book.patients().byPhone(claim.phone().get(), Asker.CALLER, now);
        }
        if (!claim.names().isEmpty()
                && claim.animal().isEmpty()
                && claim.birth().isPresent()) {
            return book.patients().byBirth(claim.birth().get(), Asker.CALLER, now);
        }
        return CompletableFuture.completedFuture(List.of());
    }

    private CompletableFuture<Standing> weighed(Question question, Instant now) {
        return records.store()
                .write(unit -> identities.of(unit, question, now))
                .thenApplyAsync(known -> new Weighed(weighing.outcome(question, known, now), known), threads)
                .thenCompose(weighed -> records.store().write(unit -> {
                    Outcome outcome = weighed.outcome();
                    if (question.takesDigits() && outcome.proven()) {
                        identities.forget(unit, weighed.known());
                    }
                    unit.audit(new AuditEntry(
                            now, Asker.CALLER.actor(), "identity." + outcome.word(), question.subject()));
                    return outcome;
                }))
                .thenCompose(outcome -> standing(question, outcome, now));
    }

    private CompletableFuture<Standing> standing(Question question, Outcome outcome, Instant now) {
        Optional<Patient> fit = question.fit();
        if (fit.isEmpty()) {
            return CompletableFuture.completedFuture(new Standing.Stranger());
        }
        Patient patient = fit.get();
        if (!outcome.proven()) {
            return CompletableFuture.completedFuture(new Standing.Claimed(patient.id()));
        }
        if (question.asked().task() == Task.BOOK) {
            return CompletableFuture.completedFuture(new Standing.Proven(patient.id(), List.of()));
        }
        // A family shares the number on file; a PIN is one person's.
        boolean hearsAll = outcome == Outcome.PROVEN_BY_PIN && !question.byProxy();
        return book.ofPatient(patient.id(), now, Asker.CALLER, now)
                .thenApply(all -> new Standing.Proven(
                        patient.id(),
                        all.stream()
                                .filter(each -> each.state().open()
                                        && each.time().start().isAfter(now))
                                .filter(each -> hearsAll || !confidential(patient, each))
                                .toList()));
    }

    private static boolean confidential(Patient patient, Appointment appointment) {
        return appointment.confidential() || patient.details().confidential();
    }
}
