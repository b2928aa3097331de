package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Taken.Change;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.UnitOfWork;
import org.anteroom.agent.records.Vault;

/** The practice's own book, in its records. Any thread. */
public final class LocalBook implements Book {
    /** Cells of what is over for longer are forgotten at the start. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Store store;
    private final Ledger ledger;
    private final Patients patients;
    private final Picture picture;
    private final Object order = new Object();
    private volatile Supplier<Timetable> timetable;

    private LocalBook(Store store, Ledger ledger, Picture picture, Timetable timetable) {
        this.store = store;
        this.ledger = ledger;
        this.patients = new Patients(store, ledger.patients());
        this.picture = picture;
        this.timetable = () -> timetable;
    }

    /**
     * Opens the book of the records; what was held and not booked before is let go. Blocks until what is taken was read.
     *
     * @throws StoreException when the records can't be used
     */
    public static LocalBook open(Store store, Vault vault, Timetable timetable, Instant now) {
        long first = Cells.touched(now.minus(KEPT), now).from();
        LookupKey key = opened(store.write(unit -> {
            Slots slots = new Slots();
            slots.occupied().sweep(unit.handle(), Instant.ofEpochMilli(Long.MAX_VALUE));
            slots.occupied().forgetBefore(unit.handle(), first);
            slots.absences().forgetBefore(unit.handle(), now.minus(KEPT));
            return LookupKey.of(unit.handle(), vault);
        }));
        Ledger ledger = new Ledger(vault, key);
        Taken taken = Taken.nothing(first)
                .after(store.read(handle -> ledger.appointments().occupied(handle, first)));
        List<Absence> absences = store.read(handle -> ledger.slots().absences().after(handle, now));
        return new LocalBook(store, ledger, new Picture(taken, absences), timetable);
    }

    /** Asked each time from now on, so that a reload or a closure counts at once. */
    public void goBy(Supplier<Timetable> inForce) {
        timetable = requireNonNull(inForce, "inForce");
    }

    @Override
    public Timetable timetable() {
        return timetable.get();
    }

    public Patients patients() {
        return patients;
    }

    /** Files of the book, in and out. */
    public BookFiles files() {
        return new BookFiles(this, store, ledger);
    }

    @Override
    public List<Offer> offers(Wish wish, Instant now) {
        return new SlotSearch(timetable()).offers(wish, picture.at(now), now);
    }

    /**
     * The same for an appointment that is to be moved: its own time counts as free. Blocks for a read of the disk.
     *
     * @param moving id of the appointment; one that is not there frees nothing
     * @throws StoreException when the disk refuses
     */
    public List<Offer> offers(Wish wish, String moving, Instant now) {
        Optional<Change> freed = store.read(handle -> ledger.appointments()
                .byId(handle, moving)
                .filter(appointment -> appointment.state().occupies())
                .map(own -> new Change(
                        false, own.time().resources(), ledger.appointments().cells(handle, own))));
        return new SlotSearch(timetable()).offers(wish, picture.at(now, freed), now);
    }

    @Override
    public CompletableFuture<Optional<Hold>> hold(Offer offer, Instant now) {
        return hold(offer, Optional.empty(), now);
    }

