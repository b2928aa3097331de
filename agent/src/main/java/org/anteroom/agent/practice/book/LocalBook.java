package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Taken.Change;
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
    private final BookRecords records;
    private final BookViews views;
    private final AbsenceLedger outs;
    private final Picture picture;
    private final Calendars calendars;
    private final Object order = new Object();
    private volatile Supplier<Timetable> timetable;

    private LocalBook(BookRecords records, Ledger ledger, Picture picture, Timetable timetable) {
        this.records = records;
        this.store = records.store();
        this.ledger = ledger;
        this.patients = new Patients(store, ledger.patients());
        this.views = new BookViews(store, ledger.appointments());
        this.outs = new AbsenceLedger(ledger.appointments());
        this.picture = picture;
        this.calendars = new Calendars(this, store, ledger, picture);
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
        Map<String, List<Busy>> busy =
                store.read(handle -> ledger.slots().busy().after(handle, now));
        return new LocalBook(new BookRecords(store, vault, key), ledger, new Picture(taken, absences, busy), timetable);
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

    public BookRecords records() {
        return records;
    }

    /** What providers' own calendars have. */
    public Calendars calendars() {
        return calendars;
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
        String id = UUID.randomUUID().toString();
        return admitted(
                place, visit, asker, now, current -> unit -> ledger.book(unit, current, id, place, visit, asker, now));
    }

    /**
     * Books a time that was kept for a patient who isn't on file: enrols them and books, or does neither. One who was enrolled
     * like this before under the same name, and has not been here yet, is not enrolled again.
     *
     * @param visit its patient is the id that a new patient gets; where it isn't a new patient's, the audit trail says that
     *     they were taken for a known one whom nobody on file fits
     */
    public CompletableFuture<BookAnswer> book(
            Hold hold, PatientDetails newcomer, Visit visit, Asker asker, Instant now) {
        String id = UUID.randomUUID().toString();
        Slots.Place place = new Slots.Place(hold.offer(), Optional.of(hold));
        return admitted(
                place,
                visit,
                asker,
                now,
                current -> unit -> ledger.enrolAndBook(unit, current, id, place, newcomer, visit, asker, now));
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
        // Whose it is, and so whether they are new, is known only where it is moved: a first visit may stay one.
        Visit visit = timetable()
                        .visitType(to.offer().visitType())
                        .filter(type -> type.patients() == VisitType.Patients.NEW)
                        .isPresent()
                ? Visit.of("").first()
                : Visit.of("");
        String id = UUID.randomUUID().toString();
        return admitted(
                to, visit, asker, now, current -> unit -> ledger.move(unit, current, appointment, id, to, asker, now));
    }

    /** Carries out a step, unless a rule is against it. */
    private CompletableFuture<BookAnswer> admitted(
            Slots.Place place,
            Visit visit,
            Asker asker,
            Instant now,
            Function<Timetable, UnitOfWork<Ledger.Entry>> step) {
        Timetable current = timetable();
        return CallerRules.refusal(current, place, visit.newPatient(), visit.sameDay(), asker, now)
                .map(refusal -> CompletableFuture.completedFuture(BookAnswer.refused(refusal)))
                .orElseGet(() -> entered(step.apply(current), place.hold()));
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
        return views.ofPatient(patient, after, asker, now);
    }

    @Override
    public CompletableFuture<List<Appointment>> onDay(
            LocalDate day, Optional<String> provider, Asker asker, Instant now) {
        ZoneId zone = timetable().zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return views.between(from, to, provider, day.toString(), asker, now);
    }

    @Override
    public CompletableFuture<Optional<Appointment>> nextOf(String provider, Instant after, Asker asker, Instant now) {
        return views.nextOf(provider, after, asker, now);
    }

    @Override
    public CompletableFuture<Optional<Appointment>> byNumber(long number, Asker asker, Instant now) {
        return views.byNumber(number, asker, now);
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
        return shown(unit -> outs.out(unit, absence, asker, now), affected -> {
            picture.out(absence);
            return Optional.of(affected);
        });
    }

    @Override
    public CompletableFuture<Boolean> in(String provider, Asker asker, Instant now) {
        return shown(unit -> outs.in(unit, provider, asker, now), was -> {
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
    <A, B> CompletableFuture<B> shown(UnitOfWork<A> step, Function<A, B> show) {
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
