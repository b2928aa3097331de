package org.anteroom.agent.cli;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.StaffChoices;
import org.anteroom.agent.dialogue.StaffNews;
import org.anteroom.agent.dialogue.StaffOverride;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.Book;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.OpenBook;
import org.anteroom.agent.practice.book.SmallPractice;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.book.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What marking a provider away by phone makes of the practice's book. */
class StaffOutTest {
    private static final Asker STAFF = Asker.staff("uid:1000(ann)");

    @TempDir
    Path folder;

    /** A Monday, seven in the morning. */
    private Instant now = at("2026-06-01T07:00");

    private final Clock clock = ((InstantSource) this::instant).withZone(ZoneOffset.UTC);
    private OpenBook open;
    private Visit visit;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), now);
        visit = Visit.of(open.patient("Ann Oakley", now).id());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Instant instant() {
        return now;
    }

    private StaffDesk desk(Book book) throws Exception {
        Trail trail = new Trail(Optional.of(open.store().store()), clock, LoggerFactory.getLogger(StaffOutTest.class));
        Path config = folder.resolve("anteroom.toml");
        return new StaffDesk(
                config,
                () -> SmallPractice.usual().config(),
                ClosureBoard.beside(config, ZONE, clock, trail),
                DeskBoard.beside(config, ZONE, clock, trail, () -> true),
                Optional.of(new BookProvidersOut(book)),
                trail,
                clock);
    }

    private static StaffChoices choices(StaffDesk desk) {
        return ((StaffNews.Welcome) desk.welcome("Ana")).choices();
    }

    private static StaffOverride.Out ortiz(StaffDesk desk) {
        return choices(desk).providers().stream()
                .filter(each -> each.id().equals("ortiz"))
                .findFirst()
                .orElseThrow();
    }

    private Appointment booked(String start) throws Exception {
        Instant from = at(start);
        Offer offer = new Offer("ortiz", Optional.empty(), "exam", from, from.plus(Duration.ofMinutes(30)));
        return await(open.book().book(offer, visit, STAFF, now)).kept().orElseThrow();
    }

    @Test
    void theirTimesAreOfferedNoMoreTodayAndEveryAppointmentStands() throws Exception {
        Appointment one = booked("2026-06-01T13:00");
        Appointment other = booked("2026-06-01T09:30");
        Appointment tomorrow = booked("2026-06-02T09:30");
        StaffDesk desk = desk(open.book());

        DutyNews told = desk.put("Ana", ortiz(desk));

        assertThat(told).isInstanceOfSatisfying(StaffNews.Put.class, put -> {
            assertThat(put.affected())
                    .containsExactly(LocalDateTime.parse("2026-06-01T09:30"), LocalDateTime.parse("2026-06-01T13:00"));
            assertThat(put.choices().providers())
                    .extracting(StaffOverride.Out::id)
                    .doesNotContain("ortiz");
            assertThat(put.choices().inForce()).hasSize(1);
        });
        assertThat(await(open.book().ofPatient(visit.patient(), now, STAFF, now)))
                .extracting(Appointment::id)
                .containsExactly(other.id(), one.id(), tomorrow.id());
        assertThat(open.book().offers(Wish.any("exam").with("ortiz"), now))
                .isNotEmpty()
                .allSatisfy(offer ->
                        assertThat(LocalDate.ofInstant(offer.start(), ZONE)).isAfter(LocalDate.parse("2026-06-01")));
        assertThat(open.trail()).contains("phone(Ana) provider.out ortiz");
    }

    @Test
    void itHoldsOverARestartUntilMidnightAndCanBeEndedBefore() throws Exception {
        StaffDesk desk = desk(open.book());
        StaffOverride.Out out = ortiz(desk);
        desk.put("Ana", out);
        assertThat(out.until()).isEqualTo(LocalDateTime.parse("2026-06-02T00:00"));

        desk = desk(open.reopened(SmallPractice.usual(), now));
        assertThat(choices(desk).inForce()).isEqualTo(List.of(out));
        assertThat(desk.lift("Ana", out)).isInstanceOf(StaffNews.Lifted.class);
        assertThat(choices(desk).inForce()).isEmpty();
        assertThat(desk.lift("Ana", out)).isEqualTo(new DutyNews.NotNow());

        desk.put("Ana", out);
        now = at("2026-06-02T00:00");
        assertThat(choices(desk).inForce()).isEmpty();
        assertThat(ortiz(desk).until()).isEqualTo(LocalDateTime.parse("2026-06-03T00:00"));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}