    /** @param moving id of the appointment that is to be moved there: what it has of that time counts as free */
    public CompletableFuture<Optional<Hold>> hold(Offer offer, Optional<String> moving, Instant now) {
        Timetable current = timetable();
        if (!now.isBefore(offer.start()) || !new SlotSearch(current).fits(offer, now, now)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Cells cells = current.cells(offer);
        // Never one that was: a caller who comes back late must not have somebody else's.
        long number = -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        Hold hold = new Hold(number, offer, now.plus(current.rules().hold()));
        UnitOfWork<Boolean> step = unit -> {
            long own = moving.flatMap(id -> ledger.appointments().byId(unit.handle(), id))
                    .map(Appointment::number)
                    .orElse(Slots.NOBODY);
            return ledger.slots().hold(unit.handle(), hold, cells, own, now);
        };
        return shown(step, held -> {
            if (held) {
                picture.held(number, offer.resources(), cells, hold.expires());
            }
            return held ? Optional.of(hold) : Optional.empty();
        });
    }

    @Override
    public CompletableFuture<Boolean> release(Hold hold) {
        return shown(unit -> ledger.slots().release(unit.handle(), hold), kept -> {
            picture.letGo(hold.number());
            return kept;
        });
    }

    @Override
    public CompletableFuture<BookAnswer> book(Hold hold, Visit visit, Asker asker, Instant now) {
        return book(new Slots.Place(hold.offer(), Optional.of(hold)), visit, asker, now);
    }

    @Override
    public CompletableFuture<BookAnswer> book(Offer offer, Visit visit, Asker asker, Instant now) {
        return book(new Slots.Place(offer, Optional.empty()), visit, asker, now);
    }

    private CompletableFuture<BookAnswer> book(Slots.Place place, Visit visit, Asker asker, Instant now) {
        Timetable current = timetable();
        Optional<Refusal> refusal = refusal(current, place, visit.newPatient(), visit.sameDay(), asker, now);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(BookAnswer.refused(refusal.get()));
        }
        String id = UUID.randomUUID().toString();
        return entered(unit -> ledger.book(unit, current, id, place, visit, asker, now), place.hold());
    }

    @Override
    public CompletableFuture<BookAnswer> reschedule(String appointment, Hold to, Asker asker, Instant now) {
        return move(appointment, new Slots.Place(to.offer(), Optional.of(to)), asker, now);
    }

    @Override
    public CompletableFuture<BookAnswer> reschedule(String appointment, Offer to, Asker asker, Instant now) {
        return move(appointment, new Slots.Place(to, Optional.empty()), asker, now);
    }

