package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An appointment is to be moved by a quarter of an hour: its own time is in the way of nobody but others. */
class MovingTest {
    /** A Monday, seven in the morning. */
    private static final Instant NOW = at("2026-06-01T07:00");

    private static final Offer TEN = exam("2026-06-03T10:00");
    private static final Offer QUARTER_PAST = exam("2026-06-03T10:15");

    @TempDir
    Path folder;

    private OpenBook open;
    private LocalBook book;
    private Visit visit;
    private Appointment mine;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), NOW);
        book = open.book();
        visit = Visit.of(open.patient("Ann Oakley", NOW).id());
        mine = await(book.book(TEN, visit, Asker.CALLER, NOW)).kept().orElseThrow();
    }

    @AfterEach
    void close() {
        assertThat(open.cells()).isEqualTo(open.cellsOfAppointmentsAndHolds());
        open.close();
    }

    @Test
    void itsOwnTimeIsOfferedAndHeldForItAlone() throws Exception {
        Wish wish = Wish.any("exam")
                .with("ortiz")
                .within(Window.between(
                        LocalDateTime.parse("2026-06-03T10:15"), LocalDateTime.parse("2026-06-03T10:16")));

        assertThat(book.offers(wish, NOW)).isEmpty();
        assertThat(book.offers(wish, mine.id(), NOW)).containsExactly(QUARTER_PAST);
        assertThat(book.offers(wish, "nothing", NOW)).isEmpty();
        assertThat(await(book.hold(QUARTER_PAST, NOW))).isEmpty();
        Hold hold = await(book.hold(QUARTER_PAST, Optional.of(mine.id()), NOW)).orElseThrow();
        assertThat(book.offers(wish, mine.id(), NOW)).isEmpty();

        assertThat(await(book.reschedule(mine.id(), hold, Asker.callerFor(visit.patient()), NOW))
                        .kept())
                .map(Appointment::time)
                .contains(QUARTER_PAST);
    }

    @Test
    void keepsItsTimeWhenTheCallerThinksBetterOfIt() throws Exception {
        Hold hold = await(book.hold(QUARTER_PAST, Optional.of(mine.id()), NOW)).orElseThrow();

        await(book.release(hold));

        assertThat(await(book.hold(exam("2026-06-03T09:45"), NOW))).isEmpty();
        assertThat(await(book.hold(exam("2026-06-03T10:30"), NOW))).isPresent();
    }

    @Test
    void isNotMovedWhereSomebodyTookTheTimeItLostMeanwhile() throws Exception {
        Hold hold = await(book.hold(QUARTER_PAST, Optional.of(mine.id()), NOW)).orElseThrow();
        await(book.cancel(mine.id(), Asker.staff("uid:1000(ann)"), NOW));
        assertThat(await(book.hold(TEN, NOW))).isPresent();

        assertThat(await(book.book(hold, visit, Asker.CALLER, NOW))).isInstanceOf(BookAnswer.Refused.class);
        assertThat(await(book.release(hold))).isTrue();
    }

    @Test
    void aHoldForAMoveBooksNothingElse() throws Exception {
        Hold hold = await(book.hold(QUARTER_PAST, Optional.of(mine.id()), NOW)).orElseThrow();

        assertThat(await(book.book(hold, visit, Asker.CALLER, NOW))).isEqualTo(BookAnswer.refused(Refusal.TAKEN));

        await(book.release(hold));
    }

    @Test
    void isChangedForItsOwnPatientOnly() throws Exception {
        Asker another = Asker.callerFor(open.patient("Bob Birch", NOW).id());

        assertThat(List.of(
                        await(book.reschedule(mine.id(), exam("2026-06-03T14:00"), another, NOW)),
                        await(book.cancel(mine.id(), another, NOW)),
                        await(book.confirm(mine.id(), another, NOW))))
                .containsOnly(BookAnswer.refused(Refusal.UNKNOWN_APPOINTMENT));
        assertThat(await(book.confirm(mine.id(), Asker.callerFor(visit.patient()), NOW))
                        .kept())
                .isPresent();
    }

    private static Offer exam(String start) {
        Instant from = at(start);
        return new Offer("ortiz", Optional.empty(), "exam", from, from.plus(Duration.ofMinutes(30)));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}
