package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.records.OpenStore;

class BookProperties {
    private static final Instant NOW =
            LocalDateTime.parse("2026-06-01T07:00").atZone(ZONE).toInstant();

    enum Act {
        HOLD,
        RELEASE,
        BOOK,
        BOOK_HELD,
        MOVE,
        MOVE_TO_HELD,
        CANCEL,
        MISS
    }

    /**
     * @param quarter when, quarters of an hour after eight
     * @param which of those there are
     * @param seconds that pass before it
     */
    record Step(Act act, int provider, int quarter, boolean room, boolean cleaning, int which, int seconds) {}

    @Property(tries = 60)
    void cellsAreAlwaysThoseOfLiveAppointmentsAndHolds(@ForAll @Size(max = 40) List<@From("steps") Step> steps)
            throws Exception {
        Path folder = Files.createTempDirectory("book");
        try (OpenBook open = new OpenBook(folder, SmallPractice.usual(), NOW)) {
            Visit visit = Visit.of(open.patient("Ann Oakley", NOW).id());
            List<Hold> holds = new ArrayList<>();
            Map<String, Appointment> live = new HashMap<>();
            Instant now = NOW;
            for (Step step : steps) {
                now = now.plusSeconds(step.seconds());
                run(step, open.book(), visit, now, holds, live);

                assertThat(open.cells()).isEqualTo(open.cellsOfAppointmentsAndHolds());
            }
            assertThat(open.cells()).doesNotHaveDuplicates();
            assertThat(OpenStore.await(open.book().ofPatient(visit.patient(), NOW, Asker.CALLER, NOW)))
                    .filteredOn(each -> each.state().occupies())
                    .extracting(Appointment::id)
                    .containsExactlyInAnyOrderElementsOf(live.keySet());
        } finally {
            delete(folder);
        }
    }

    private static void run(
            Step step, LocalBook book, Visit visit, Instant now, List<Hold> holds, Map<String, Appointment> live)
            throws Exception {
        Offer offer = offer(step);
        Asker staff = Asker.staff("uid:7");
        Optional<Hold> hold = holds.isEmpty() ? Optional.empty() : Optional.of(holds.get(step.which() % holds.size()));
        Optional<Appointment> one = live.values().stream()
                .sorted(Comparator.comparing(Appointment::number))
                .skip(live.isEmpty() ? 0 : step.which() % live.size())
                .findFirst();
        switch (step.act()) {
            case HOLD -> OpenStore.await(book.hold(offer, now)).ifPresent(holds::add);
            case RELEASE -> {
                if (hold.isPresent()) {
                    OpenStore.await(book.release(hold.get()));
                }
            }
            case BOOK -> kept(OpenStore.await(book.book(offer, visit, staff, now)), live);
            case BOOK_HELD -> {
                if (hold.isPresent()) {
                    kept(OpenStore.await(book.book(hold.get(), visit, staff, now)), live);
                }
            }
            case MOVE, MOVE_TO_HELD -> {
                if (one.isPresent()) {
                    BookAnswer answer = OpenStore.await(
                            step.act() == Act.MOVE_TO_HELD && hold.isPresent()
                                    ? book.reschedule(one.get().id(), hold.get(), staff, now)
                                    : book.reschedule(one.get().id(), offer, staff, now));
                    if (kept(answer, live)) {
                        live.remove(one.get().id());
                    }
                }
            }
            case CANCEL -> {
                if (one.isPresent()) {
                    OpenStore.await(book.cancel(one.get().id(), staff, now));
                    live.remove(one.get().id());
                }
            }
            case MISS -> {
                if (one.isPresent()) {
                    OpenStore.await(book.mark(one.get().id(), AppointmentState.NOSHOW, staff, now));
                    live.remove(one.get().id());
                }
            }
        }
    }

    private static boolean kept(BookAnswer answer, Map<String, Appointment> live) {
        answer.kept().ifPresent(each -> live.put(each.id(), each));
        return answer.kept().isPresent();
    }

    private static Offer offer(Step step) {
        Instant start = LocalDateTime.parse("2026-06-03T08:00")
                .plusMinutes(15L * step.quarter())
                .atZone(ZONE)
                .toInstant();
        return new Offer(
                step.provider() == 0 ? "ortiz" : "reed",
                step.room() ? Optional.of("R1") : Optional.empty(),
                step.cleaning() ? "cleaning" : "exam",
                start,
                start.plus(Duration.ofMinutes(step.cleaning() ? 45 : 30)));
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 120))
                .as(Step::new);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
