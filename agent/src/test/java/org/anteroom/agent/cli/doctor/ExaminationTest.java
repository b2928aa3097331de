package org.anteroom.agent.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ExaminationTest {

    @Test
    void tellsInTheOrderOfTheSubjectsWhateverWasReadyFirst() throws Exception {
        List<Examination.Result> results = new Examination()
                .add(Subject.PBX, () -> Finding.ok("there"))
                .add(Subject.JAVA, () -> Finding.ok("new"))
                .run(Duration.ofSeconds(5));

        assertThat(results).extracting(Examination.Result::subject).containsExactly(Subject.JAVA, Subject.PBX);
    }

    @Test
    void whatHangsCostsItsOwnFindingOnly() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<Examination.Result> results = new Examination()
                .add(Subject.DISK, () -> {
                    never.await();
                    return Finding.ok("");
                })
                .add(Subject.PBX, () -> Finding.ok("there"))
                .run(Duration.ofMillis(200));

        assertThat(results).extracting(result -> result.finding().state()).containsExactly(State.WARNING, State.OK);
    }

    @Test
    void waitsSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Examination.Look meets = () -> {
            both.countDown();
            both.await();
            return Finding.ok("met");
        };
        List<Examination.Result> results = new Examination()
                .add(Subject.DNS, meets)
                .add(Subject.PBX, meets)
                .run(Duration.ofSeconds(10));

        assertThat(results).allMatch(result -> result.finding().state() == State.OK);
    }

    @Test
    void whatFailsIsLeftOutAndSaysSo() throws Exception {
        List<Examination.Result> results = new Examination()
                .add(Subject.DISK, () -> {
                    throw new java.io.IOException("a message that may hold anything");
                })
                .run(Duration.ofSeconds(5));

        assertThat(results.get(0).finding().state()).isEqualTo(State.SKIPPED);
        assertThat(results.get(0).finding().what()).contains("IOException").doesNotContain("anything");
    }
}
