package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.call.ReturnQueue.Waiting;
import org.anteroom.agent.dialogue.CallBackWishes;
import org.anteroom.agent.practice.reception.NumberOnFile;
import org.junit.jupiter.api.Test;

/** Who is called back at the number on file, and how often, when time is the test's. */
class ReturnQueueTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final NumberOnFile ANN = new NumberOnFile("ann", "2125550173");

    private final ReturnQueue queue = new ReturnQueue();
    private long now = 1_000;
    private LocalTime here = LocalTime.NOON;

    private boolean asks(NumberOnFile to) {
        return queue.ask(
                new ReturnOrder("call", "message", CallBackWishes.cancelling("ann oakley", LocalDate.of(1984, 3, 3))),
                to,
                now);
    }

    private Optional<Waiting> after(long nanos) {
        now += nanos;
        return queue.next(now, here);
    }

    private Waiting rung(long nanos) {
        return after(nanos).orElseThrow();
    }

    @Test
    void ringsWhenTheCallerHasHadTimeToHangUp() {
        assertThat(asks(ANN)).isTrue();
        assertThat(after(SECOND)).isEmpty();
        assertThat(rung(SECOND).to()).isEqualTo(ANN);
        assertThat(after(MINUTE)).as("it rings already").isEmpty();
    }

    @Test
    void ringsOnceMoreAfterTwoMinutesWhenNobodyOrAVoicemailAnswered() {
        for (ReturnRing.Outcome outcome :
                new ReturnRing.Outcome[] {ReturnRing.Outcome.NOBODY, ReturnRing.Outcome.UNPRESSED}) {
            asks(ANN);
            queue.ended(rung(2 * SECOND), outcome, now);
            assertThat(after(2 * MINUTE - SECOND)).isEmpty();
            queue.ended(rung(SECOND), outcome, now);
            assertThat(after(60 * MINUTE)).isEmpty();
            assertThat(queue.idle()).isTrue();
        }
    }

    @Test
    void isDoneWhenSomebodyPressedTheKeyWhetherOrNotThereWasRoom() {
        for (ReturnRing.Outcome outcome :
                new ReturnRing.Outcome[] {ReturnRing.Outcome.TAKEN, ReturnRing.Outcome.NO_ROOM}) {
            asks(ANN);
            queue.ended(rung(2 * SECOND), outcome, now);
            assertThat(queue.idle()).as(outcome.name()).isTrue();
        }
    }

    @Test
    void ringsNobodyAtNightAndLeavesThemToStaff() {
        asks(ANN);
        here = LocalTime.of(20, 59, 59);
        Waiting late = rung(2 * SECOND);
        here = LocalTime.of(21, 0);
        queue.ended(late, ReturnRing.Outcome.NOBODY, now);
        assertThat(after(2 * MINUTE)).isEmpty();
        assertThat(queue.idle()).isTrue();

        asks(ANN);
        here = LocalTime.of(7, 59, 59);
        assertThat(after(2 * SECOND)).isEmpty();
        here = LocalTime.of(8, 0);
        assertThat(after(SECOND)).isEmpty();

        asks(ANN);
        assertThat(rung(2 * SECOND).to()).isEqualTo(ANN);
    }

    @Test
    void standsBackForAnEmergencyAndGivesUpWhenItIsTooLate() {
        asks(ANN);
        Waiting first = rung(2 * SECOND);
        queue.ended(first, ReturnRing.Outcome.GAVE_WAY, now);
        assertThat(after(9 * SECOND)).isEmpty();
        Waiting again = rung(SECOND);
        assertThat(again.tries()).as("it counts as no try").isZero();
        now += 5 * MINUTE;
        queue.ended(again, ReturnRing.Outcome.GAVE_WAY, now);
        assertThat(queue.idle()).isTrue();
    }

    @Test
    void ringsNobodyMoreThanThreeTimesADay() {
        for (int i = 0; i < 3; i++) {
            assertThat(asks(ANN)).isTrue();
            queue.ended(rung(2 * SECOND), ReturnRing.Outcome.TAKEN, now);
        }
        assertThat(asks(ANN)).isFalse();
        now += DAY - MINUTE;
        assertThat(asks(ANN)).isFalse();
        now += 2 * MINUTE;
        assertThat(asks(ANN)).isTrue();
    }

    @Test
    void ringsOnePhoneOfAFamilyMoreOftenButNotAllDay() {
        for (int i = 0; i < 6; i++) {
            assertThat(asks(new NumberOnFile("child " + i, ANN.number()))).isTrue();
            queue.ended(rung(2 * SECOND), ReturnRing.Outcome.TAKEN, now);
        }
        assertThat(asks(new NumberOnFile("another", ANN.number()))).isFalse();
    }

    @Test
    void takesNoSecondOrderOfAPatientWhoWaits() {
        assertThat(asks(ANN)).isTrue();
        assertThat(asks(ANN)).isFalse();
        rung(2 * SECOND);
        assertThat(asks(ANN)).isFalse();
    }

    @Test
    void letsFewWaitAndRingsTwoAtATimeNeverTheSamePhone() {
        asks(ANN);
        asks(new NumberOnFile("bob", ANN.number()));
        for (int i = 0; i < 6; i++) {
            assertThat(asks(new NumberOnFile("patient " + i, "212555020" + i))).isTrue();
        }
        assertThat(asks(new NumberOnFile("one more", "2125550300"))).isFalse();

        assertThat(rung(2 * SECOND).to()).isEqualTo(ANN);
        assertThat(rung(0).to().patient()).isEqualTo("patient 0");
        assertThat(after(MINUTE)).isEmpty();
    }

    @Test
    void saysNothingOfAnybodyInText() {
        asks(ANN);
        Waiting waiting = rung(2 * SECOND);
        assertThat(waiting + " " + waiting.order() + " " + waiting.returning() + " " + waiting.to())
                .doesNotContain("ann")
                .doesNotContain("2125550173");
    }
}
