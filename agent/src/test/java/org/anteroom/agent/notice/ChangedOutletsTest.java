package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.notice.AckDesk.Answer;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;

/** Alarms that are open while the channels they go out on are replaced. */
class ChangedOutletsTest {
    private static final AlarmTimes TIMES = AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5));

    private final HandClock clock = new HandClock();
    private final Told before = new Told("it", 0);
    private final Told after = new Told("it", 0);
    private final Told owner = new Told("owner", 0);
    private final Alarms alarms = new Alarms(List.of(before.outlet()), TIMES, clock, new Counters());

    @Test
    void anOpenAlarmReachesAChannelThatIsNewAndIsRepeatedThroughThoseThatAreThere() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        change(after, owner);
        assertThat(owner.titles()).containsExactly("Anteroom alarm 1: LINE");
        assertThat(after.notices).as("carried before").isEmpty();

        pass(15);
        assertThat(before.notices).hasSize(1);
        assertThat(after.titles()).containsExactly("Anteroom alarm 1: LINE (again)");
        assertThat(owner.titles()).contains("Anteroom alarm 1: LINE (again)");
    }

    @Test
    void theNewRhythmCounts() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        alarms.change(List.of(after.outlet()), AlarmTimes.of(Duration.ofMinutes(3), Duration.ofMinutes(5)));

        pass(3);
        assertThat(after.titles()).containsExactly("Anteroom alarm 1: LINE (again)");
    }

    /** Somebody may be listening to an alarm by phone just now. */
    @Test
    void aRhythmAloneChangesNoChannel() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        alarms.pace(AlarmTimes.of(Duration.ofMinutes(3), Duration.ofMinutes(5)));

        pass(3);
        assertThat(before.titles()).containsExactly("Anteroom alarm 1: LINE", "Anteroom alarm 1: LINE (again)");
    }

    @Test
    void whoHasItInHandKeepsIt() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        alarms.acknowledge(1, "uid:1000(kim)");
        change(after, owner);
        pass(60);

        assertThat(after.notices).isEmpty();
        assertThat(owner.notices).isEmpty();
        assertThat(alarms.acknowledge(1, "uid:1000(lee)")).isEqualTo(Answer.TAKEN_BEFORE);
    }

    @Test
    void whatAChannelCouldNotCarryIsSentAgainAtOnceByTheOneOfItsName() {
        before.broken(true);
        alarms.raise(Kind.LINE, "Not registered.", "line");
        alarms.raise(Kind.CALL_FAILED, "A call failed.", "call-1");
        change(after);

        assertThat(after.titles()).containsExactly("Anteroom alarm 1: LINE", "Anteroom alarm 2: CALL_FAILED");
    }

    @Test
    void whatStillWaitsForAChannelThatHangsIsSentByTheOneOfItsNameAndNotTwice() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Channel hangs = (notice, desk) -> {
            hanging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw Undelivered.forNow("Interrupted.");
            }
        };
        Route route = new Route("it", Duration.ZERO, true);
        try (Alarms hung = new Alarms(
                List.of(Outlet.queued(route, hangs, Retry.standard(), new Counters())), TIMES, clock, new Counters())) {
            hung.raise(Kind.LINE, "Not registered.", "line");
            assertThat(hanging.await(30, TimeUnit.SECONDS)).isTrue();

            hung.change(List.of(after.outlet()), TIMES);

            assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(after.titles()).containsExactly("Anteroom alarm 1: LINE");
        }
    }

    @Test
    void theTroubleOfAChannelThatIsGoneIsOver() {
        alarms.raise(Kind.CHANNEL, "Alarms don't get through.", "it");
        assertThat(alarms.open()).hasSize(1);
        change(owner);

        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void failuresBeforeAreNotHeldAgainstTheNewChannel() {
        before.broken(true);
        alarms.raise(Kind.CALL_FAILED, "A call failed.", "call-1");
        alarms.clear(Kind.CALL_FAILED, "call-1");
        change(after);
        pass(30);

        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void onceClosedItClosesWhatItIsGiven() {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        alarms.close();
        alarms.change(
                List.of(Outlet.direct(
                        "late",
                        new Channel() {
                            @Override
                            public void send(Notice notice, AckDesk desk) {}

                            @Override
                            public void close() {
                                closed.complete(true);
                            }
                        },
                        new Counters())),
                TIMES);

        assertThat(closed).isCompletedWithValue(true);
    }

    private void change(Told... next) {
        alarms.change(List.of(next).stream().map(Told::outlet).toList(), TIMES);
    }

    private void pass(int minutes) {
        for (int i = 0; i < minutes; i++) {
            clock.pass(Duration.ofMinutes(1));
            alarms.tick();
        }
    }
}
