package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.Rounds;
import org.junit.jupiter.api.Test;

class QueuedOutletTest {
    private static final Route ROUTE = new Route("it-mail", Duration.ZERO, true);
    private static final Retry QUICK = new Retry(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final Counters counters = new Counters();
    private final Heard heard = new Heard();

    @Test
    void sendsOnAThreadNamedAfterTheChannel() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        try (Outlet outlet =
                queued((notice, desk) -> thread.complete(Thread.currentThread().getName()))) {
            assertThat(outlet.offer(Notices.grave(1), heard)).isTrue();
            assertThat(thread.get(30, TimeUnit.SECONDS)).isEqualTo("notice-it-mail");
            assertThat(heard.next()).isEqualTo("it-mail carried 1");
        }
    }

    @Test
    void triesAgainAndGivesUpAfterTheLastAttempt() throws Exception {
        try (Outlet outlet = queued(failing(
                Undelivered.forNow("Down."),
                Undelivered.forNow("Down."),
                Undelivered.forNow("Still down."),
                Undelivered.forNow("Down.")))) {
            outlet.offer(Notices.grave(1), heard);
            outlet.offer(Notices.grave(2), heard);

            assertThat(heard.next()).isEqualTo("it-mail failed 1: Down.");
            assertThat(heard.next()).isEqualTo("it-mail failed 1: Down.");
            assertThat(heard.next()).isEqualTo("it-mail gave up 1: Still down.");
            assertThat(heard.next()).isEqualTo("it-mail failed 2: Down.");
            assertThat(heard.next()).isEqualTo("it-mail carried 2");
            assertThat(counters.value(Metric.ALARMS_CHANNEL_FAILURES)).isEqualTo(4);
            assertThat(counters.value(Metric.ALARMS_GIVEN_UP)).isEqualTo(1);
        }
    }

    @Test
    void doesNotRepeatWhatCannotGetThroughNorATest() throws Exception {
        try (Outlet outlet = queued(failing(Undelivered.forGood("Wrong password."), Undelivered.forNow("Down.")))) {
            outlet.offer(Notices.grave(1), heard);
            outlet.offer(Notices.test(2), heard);

            assertThat(heard.next()).isEqualTo("it-mail gave up 1: Wrong password.");
            assertThat(heard.next()).isEqualTo("it-mail gave up 2: Down.");
        }
    }

    @Test
    void outlivesWhateverAChannelThrows() throws Exception {
        Queue<Integer> calls = new ArrayDeque<>();
        try (Outlet outlet = queued((notice, desk) -> {
            calls.add(1);
            if (calls.size() == 1) {
                throw new StackOverflowError();
            }
        })) {
            outlet.offer(Notices.grave(1), heard);

            assertThat(heard.next()).contains("failed 1").contains("StackOverflowError");
            assertThat(heard.next()).isEqualTo("it-mail carried 1");
        }
    }

    @Test
    void takesNoMoreThanItsQueueHoldsAndTheAlarmsOfferTheRestLater() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        HandClock clock = new HandClock();
        Outlet outlet = queued((notice, desk) -> {
            began.countDown();
            await(stuck);
        });
        try (Alarms alarms = new Alarms(
                List.of(outlet),
                new AlarmTimes(Duration.ofMinutes(15), Duration.ZERO, Duration.ofMinutes(5)),
                clock,
                counters)) {
            alarms.raise(Kind.NOBODY_ANSWERS, "Nobody.", "call-0");
            assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i <= QueuedOutlet.QUEUE + 1; i++) {
                alarms.raise(Kind.NOBODY_ANSWERS, "Nobody.", "call-" + i);
            }
            assertThat(counters.value(Metric.ALARMS_QUEUE_FULL)).isEqualTo(1);
            OpenAlarm last = alarms.list().get(QueuedOutlet.QUEUE + 1);
            assertThat(last.sent()).isEmpty();

            stuck.countDown();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (alarms.list().get(QueuedOutlet.QUEUE + 1).sent().isEmpty() && System.nanoTime() < deadline) {
                clock.pass(Duration.ofSeconds(5));
                alarms.tick();
            }
            assertThat(alarms.list().get(QueuedOutlet.QUEUE + 1).sent()).hasSize(1);
        }
    }

    @Test
    void leavesOffWhenSomebodyTookTheAlarmMeanwhile() throws Exception {
        CompletableFuture<Boolean> tried = new CompletableFuture<>();
        Queue<Long> carried = new ConcurrentLinkedQueue<>();
        CountDownLatch next = new CountDownLatch(1);
        Outlet outlet = queued((notice, desk) -> {
            if (notice.reason() == Notice.Reason.TEST) {
                next.countDown();
            } else if (tried.complete(true)) {
                desk.acknowledge(notice.alarms().get(0).number(), "uid:0(root)");
                throw Undelivered.forNow("Down.");
            } else {
                carried.add(notice.number());
            }
        });
        try (Alarms alarms = new Alarms(
                List.of(outlet),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                new HandClock(),
                counters)) {
            alarms.raise(Kind.LINE, "Not registered.", "line");
            alarms.test();

            assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(carried).isEmpty();
        }
    }

    @Test
    void endsAtOnceWhenItIsClosedInTheMiddleOfABackOff() throws Exception {
        Outlet outlet = Outlet.queued(
                ROUTE,
                failing(Undelivered.forNow("Down.")),
                new Retry(2, Duration.ofHours(1), Duration.ofHours(1)),
                counters);
        outlet.offer(Notices.grave(1), heard);
        assertThat(heard.next()).isEqualTo("it-mail failed 1: Down.");

        outlet.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("notice-it-mail");
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToItsLimit() {
        Retry retry = new Retry(9, Duration.ofSeconds(5), Duration.ofSeconds(60));

        assertThat(List.of(retry.wait(0), retry.wait(1), retry.wait(3), retry.wait(4), retry.wait(50)))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 40L, 60L, 60L);
    }

    @Test
    void isLookedAtByTheRoundsOfTheClock() throws Exception {
        HandClock clock = new HandClock();
        Told late = new Told("late", 10);
        Alarms alarms = new Alarms(
                List.of(late.outlet()), AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)), clock, counters);
        alarms.raise(Kind.LINE, "Not registered.", "line");
        clock.pass(Duration.ofMinutes(10));
        try (Rounds rounds = new Rounds("notice-clock", Duration.ZERO)) {
            rounds.every(Duration.ofMillis(5), alarms::tick);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (alarms.list().get(0).sent().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }
        assertThat(late.titles()).containsExactly("Anteroom alarm 1: LINE (escalated)");
    }

    private Outlet queued(Channel channel) {
        return Outlet.queued(ROUTE, channel, QUICK, counters);
    }

    /** Fails with each in turn, then carries everything. */
    private static Channel failing(Undelivered... troubles) {
        Queue<Undelivered> left = new ArrayDeque<>(List.of(troubles));
        return (notice, desk) -> {
            Undelivered next = left.poll();
            if (next != null) {
                throw next;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
