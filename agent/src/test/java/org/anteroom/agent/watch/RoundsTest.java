package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void aLookThatThrowsIsMadeAgainAndOneThatIsNotDueIsNotMade() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        CountDownLatch late = new CountDownLatch(1);
        try (Rounds rounds = new Rounds(ThreadNames.ROUNDS, Duration.ofSeconds(10))) {
            rounds.nowAndEvery(Duration.ofMillis(1), () -> {
                looks.countDown();
                throw new StackOverflowError();
            });
            rounds.every(Duration.ofDays(1), late::countDown);
            assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(late.getCount()).as("due in a day").isOne();
    }
}
