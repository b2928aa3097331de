package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsenceTest {
    /** A Monday, seven in the morning. */
    private static final Instant NOW = at("2026-06-01T07:00");

    private static final Instant NOON = at("2026-06-01T12:00");
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
    void offersHoldsAndBooksNothingOfAProviderWhoIsOut() throws Exception {
        assertThat(await(book.out("ortiz", NOW, NOON, STAFF, NOW))).contains(List.of());

        assertThat(first("ortiz", NOW)).contains(at("2026-06-01T13:00"));
        assertThat(first("reed", NOW)).contains(at("2026-06-01T09:00"));
        assertThat(await(book.hold(exam("ortiz", "2026-06-01T10:00"), NOW))).isEmpty();
        assertThat(await(book.hold(exam("reed", "2026-06-01T10:00"), NOW))).isPresent();
        assertThat(refused(book.book(exam("ortiz", "2026-06-01T10:00"), visit, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.NOT_OFFERED);
        assertThat(open.trail()).contains("uid:1000(ann) provider.out ortiz");
    }

    @Test
    void bookWhatStaffWantAllTheSame() throws Exception {
        await(book.out("ortiz", NOW, NOON, STAFF, NOW));

        assertThat(await(book.book(exam("ortiz", "2026-06-01T10:00"), visit, STAFF, NOW))
                        .kept())
                .isPresent();
    }

    @Test
    void doesNotBookWhatWasHeldBeforeTheyLeft() throws Exception {
        Hold hold = await(book.hold(exam("ortiz", "2026-06-01T10:00"), NOW)).orElseThrow();
        Appointment other = await(book.book(exam("reed", "2026-06-01T10:00"), visit, Asker.CALLER, NOW))
                .kept()
                .orElseThrow();
        await(book.out("ortiz", NOW, NOON, STAFF, NOW));

        assertThat(refused(book.book(hold, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.NOT_OFFERED);
        assertThat(refused(book.reschedule(other.id(), hold, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.NOT_OFFERED);
    }

    @Test
    void tellsOfTheAppointmentsInThatTimeAndCancelsNone() throws Exception {
        Appointment early = booked("ortiz", "2026-06-01T09:30");
        Appointment over = booked("ortiz", "2026-06-01T11:30");
        booked("ortiz", "2026-06-01T13:00");
        booked("reed", "2026-06-01T09:30");
        Appointment cancelled = booked("ortiz", "2026-06-01T10:30");
        await(book.cancel(cancelled.id(), STAFF, NOW));

        List<Appointment> affected = await(book.out("ortiz", NOW, at("2026-06-01T11:45"), STAFF, NOW))
                .orElseThrow();

        assertThat(affected).containsExactly(early, over);
        assertThat(await(book.ofPatient(visit.patient(), NOW, STAFF, NOW))).hasSize(4);
    }

    @Test
    void isOverByItselfAndSurvivesARestart() throws Exception {
        await(book.out("ortiz", NOW, NOON, STAFF, NOW));

        book = open.reopened(SmallPractice.usual(), NOW);
        assertThat(book.absences(NOW)).containsExactly(new Absence("ortiz", NOW, NOON));
        assertThat(first("ortiz", NOW)).contains(at("2026-06-01T13:00"));

        assertThat(book.absences(NOON)).isEmpty();
        assertThat(open.reopened(SmallPractice.usual(), NOON).absences(NOON)).isEmpty();
    }

    @Test
    void isOverWhenTheyAreBack() throws Exception {
        await(book.out("ortiz", NOW, NOON, STAFF, NOW));
        await(book.out("ortiz", at("2026-06-02T07:00"), at("2026-06-02T18:00"), STAFF, NOW));
        await(book.out("reed", NOW, NOON, STAFF, NOW));
        Instant later = NOW.plus(Duration.ofMinutes(30));

        assertThat(await(book.in("ortiz", STAFF, later))).isTrue();

        assertThat(first("ortiz", later)).contains(at("2026-06-01T09:30"));
        assertThat(book.absences(later)).extracting(Absence::provider).containsExactly("reed");
        book = open.reopened(SmallPractice.usual(), later);
        assertThat(book.absences(later)).extracting(Absence::provider).containsExactly("reed");
        assertThat(await(book.in("ortiz", STAFF, later))).isFalse();
        assertThat(open.trail()).contains("uid:1000(ann) provider.in ortiz");
    }

    @Test
    void knowsNoProviderWhoIsNotInTheConfiguration() throws Exception {
        assertThat(await(book.out("nobody", NOW, NOON, STAFF, NOW))).isEmpty();
        assertThat(book.absences(NOW)).isEmpty();
    }

    @Test
    void refusesATimeThatEndsBeforeItBeginsOrAfterAYear() {
        assertThatThrownBy(() -> book.out("ortiz", NOON, NOW, STAFF, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.out("ortiz", NOW, NOW.plus(Duration.ofDays(400)), STAFF, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Appointment booked(String provider, String start) throws Exception {
        return await(book.book(exam(provider, start), visit, STAFF, NOW)).kept().orElseThrow();
    }

    private Optional<Instant> first(String provider, Instant now) {
        return book.offers(Wish.any("exam").with(provider), now).stream()
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