    private CompletableFuture<BookAnswer> move(String appointment, Slots.Place to, Asker asker, Instant now) {
        Timetable current = timetable();
        boolean firstVisit = current.visitType(to.offer().visitType())
                .map(type -> type.patients() == VisitType.Patients.NEW)
                .orElse(false);
        Optional<Refusal> refusal = refusal(current, to, firstVisit, false, asker, now);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(BookAnswer.refused(refusal.get()));
        }
        String id = UUID.randomUUID().toString();
        return entered(unit -> ledger.move(unit, current, appointment, id, to, asker, now), to.hold());
    }

    /** What is against it before anybody looks who has the time; staff may book as they like. */
    private static Optional<Refusal> refusal(
            Timetable current, Slots.Place place, boolean newPatient, boolean sameDay, Asker asker, Instant now) {
        Offer offer = place.offer();
        Optional<VisitType> visit = current.visitType(offer.visitType());
        if (visit.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_VISIT_TYPE);
        }
        if (current.provider(offer.provider()).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_PROVIDER);
        }
        if (asker.staff()) {
            return Optional.empty();
        }
        SlotSearch search = new SlotSearch(current);
        // What is held was offered in time; thinking about it is no reason to refuse it.
        Instant earliest = place.hold().isPresent() ? now : search.earliest(now, sameDay);
        return current.refusal(offer.visitType(), newPatient)
                .or(() -> current.providersOf(visit.get()).stream()
                                .noneMatch(each -> each.id().equals(offer.provider()))
                        ? Optional.of(Refusal.UNKNOWN_PROVIDER)
                        : Optional.empty())
                .or(() -> search.fits(offer, now, earliest) ? Optional.empty() : Optional.of(Refusal.NOT_OFFERED));
    }

    @Override
    public CompletableFuture<BookAnswer> cancel(String appointment, Asker asker, Instant now) {
        Timetable current = timetable();
        return entered(unit -> ledger.cancel(unit, current, appointment, asker, now), Optional.empty());
    }

    @Override
    public CompletableFuture<BookAnswer> confirm(String appointment, Asker asker, Instant now) {
        return entered(unit -> ledger.confirm(unit, appointment, asker, now), Optional.empty());
    }

    @Override
    public CompletableFuture<BookAnswer> mark(String appointment, AppointmentState next, Asker asker, Instant now) {
        return entered(unit -> ledger.mark(unit, appointment, next, asker, now), Optional.empty());
    }

    @Override
    public CompletableFuture<List<Appointment>> ofPatient(String patient, Instant after, Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.list", patient));
            return ledger.appointments().ofPatient(unit.handle(), patient, after);
        });
    }

    @Override
    public CompletableFuture<List<Appointment>> onDay(
            LocalDate day, Optional<String> provider, Asker asker, Instant now) {
        ZoneId zone = timetable().zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.list", day.toString()));
            return ledger.appointments().between(unit.handle(), from, to, provider);
        });
    }

    @Override
    public CompletableFuture<Optional<Appointment>> nextOf(String provider, Instant after, Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.next", provider));
            return ledger.appointments().nextOf(unit.handle(), provider, after);
        });
    }

    @Override
    public CompletableFuture<Optional<Appointment>> byNumber(long number, Asker asker, Instant now) {
        return store.write(unit -> {
            Optional<Appointment> found = ledger.appointments().byNumber(unit.handle(), number);
            String subject = found.map(Appointment::id).orElse("none");
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.show", subject));
            return found;
        });
    }

    @Override
    public CompletableFuture<Optional<List<Appointment>>> out(
            String provider, Instant from, Instant to, Asker asker, Instant now) {
        Absence absence = new Absence(provider, from, to);
        if (to.isAfter(now.plus(Absence.LONGEST))) {
            throw new IllegalArgumentException("a provider is out for " + Absence.LONGEST.toDays() + " days at most");
        }
        if (timetable().provider(provider).isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        UnitOfWork<List<Appointment>> step = unit -> {
            ledger.slots().absences().insert(unit.handle(), absence, now);
            unit.audit(new AuditEntry(now, asker.actor(), "provider.out", provider));
            return ledger.appointments().of(unit.handle(), absence).stream()
                    .filter(each -> each.state().open())
                    .toList();
        };
        return shown(step, affected -> {
            picture.out(absence);
            return Optional.of(affected);
        });
    }

    @Override
    public CompletableFuture<Boolean> in(String provider, Asker asker, Instant now) {
        UnitOfWork<Boolean> step = unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "provider.in", provider));
            return ledger.slots().absences().end(unit.handle(), provider, now);
        };
        return shown(step, was -> {
            picture.in(provider);
            return was;
        });
    }

    @Override
    public List<Absence> absences(Instant now) {
        return picture.absences(now);
    }

    private CompletableFuture<BookAnswer> entered(UnitOfWork<Ledger.Entry> step, Optional<Hold> used) {
        return shown(step, entry -> {
            picture.apply(entry.changes());
            if (!entry.changes().isEmpty()) {
                used.ifPresent(hold -> picture.letGo(hold.number()));
            }
            return entry.answer();
        });
    }

    /** Commits what came from elsewhere and shows it to the search. */
    CompletableFuture<ImportReport> imported(UnitOfWork<BookImport.Done> step) {
        return shown(step, done -> {
            picture.apply(done.changes());
            return done.report();
        });
    }

    /**
     * Commits a step and shows it to the search. Steps are shown in the order of their commits: one that is committed before
     * anything is chained to it is shown right here, before the next can be handed in.
     */
    private <A, B> CompletableFuture<B> shown(UnitOfWork<A> step, Function<A, B> show) {
        synchronized (order) {
            return store.write(step).thenApply(show);
        }
    }

    private static <T> T opened(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException trouble
                    ? trouble
                    : new StoreException("The appointment book can't be opened.", e);
        }
    }
}
