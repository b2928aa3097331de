package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;

/**
 * What providers' own calendars have, beside the book: such times are offered, held and booked for callers no more; staff book
 * as they like. No appointment is cancelled. Kept in the records, so that a calendar that can't be read counts as it was read
 * last, also after a restart. Any thread.
 */
public final class Calendars {
    private final LocalBook book;
    private final Store store;
    private final Ledger ledger;
    private final Picture picture;

    Calendars(LocalBook book, Store store, Ledger ledger, Picture picture) {
        this.book = book;
        this.store = store;
        this.ledger = ledger;
        this.picture = picture;
    }

    /**
     * From now on a provider's calendar has these times and no others; where it has them already nothing is written.
     *
     * @param times each once, in order
     * @param whole whether nothing of the calendar was left out
     */
    public CompletableFuture<Boolean> take(String provider, List<Busy> times, boolean whole, Instant now) {
        if (picture.busy(provider).equals(times) && whole == read().containsKey(provider)) {
            return CompletableFuture.completedFuture(false);
        }
        return book.shown(
                unit -> {
                    BusyTable table = ledger.slots().busy();
                    table.replace(unit.handle(), provider, times);
                    if (whole) {
                        table.mark(unit.handle(), provider, now);
                    }
                    unit.audit(new AuditEntry(now, Inbox.RECEPTIONIST, "provider.calendar", provider));
                    return true;
                },
                changed -> {
                    picture.busy(provider, times);
                    return changed;
                });
    }

    /** A provider has no calendar any more. */
    public CompletableFuture<Boolean> forget(String provider, Instant now) {
        return book.shown(
                unit -> {
                    BusyTable table = ledger.slots().busy();
                    table.replace(unit.handle(), provider, List.of());
                    table.unmark(unit.handle(), provider);
                    unit.audit(new AuditEntry(now, Inbox.RECEPTIONIST, "provider.calendar", provider));
                    return true;
                },
                changed -> {
                    picture.busy(provider, List.of());
                    return changed;
                });
    }

    /** When what is kept of each calendar was read, of those that were read whole. Blocks for a read of the disk. */
    public Map<String, Instant> read() {
        return store.read(handle -> ledger.slots().busy().marks(handle));
    }

    /** What counts of all calendars, by provider; never waits for the disk. */
    public Map<String, List<Busy>> busy() {
        return picture.busy();
    }

    /** Whether an event is an appointment of this book, by its UID; one of another practice's is not. Blocks for a read of the disk. */
    public boolean ours(String uid) {
        return AppointmentIcs.ours(uid)
                && store.read(handle -> ledger.appointments()
                        .byId(handle, AppointmentIcs.id(uid))
                        .isPresent());
    }

    /**
     * Appointments still to come that lie in such a time, in order. One that is as long as the time itself is left out: it is the
     * same visit, which staff have written into that calendar too.
     */
    public CompletableFuture<List<Appointment>> affected(Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.list", "calendars"));
            return ledger.appointments().inCalendars(unit.handle(), now);
        });
    }

    /** How many there are. Blocks for a read of the disk. */
    public int affected(Instant now) {
        return store.read(handle -> ledger.appointments().countInCalendars(handle, now));
    }
}
