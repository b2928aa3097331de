package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers want the same times, on a real database file. */
class BookRaceTest {
    private static final int CALLERS = 16;
    private static final Instant NOW =
            LocalDateTime.parse("2026-06-01T07:00").atZone(ZONE).toInstant();
    private static final Instant MORNING =
            LocalDateTime.parse("2026-06-03T08:00").atZone(ZONE).toInstant();

    @TempDir
    Path folder;

    private OpenBook open;
    private LocalBook book;
    private Visit visit;
    private ExecutorService callers;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), NOW);
        book = open.book();
        visit = Visit.of(open.patient("Ann Oakley", NOW).id());
        callers = Executors.newFixedThreadPool(CALLERS);
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        open.close();
    }

    @Test
    void givesEachTimeToOneCallerOnly() throws Exception {
        List<Long> won = new ArrayList<>();
        for (int slot = 0; slot < 8; slot++) {
            Offer offer = exam(slot * 2);
            won.add(count(caller -> OpenStore.await(book.book(offer, visit, Asker.CALLER, NOW))
                    .kept()
                    .isPresent()));
        }

        assertThat(won).containsOnly(1L);
        assertConsistent(8);
    }

    @Test
    void givesATimeToOneCallerOnlyWhenTheyOverlapByAQuarterOfAnHour() throws Exception {
        long won = count(caller -> OpenStore.await(book.book(exam(caller % 3), visit, Asker.CALLER, NOW))
                .kept()
                .isPresent());

        // Of three that overlap in a chain, the outer two may both be had.
        assertThat(won).isBetween(1L, 2L);
        assertConsistent((int) won);
    }

    @Test
    void givesAHeldTimeToOneCallerOnly() throws Exception {
        long held = count(caller -> OpenStore.await(book.hold(exam(0), NOW)).isPresent());

        assertThat(held).isEqualTo(1);
    }

    @Test
    void givesATimeToOneCallerOnlyWhileHoldsExpire() throws Exception {
        Duration life = SmallPractice.usual().rules().hold();
        for (int round = 0; round < 6; round++) {
            Offer offer = exam(round * 2);
            Instant expired = NOW.plus(life);
            List<Hold> slow = List.of(OpenStore.await(book.hold(offer, NOW)).orElseThrow());

            long won = count(caller -> caller % 2 == 0
                    ? booked(slow, visit, expired)
                    : booked(OpenStore.await(book.hold(offer, expired)).stream().toList(), visit, expired));

            assertThat(won).isEqualTo(1);
        }
        assertConsistent(6);
    }

    @Test
    void staysConsistentWhenEverythingIsDoneAtOnce() throws Exception {
        count(caller -> {
            Random random = new Random(caller);
            List<Appointment> mine = new ArrayList<>();
            for (int step = 0; step < 30; step++) {
                Instant now = NOW.plusSeconds(random.nextInt(400));
                Offer offer = exam(random.nextInt(14));
                switch (random.nextInt(4)) {
                    case 0 -> OpenStore.await(book.book(offer, visit, Asker.CALLER, now))
                            .kept()
                            .ifPresent(mine::add);
                    case 1 -> {
                        Optional<Hold> hold = OpenStore.await(book.hold(offer, now));
                        if (hold.isPresent() && random.nextBoolean()) {
                            OpenStore.await(book.book(hold.get(), visit, Asker.CALLER, now.plusSeconds(200)))
                                    .kept()
                                    .ifPresent(mine::add);
                        }
                    }
                    case 2 -> {
                        if (!mine.isEmpty()) {
                            Appointment last = mine.remove(mine.size() - 1);
                            mine.add(OpenStore.await(book.reschedule(last.id(), offer, Asker.CALLER, now))
                                    .kept()
                                    .orElse(last));
                        }
                    }
                    default -> {
                        if (!mine.isEmpty()) {
                            OpenStore.await(book.cancel(mine.remove(0).id(), Asker.CALLER, now));
                        }
                    }
                }
            }
            return true;
        });

        assertThat(open.cells()).isEqualTo(open.cellsOfAppointmentsAndHolds());
        assertThat(seenBySearch()).isEqualTo(seenBySearchAfterARestart());
    }

    private boolean booked(List<Hold> holds, Visit who, Instant now) throws Exception {
        return !holds.isEmpty()
                && OpenStore.await(book.book(holds.get(0), who, Asker.CALLER, now))
                        .kept()
                        .isPresent();
    }

    private void assertConsistent(int appointments) {
        assertThat(open.cells()).isEqualTo(open.cellsOfAppointmentsAndHolds()).hasSize(appointments * 6);
    }

    /** Which of the morning's times are free: what callers will be told, once all holds are over. */
    private List<Boolean> seenBySearch() {
        return free(book);
    }

    private List<Boolean> seenBySearchAfterARestart() {
        book = open.reopened(SmallPractice.usual(), NOW);
        return free(book);
    }

    private static List<Boolean> free(LocalBook book) {
        Instant later = NOW.plus(Duration.ofHours(1));
        return IntStream.range(0, 15)
                .mapToObj(slot -> {
                    LocalDateTime at = LocalDateTime.ofInstant(exam(slot).start(), ZONE);
                    Wish wish = Wish.any("exam").with("ortiz").within(Window.between(at, at.plusMinutes(1)));
                    return !book.offers(wish, later).isEmpty();
                })
                .toList();
    }

    private interface Caller {
        boolean call(int number) throws Exception;
    }

    /** All callers at once; how many of them got what they wanted. */
    private long count(Caller caller) throws Exception {
        CyclicBarrier together = new CyclicBarrier(CALLERS);
        List<Callable<Boolean>> calls = IntStream.range(0, CALLERS)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    together.await(30, TimeUnit.SECONDS);
                    return caller.call(number);
                })
                .toList();
        long won = 0;
        for (Future<Boolean> each : callers.invokeAll(calls)) {
            won += each.get() ? 1 : 0;
        }
        return won;
    }

    /** Half an hour with Doctor Ortiz, that many quarters of an hour after eight. */
    private static Offer exam(int quarters) {
        Instant start = MORNING.plus(Duration.ofMinutes(15L * quarters));
        return new Offer("ortiz", Optional.empty(), "exam", start, start.plus(Duration.ofMinutes(30)));
    }
}
