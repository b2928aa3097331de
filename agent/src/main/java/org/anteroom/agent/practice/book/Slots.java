package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who gets which time, within one transaction: holds, and what becomes of them. On the writer's thread.
 *
 * <pre>
 *   hold             takes the cells that are free
 *   hold to move     takes those too that are free but for the appointment to be moved: they stay the appointment's
 *                    until it moves, so that it keeps its time when the caller thinks better of it
 *   claim            what was held passes on, the rest is taken; or all of it is
 * </pre>
 */
final class Slots {
    /** Nobody's number. */
    static final long NOBODY = 0;

    private final OccupiedTable occupied = new OccupiedTable();
    private final AbsenceTable absences = new AbsenceTable();
    private final BusyTable busy = new BusyTable();

    /** Where an appointment is to be: at a time that is kept for it, or not. */
    record Place(Offer offer, Optional<Hold> hold) {}

    OccupiedTable occupied() {
        return occupied;
    }

    AbsenceTable absences() {
        return absences;
    }

    BusyTable busy() {
        return busy;
    }

    /** @param own number of the appointment that is to be moved there, or {@link #NOBODY} */
    boolean hold(Handle handle, Hold hold, Cells cells, long own, Instant now) {
        occupied.sweep(handle, now);
        Offer offer = hold.offer();
        if (!occupied.free(handle, offer.resources(), cells, own, NOBODY) || out(handle, offer, cells)) {
            return false;
        }
        occupied.insertHold(handle, hold.number(), offer, cells, hold.expires());
        occupied.take(handle, offer.resources(), cells, hold.number(), own);
        return true;
    }

    boolean release(Handle handle, Hold hold) {
        boolean kept = occupied.deleteHold(handle, hold.number());
        if (kept) {
            occupied.free(handle, hold.number());
        }
        return kept;
    }

    /** Whether the provider is out, or has something else in their own calendar. */
    boolean out(Handle handle, Offer offer, Cells cells) {
        return absences.touches(handle, offer.provider(), cells) || busy.touches(handle, offer.provider(), cells);
    }

    /** Makes the cells the holder's; {@code own} may have some of them and loses all. */
    boolean claim(Handle handle, Place place, Cells cells, long own, long holder, Instant now) {
        occupied.sweep(handle, now);
        long kept = place.hold()
                .flatMap(hold -> occupied.hold(handle, hold.number()))
                .filter(stored -> stored.keeps(place.offer(), cells))
                .map(OccupiedTable.StoredHold::number)
                .orElse(NOBODY);
        if (!occupied.free(handle, place.offer().resources(), cells, own, kept)) {
            return false;
        }
        occupied.free(handle, own);
        if (kept != NOBODY) {
            occupied.deleteHold(handle, kept);
            occupied.passOn(handle, kept, holder);
        }
        occupied.take(handle, place.offer().resources(), cells, holder, holder);
        return true;
    }
}
