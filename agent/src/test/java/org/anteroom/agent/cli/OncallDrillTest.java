package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anteroom.agent.call.OncallTest;
import org.anteroom.agent.call.OncallTest.Outcome;
import org.anteroom.agent.call.OncallTest.Result;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

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
    void keepsWhatASetupHasRungBeforeTheServiceRan() throws Exception {
        drill().keep(1, "2", WHO);

        assertThat(audited()).containsExactly(WHO + " oncall.test confirmed-1-of-2.in-setup");
        assertThatThrownBy(() -> drill().keep(3, "2", WHO)).hasMessageContaining("no such test");
        assertThatThrownBy(() -> drill().keep(0, "many", WHO)).hasMessageContaining("no such test");
    }

    @Test
    void saysOfAPhoneThatWasAnsweredWithoutRingingThatItWas() throws Exception {
        drill(Outcome.CONFIRMED).run(WHO, lines::add);

        assertThat(lines).last().asString().contains("answered at once").doesNotContain("did not ring");
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
    void auditsThatPhonesRangWhenTheTestDoesNotEndAndRefusesTheNextUntilItDoes() throws Exception {
        CompletableFuture<List<Result>> going = new CompletableFuture<>();
        OncallDrill drill =
                new OncallDrill(() -> going, Optional.of(records.store()), Clock.systemUTC(), Duration.ofMillis(1));

        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageContaining("did not end");
        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageContaining("Another test");
        going.complete(List.of());
        drill.run(WHO, lines::add);

        assertThat(audited())
                .containsExactly(
                        WHO + " oncall.test timed-out",
                        WHO + " oncall.test refused",
                        WHO + " oncall.test confirmed-0-of-0");
    }

    @Test
    void auditsThatPhonesRangWhenTheServiceStops() {
        OncallDrill drill = drill(new CompletableFuture<>());

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageContaining("stopping");
        assertThat(Thread.interrupted()).isTrue();
        records.store().write(unit -> true).join();
        assertThat(audited()).containsExactly(WHO + " oncall.test stopped");
    }

    @Test
    void canBeRepeatedAfterItCouldNotBegin() throws Exception {
        AtomicBoolean line = new AtomicBoolean();
        OncallDrill drill = new OncallDrill(
                () -> {
                    if (!line.get()) {
                        throw new IllegalStateException("no line yet");
                    }
                    return CompletableFuture.completedFuture(List.of());
                },
                Optional.of(records.store()),
                Clock.systemUTC());

        assertThatThrownBy(() -> drill.run(WHO, lines::add)).hasMessageContaining("no line yet");
        line.set(true);
        drill.run(WHO, lines::add);

        assertThat(audited()).containsExactly(WHO + " oncall.test not-made", WHO + " oncall.test confirmed-0-of-0");
    }

    @Test
    void logsTheNumberAloneAndOnlyWhereThereIsNoAuditTrail() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(OncallDrill.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            drill(Outcome.CONFIRMED).run(WHO, lines::add);
            assertThat(log.list).isEmpty();

            new OncallDrill(() -> CompletableFuture.completedFuture(List.of()), Optional.empty(), Clock.systemUTC())
                    .run(WHO, lines::add);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("On-call test by uid:1000: confirmed-0-of-0.");
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void testsAlsoWhileTheRecordsAreLocked() throws Exception {
        new OncallDrill(() -> CompletableFuture.completedFuture(List.of()), Optional.empty(), Clock.systemUTC())
                .run(WHO, lines::add);

        assertThat(lines).hasSize(1);
    }
}
