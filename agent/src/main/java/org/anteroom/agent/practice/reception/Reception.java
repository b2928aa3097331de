package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.Animal;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.Visit;

/** Answers a conversation's questions from the practice's records and carries out its changes. Any thread; never blocks. */
public final class Reception {
    private static final IdentityConfig USUAL =
            new IdentityConfig(Factor.NONE, Level.FACTOR, Level.FACTOR, Level.FACTOR, Level.NAME, 3, 30);

    /** What every one-time code is in conversations in text. */
    public static final String CODE_IN_TEXT = "314159";

    private final LocalBook book;
    private final Identities identities;
    private final Executor threads;

    /** By the rules of a configuration that says nothing of them. */
    public Reception(LocalBook book) {
        this(book, () -> USUAL, CodeSender.NONE);
    }

    /** @param rules asked each time, so that a reload counts at once */
    public Reception(LocalBook book, Supplier<IdentityConfig> rules, CodeSender texts) {
        this(book, rules, new Codes(), texts, ReceptionThreads.SHARED, Identities.FLOOR);
    }

    /**
     * For conversations in text, where nobody measures how long an answer takes, and no phone shows a code: each is
     * {@link #CODE_IN_TEXT}.
     */
    public static Reception atOnce(LocalBook book, IdentityConfig rules) {
        Codes known = new Codes(() -> CODE_IN_TEXT);
        return new Reception(book, () -> rules, known, CodeSender.NONE, ReceptionThreads.SHARED, Duration.ZERO);
    }

    Reception(
            LocalBook book,
            Supplier<IdentityConfig> rules,
            Codes codes,
            CodeSender texts,
            Executor threads,
            Duration floor) {
        this.book = requireNonNull(book, "book");
        this.threads = threads;
        this.identities = new Identities(book, rules, codes, texts, threads, floor);
    }

    /** The answer; the future fails when the records can't be asked. */
    public CompletableFuture<Found> answer(Query query, Instant now) {
        if (query instanceof Query.Times times) {
            return times(times, now);
        }
        if (query instanceof Query.Keep keep) {
            return keep(keep, now);
        }
        if (query instanceof Query.SendCode code) {
            return identities.sendCode(code, now);
        }
        return identities.stand((Query.Stand) query, now).thenApply(Found.Stands::new);
    }

    private CompletableFuture<Found> times(Query.Times times, Instant now) {
        return times.moving()
                .map(id -> CompletableFuture.supplyAsync(() -> book.offers(times.wish(), id, now), threads))
                .orElseGet(() -> CompletableFuture.completedFuture(book.offers(times.wish(), now)))
                .thenApply(Found.Times::new);
    }

    private CompletableFuture<Found> keep(Query.Keep keep, Instant now) {
        CompletableFuture<Boolean> free =
                keep.instead().map(book::release).orElseGet(() -> CompletableFuture.completedFuture(false));
        return free.thenCompose(let -> book.hold(keep.offer(), keep.moving(), now))
                .thenApply(held -> held.<Found>map(Found.Kept::new).orElseGet(Found.Gone::new));
    }

    /** How the records stand to whom a caller speaks of, for staff alone; the future fails when they can't be asked. */
    public CompletableFuture<Regard> regard(Claim claim, Task task, Instant now) {
        return identities
                .stand(new Query.Stand(claim, task, new Evidence.None()), now)
                .thenCompose(standing -> {
                    Optional<String> patient = standing.fits();
                    CompletableFuture<Boolean> listed = patient.isPresent()
                                    && claim.proxy().isPresent()
                            ? identities.listed(patient.get(), claim.proxy().get(), task, now)
                            : CompletableFuture.completedFuture(false);
                    return listed.thenApply(yes -> new Regard(patient, yes));
                });
    }

    /**
     * Where whoever is meant may be called back to show who they are, as the rules are now. Empty for strangers, for patients
     * without a number or marked confidential, while the identity is locked, and where somebody speaks for the patient who is not
     * listed for that. Never to be told to the caller.
     */
    public CompletableFuture<Optional<NumberOnFile>> callBackTo(Claim claim, Task task, Instant now) {
        return identities.callBackTo(claim, task, now);
    }

    /** The number by which staff know a patient. */
    public CompletableFuture<Optional<Long>> number(String patient, Instant now) {
        return book.patients().byId(patient, Asker.CALLER, now).thenApply(found -> found.map(Patient::number));
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
        Change.Confirm confirm = (Change.Confirm) change;
        return book.confirm(confirm.appointment(), Asker.callerFor(confirm.patient()), now);
    }

    /** Nobody needs this time any more. Answers whether it was still kept. */
    public CompletableFuture<Boolean> letGo(Hold hold) {
        return book.release(hold);
    }

    private CompletableFuture<BookAnswer> book(Change.Book wanted, Instant now) {
        Hold hold = wanted.hold();
        if (wanted.patient().isPresent()) {
            return approved(wanted, wanted.patient().get(), now)
                    .thenCompose(approved ->
                            book.book(hold, visit(wanted, wanted.patient().get(), !approved), Asker.CALLER, now));
        }
        // Nobody on file fits: of a patient who should be, and of anybody whom another speaks for, staff decide.
        boolean approve = wanted.approve()
                || !wanted.newPatient()
                || wanted.claim().proxy().isPresent();
        Visit visit = visit(wanted, UUID.randomUUID().toString(), approve);
        return book.book(hold, details(wanted), visit, Asker.CALLER, now);
    }

    /** Whether nobody of the staff needs to look at it first. */
    private CompletableFuture<Boolean> approved(Change.Book wanted, String patient, Instant now) {
        Optional<String> proxy = wanted.claim().proxy();
        return wanted.approve() || proxy.isEmpty()
                ? CompletableFuture.completedFuture(!wanted.approve())
                : identities.listed(patient, proxy.get(), Task.BOOK, now);
    }

    private static Visit visit(Change.Book wanted, String patient, boolean approve) {
        return new Visit(patient, wanted.newPatient(), wanted.sameDay(), false, approve, wanted.reason());
    }

    private static PatientDetails details(Change.Book wanted) {
        Claim claim = wanted.claim();
        return new PatientDetails(
                claim.names().stream().findFirst().orElse(""),
                claim.birth(),
                claim.phone().or(wanted::callBack),
                Optional.empty(),
                false,
                claim.animal().map(name -> new Animal(name, Optional.empty())));
    }
}
