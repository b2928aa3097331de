package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What providers' own calendars take from the book. */
class CalendarsTest {
    /** A Monday, seven in the morning. */
    private static final Instant NOW = at("2026-06-01T07:00");

    private static final Busy MORNING = new Busy(at("2026-06-01T09:00"), at("2026-06-01T11:00"));
    private static final Asker STAFF = Asker.staff("uid:1000(ann)");

    @TempDir
    Path folder;

    private OpenBook open;
    private LocalBook book;
    private Visit visit;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), NOW);
        book = open.book();
        visit = Visit.of(open.patient("Ann Oakley", NOW).id());
    }

    @AfterEach
    void close() {
        assertThat(open.store().store().verifyAudit()).isEmpty();
        open.close();
    }

    @Test
    void offersHoldsAndBooksNothingInABusyTime() throws Exception {
        take("ortiz", MORNING);

        assertThat(first("ortiz")).contains(at("2026-06-01T11:00"));
        assertThat(first("reed")).contains(at("2026-06-01T09:00"));
        assertThat(await(book.hold(exam("ortiz", "2026-06-01T10:00"), NOW))).isEmpty();
        assertThat(await(book.hold(exam("ortiz", "2026-06-01T10:45"), NOW))).isEmpty();
        assertThat(await(book.hold(exam("reed", "2026-06-01T10:00"), NOW))).isPresent();
        assertThat(refused(book.book(exam("ortiz", "2026-06-01T10:00"), visit, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.NOT_OFFERED);
        assertThat(open.trail()).contains("anteroom provider.calendar ortiz");
    }

    @Test
    void refusesWhatWasOfferedAndHeldBeforeTheTimeBecameBusy() throws Exception {
        Offer offered = book.offers(Wish.any("exam").with("ortiz"), NOW).get(0);
        Hold hold = await(book.hold(exam("ortiz", "2026-06-01T10:00"), NOW)).orElseThrow();
        Appointment other = booked("reed", "2026-06-01T10:00");
        take("ortiz", MORNING);

        assertThat(refused(book.book(offered, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.NOT_OFFERED);
        assertThat(refused(book.book(hold, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.NOT_OFFERED);
        assertThat(refused(book.reschedule(other.id(), hold, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.NOT_OFFERED);
        assertThat(refused(book.reschedule(other.id(), offered, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.NOT_OFFERED);
        assertThat(await(book.ofPatient(visit.patient(), NOW, STAFF, NOW))).containsExactly(other);
    }

    @Test
    void refusesInTheDatabaseWhatTheSearchDoesNotKnowYet() throws Exception {
        Offer offered = book.offers(Wish.any("exam").with("ortiz"), NOW).get(0);
        open.store()
                .store()
                .write(unit -> {
                    new BusyTable().replace(unit.handle(), "ortiz", List.of(MORNING));
                    return true;
                })
                .get();

        assertThat(book.offers(Wish.any("exam").with("ortiz"), NOW)).contains(offered);
        assertThat(await(book.hold(offered, NOW))).isEmpty();
        assertThat(refused(book.book(offered, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.NOT_OFFERED);
    }

    @Test
    void bookWhatStaffWantAllTheSame() throws Exception {
        take("ortiz", MORNING);

        assertThat(await(book.book(exam("ortiz", "2026-06-01T10:00"), visit, STAFF, NOW))
                        .kept())
                .isPresent();
    }

    @Test
    void listsTheAppointmentsInBusyTimesAndCancelsNone() throws Exception {
        Appointment inside = booked("ortiz", "2026-06-01T09:30");
        Appointment over = booked("ortiz", "2026-06-01T10:45");
        booked("ortiz", "2026-06-01T13:00");
        booked("reed", "2026-06-01T09:30");
        Appointment cancelled = booked("ortiz", "2026-06-01T10:00");
        await(book.cancel(cancelled.id(), STAFF, NOW));

        take("ortiz", MORNING);

        assertThat(book.calendars().affected(NOW)).isEqualTo(2);
        assertThat(await(book.calendars().affected(STAFF, NOW))).containsExactly(inside, over);
        assertThat(await(book.ofPatient(visit.patient(), NOW, STAFF, NOW))).hasSize(4);
        assertThat(open.trail()).contains("uid:1000(ann) appointment.list calendars");
    }

    @Test
    void takesABusyTimeThatIsJustAsLongForTheVisitItself() throws Exception {
        Appointment same = booked("ortiz", "2026-06-01T09:30");
        take("ortiz", new Busy(same.time().start(), same.time().end()));

        assertThat(book.calendars().affected(NOW)).isZero();
    }

    @Test
    void countsAsItWasReadLastAlsoAfterARestart() throws Exception {
        take("ortiz", MORNING);

        book = open.reopened(SmallPractice.usual(), NOW);

        assertThat(book.calendars().busy()).isEqualTo(Map.of("ortiz", List.of(MORNING)));
        assertThat(book.calendars().read()).containsOnlyKeys("ortiz");
        assertThat(first("ortiz")).contains(at("2026-06-01T11:00"));
    }

    @Test
    void putsATimeInThePlaceOfThoseBeforeAndWritesNothingThatIsThereAlready() throws Exception {
        Busy afternoon = new Busy(at("2026-06-01T13:00"), at("2026-06-01T17:00"));
        assertThat(take("ortiz", MORNING)).isTrue();
        assertThat(take("ortiz", MORNING)).isFalse();

        assertThat(take("ortiz", afternoon)).isTrue();
        assertThat(first("ortiz")).contains(at("2026-06-01T09:00"));
        assertThat(await(book.calendars().forget("ortiz", NOW))).isTrue();
        assertThat(book.calendars().busy()).isEmpty();
        assertThat(book.calendars().read()).isEmpty();
        assertThat(await(book.hold(exam("ortiz", "2026-06-01T14:00"), NOW))).isPresent();
    }

    @Test
    void doesNotTakeWhatWasLeftOutOfACalendarForReadWhole() throws Exception {
        await(book.calendars().take("ortiz", List.of(MORNING), false, NOW));

        assertThat(book.calendars().read()).isEmpty();
        assertThat(first("ortiz")).contains(at("2026-06-01T11:00"));
    }

    private boolean take(String provider, Busy... times) throws Exception {
        return await(book.calendars().take(provider, List.of(times), true, NOW));
    }

    private Appointment booked(String provider, String start) throws Exception {
        return await(book.book(exam(provider, start), visit, STAFF, NOW)).kept().orElseThrow();
    }

    private Optional<Instant> first(String provider) {
        return book.offers(Wish.any("exam").with(provider), NOW).stream()
                .map(Offer::start)
                .findFirst();
    }

    private static Refusal refused(CompletableFuture<BookAnswer> answer) throws Exception {
        return ((BookAnswer.Refused) await(answer)).why();
    }

    private static Offer exam(String provider, String start) {
        Instant from = at(start);
        return new Offer(provider, Optional.empty(), "exam", from, from.plus(Duration.ofMinutes(30)));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}
