package org.anteroom.agent.practice.reception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.Refusal;
import org.anteroom.agent.practice.book.Visit;

/** Answers a conversation's questions from the practice's records and carries out its changes. Any thread; never blocks. */
public final class Reception {
    private final LocalBook book;

    public Reception(LocalBook book) {
        this.book = book;
    }

    /** The answer; the future fails when the records can't be asked. */
    public CompletableFuture<Found> answer(Query query, Instant now) {
        if (query instanceof Query.Times times) {
            return CompletableFuture.completedFuture(new Found.Times(book.offers(times.wish(), now)));
        }
        if (query instanceof Query.Keep keep) {
            return keep(keep, now);
        }
        return stands((Query.Stand) query, now).thenApply(Found.Stands::new);
    }

    private CompletableFuture<Found> keep(Query.Keep keep, Instant now) {
        CompletableFuture<Boolean> free =
                keep.instead().map(book::release).orElseGet(() -> CompletableFuture.completedFuture(false));
        return free.thenCompose(let -> book.hold(keep.offer(), keep.moving(), now))
                .thenApply(held -> held.<Found>map(Found.Kept::new).orElseGet(Found.Gone::new));
    }

    private CompletableFuture<Standing> stands(Query.Stand asked, Instant now) {
        Claim claim = asked.claim();
        if (claim.birth().isEmpty() || claim.names().isEmpty()) {
            return CompletableFuture.completedFuture(new Standing.Stranger());
        }
        return book.patients()
                .byNameAndBirth(claim.names().get(0), claim.birth().get(), Asker.CALLER, now)
                .thenApply(found ->
                        found.size() == 1 ? new Standing.Claimed(found.get(0).id()) : new Standing.Stranger());
    }

    /** What became of it; the future fails when the disk refuses. */
    public CompletableFuture<BookAnswer> carryOut(Change change, Instant now) {
        if (change instanceof Change.Book wanted) {
            return book(wanted, now);
        }
        if (change instanceof Change.Move move) {
            return book.reschedule(move.appointment(), move.to(), Asker.callerFor(move.patient()), now);
        }
        if (change instanceof Change.Cancel cancel) {
            return book.cancel(cancel.appointment(), Asker.callerFor(cancel.patient()), now);
        }
        if (change instanceof Change.Confirm confirm) {
            return book.confirm(confirm.appointment(), Asker.callerFor(confirm.patient()), now);
        }
        return book.release(((Change.Release) change).hold())
                .thenApply(kept -> BookAnswer.refused(Refusal.UNKNOWN_APPOINTMENT));
    }

    private CompletableFuture<BookAnswer> book(Change.Book wanted, Instant now) {
        CompletableFuture<String> patient = wanted.patient()
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> book.patients()
                        .enrol(details(wanted), Asker.CALLER, now)
                        .thenApply(Patient::id));
        return patient.thenCompose(id -> book.book(
                wanted.hold(),
                new Visit(id, wanted.newPatient(), wanted.sameDay(), false, wanted.reason()),
                Asker.CALLER,
                now));
    }

    private static PatientDetails details(Change.Book wanted) {
        Claim claim = wanted.claim();
        List<String> names = claim.names();
        return new PatientDetails(
                names.isEmpty() ? "" : names.get(0), claim.birth(), wanted.callBack(), Optional.empty(), false);
    }

    /** Those of a patient, the next first. */
    CompletableFuture<List<Appointment>> upcoming(String patient, Instant now) {
        return book.ofPatient(patient, now, Asker.CALLER, now);
    }
}
