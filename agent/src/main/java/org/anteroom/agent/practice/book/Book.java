package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An appointment book: the practice's own, or that of another system. What it answers is on the disk when the future
 * completes, and only then may it be spoken of as done; the future fails with a {@link
 * org.anteroom.agent.records.StoreException} when the disk refuses. Any thread. Time is passed in.
 *
 * <p>An offer is only worth asking for: two callers may hear of one time, and the second to {@link #hold} it is refused.
 */
public interface Book {

    /** Who sees patients when, and by which rules. */
    Timetable timetable();

    /** At most three times that fit, the earliest first; never waits for the disk. */
    List<Offer> offers(Wish wish, Instant now);

    /** Keeps a time while the caller thinks. Empty when somebody else has it. */
    CompletableFuture<Optional<Hold>> hold(Offer offer, Instant now);

    /** Lets go of a time. Answers whether it was still kept. */
    CompletableFuture<Boolean> release(Hold hold);

    /** Books a time that was kept. One that has expired is booked all the same while nobody else has it. */
    CompletableFuture<BookAnswer> book(Hold hold, Visit visit, Asker asker, Instant now);

    /** Books a time that nobody keeps. */
    CompletableFuture<BookAnswer> book(Offer offer, Visit visit, Asker asker, Instant now);

    /** Gives an appointment another time that was kept: both steps or none, so that the patient always has one of them. */
    CompletableFuture<BookAnswer> reschedule(String appointment, Hold to, Asker asker, Instant now);

    /** The same with a time that nobody keeps; it may overlap the appointment's own. */
    CompletableFuture<BookAnswer> reschedule(String appointment, Offer to, Asker asker, Instant now);

    /** Cancels, if the practice's rule about notice lets the asker. */
    CompletableFuture<BookAnswer> cancel(String appointment, Asker asker, Instant now);

    /** The patient will come; or staff approve what was proposed. */
    CompletableFuture<BookAnswer> confirm(String appointment, Asker asker, Instant now);

    /** Takes an appointment a step further, as staff see it happen: arrived, fulfilled, noshow. */
    CompletableFuture<BookAnswer> mark(String appointment, AppointmentState next, Asker asker, Instant now);

    /**
     * A provider sees nobody from a moment until another: such times are offered, held and booked for callers no more; staff
     * book as they like. No appointment is cancelled. Adds to what is stored for the provider; over by itself.
     *
     * @param to at most {@link Absence#LONGEST} after {@code now}
     * @return the appointments of that time that are still to come, in order; empty when there is no such provider, which
     *     stores nothing
     */
    CompletableFuture<Optional<List<Appointment>>> out(
            String provider, Instant from, Instant to, Asker asker, Instant now);

    /** The provider is back: nothing of what {@link #out} stored for them counts any more. Answers whether there was any. */
    CompletableFuture<Boolean> in(String provider, Asker asker, Instant now);

    /** Who is out, or will be, the first to leave first; never waits for the disk. */
    List<Absence> absences(Instant now);

    /** Those of a patient that end after a moment, the next first, cancelled ones left out. */
    CompletableFuture<List<Appointment>> ofPatient(String patient, Instant after, Asker asker, Instant now);

    /** Those of a day of the practice, in order, cancelled ones left out; of one provider or of all. */
    CompletableFuture<List<Appointment>> onDay(LocalDate day, Optional<String> provider, Asker asker, Instant now);

    /** The next one a provider has, after a moment. */
    CompletableFuture<Optional<Appointment>> nextOf(String provider, Instant after, Asker asker, Instant now);

    /** By its number for people. */
    CompletableFuture<Optional<Appointment>> byNumber(long number, Asker asker, Instant now);
}
