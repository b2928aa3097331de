package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.call.OncallTest;
import org.anteroom.agent.call.OncallTest.Outcome;
import org.anteroom.agent.call.OncallTest.Result;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test of the people on call says, and what is kept of it. */
class OncallDrillTest {

    private static final String WHO = "uid:1000(manager)";

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private OpenStore records;

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
    }

    @AfterEach
    void close() {
        records.close();
    }

    private OncallDrill drill(Outcome... outcomes) {
        List<Result> results = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            results.add(new OncallTest.Result("phone", outcome, OptionalLong.empty(), "detail of " + outcome));
        }
        return drill(CompletableFuture.completedFuture(results));
    }

    private OncallDrill drill(CompletableFuture<List<Result>> test) {
        return new OncallDrill(() -> test, Optional.of(records.store()), Clock.systemUTC());
    }

    private List<String> audited() {
        return records.store().read(handle -> handle.createQuery(
                        "select actor || ' ' || action || ' ' || subject from audit order by number")
                .mapTo(String.class)
                .list());
    }

    @Test
    void saysALineForEachPhoneServicesIncludedAndAuditsWhoTested() throws Exception {
        drill(Outcome.CONFIRMED, Outcome.SKIPPED).run(WHO, lines::add);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains("skipped").contains("detail of SKIPPED");
        assertThat(audited()).containsExactly(WHO + " oncall.test confirmed-1-of-1");
    }

    @Test
    void countsPeopleOnlyWhenOneWasNotReached() {
        OncallDrill drill = drill(Outcome.CONFIRMED, Outcome.NO_KEY, Outcome.SKIPPED);

        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageStartingWith("1 of 2 on-call phones");
        assertThat(audited()).containsExactly(WHO + " oncall.test confirmed-1-of-2");
    }

    @Test
    void saysThatItGaveWayToAnEmergency() {
        OncallDrill drill = drill(Outcome.CONFIRMED, Outcome.GAVE_WAY);

        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageContaining("An emergency began");
        assertThat(audited()).containsExactly(WHO + " oncall.test confirmed-1-of-2.gave-way");
    }

    @Test
    void auditsATestThatCouldNotBeMade() {
        OncallDrill drill = drill(CompletableFuture.failedFuture(new IllegalStateException("no port")));

        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageContaining("no port");
        assertThat(audited()).containsExactly(WHO + " oncall.test not-made");
    }

    @Test
    void refusesASecondTestWhileOneGoesOn() throws Exception {
        CompletableFuture<List<Result>> going = new CompletableFuture<>();
        OncallDrill drill = drill(going);

        drill.run(WHO, line -> {
            if (!going.isDone()) {
                assertThatThrownBy(() -> drill.run("uid:2", lines::add)).hasMessageContaining("Another test");
                going.complete(List.of());
            }
        });

        assertThat(audited()).containsExactly("uid:2 oncall.test refused", WHO + " oncall.test confirmed-0-of-0");
    }

    @Test
    void testsAlsoWhileTheRecordsAreLocked() throws Exception {
        new OncallDrill(() -> CompletableFuture.completedFuture(List.of()), Optional.empty(), Clock.systemUTC())
                .run(WHO, lines::add);

        assertThat(lines).hasSize(1);
    }
}
