package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

class MindTest {
    private final Counters counters = new Counters();
    private final Health health = new Health();
    private final BlockingQueue<String> judged = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private static Clause clause(String text, boolean whole) {
        Utterance said = Utterance.typed(text, 0);
        return new Clause(said.words(), whole, said.audioMs());
    }

    /** Waits at its first clause, so that others pile up behind it. */
    private Score slow(String text) {
        begun.countDown();
        try {
            assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (text.equals("broken")) {
            throw new IllegalStateException("the model failed");
        }
        return new Score(text.length(), List.of());
    }

    private String next() throws InterruptedException {
        return judged.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void ofATurnThatGoesOnOnlyTheLatestEndIsJudgedAndWholeTurnsAllAre() throws Exception {
        try (Mind mind = new Mind(this::slow, counters, health)) {
            Mind.Slot one =
                    mind.slot(scored -> judged.add("one " + scored.clause().text()));
            Mind.Slot other =
                    mind.slot(scored -> judged.add("other " + scored.clause().text()));
            one.judge(clause("first", true));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            one.judge(clause("my", false));
            one.judge(clause("my father", false));
            other.judge(clause("hello", true));
            other.judge(clause("it hurts", true));
            one.judge(clause("my father fell", false));
            go.countDown();

            assertThat(next()).isEqualTo("one first");
            assertThat(next()).isEqualTo("one my father fell");
            assertThat(next()).isEqualTo("other hello");
            assertThat(next()).isEqualTo("other it hurts");
        }
        assertThat(judged).isEmpty();
        assertThat(counters.value(Metric.EMERGENCY_UNSCORED)).isZero();
    }

    @Test
    void theEndOfATurnReplacesWhatWasToBeJudgedOfIt() throws Exception {
        try (Mind mind = new Mind(this::slow, counters, health)) {
            Mind.Slot slot = mind.slot(scored -> judged.add(scored.clause().text()));
            slot.judge(clause("first", true));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            slot.judge(clause("my father", false));
            slot.judge(clause("my father fell", true));
            go.countDown();
            assertThat(next()).isEqualTo("first");
            assertThat(next()).isEqualTo("my father fell");
        }
        assertThat(judged).isEmpty();
    }

    @Test
    void aFailureIsCountedAndTheNextClauseIsJudged() throws Exception {
        go.countDown();
        try (Mind mind = new Mind(this::slow, counters, health)) {
            Mind.Slot slot = mind.slot(scored -> judged.add(scored.clause().text()));
            slot.judge(clause("broken", true));
            slot.judge(clause("whole", true));
            assertThat(next()).isEqualTo("whole");
        }
        assertThat(counters.value(Metric.EMERGENCY_UNSCORED)).isEqualTo(1);
    }

    @Test
    void aModelThatFailsAgainAndAgainIsReportedUntilItWorksAgain() throws Exception {
        go.countDown();
        BlockingQueue<Health.Report> reports = new LinkedBlockingQueue<>();
        health.onChange(reports::add);
        try (Mind mind = new Mind(this::slow, counters, health)) {
            Mind.Slot slot = mind.slot(scored -> judged.add(scored.clause().text()));
            slot.judge(clause("broken", true));
            slot.judge(clause("broken", true));
            slot.judge(clause("broken", true));
            Health.Report broken = reports.poll(10, TimeUnit.SECONDS);
            assertThat(broken.condition()).isEqualTo(Condition.MEANING);
            assertThat(broken.ok()).isFalse();
            slot.judge(clause("whole", true));
            assertThat(reports.poll(10, TimeUnit.SECONDS).ok()).isTrue();
        }
    }

    @Test
    void whatComesAfterTheEndIsCountedAndHarmsNobody() {
        Mind mind = new Mind(this::slow, counters, health);
        Mind.Slot slot = mind.slot(scored -> judged.add(scored.clause().text()));
        mind.close();
        slot.judge(clause("late", true));
        assertThat(counters.value(Metric.EMERGENCY_UNSCORED)).isEqualTo(1);
    }

    /** The service may be started at any niceness, and without privileges nobody gets a lower one back. */
    @Test
    void itGivesWayToTheMediaClockButNotToRecognisers() throws Exception {
        int ours = niceness();
        Scorer scorer = text -> new Score(niceness(), List.of());
        BlockingQueue<Double> found = new LinkedBlockingQueue<>();
        try (Mind mind = new Mind(scorer, counters, health)) {
            mind.slot(scored -> found.add(scored.score().value())).judge(clause("help", true));
            double niceness = found.poll(10, TimeUnit.SECONDS);
            assertThat(niceness).isGreaterThan(Math.min(0, ours)).isLessThan(Math.max(5, ours + 1));
        }
    }

    /** Of the calling thread: the 19th field, the 17th behind its name. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
