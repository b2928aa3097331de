package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.call.OncallTest;
import org.anteroom.agent.records.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings the people on call over the service's line and says who could be reached; one test at a time. Who tested, when,
 *  and what came of it is written to the audit trail where the records can be used, and to the log, without the name of the
 *  account, where they can't. Any thread; blocks.
 */
final class OncallDrill {

    private static final Logger LOG = LoggerFactory.getLogger(OncallDrill.class);
    private static final Duration WITHIN = Duration.ofSeconds(90);

    private final Supplier<CompletableFuture<List<OncallTest.Result>>> test;
    private final Trail trail;
    private final Duration within;
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param test begins one; it throws an IllegalStateException when there is no line yet */
    OncallDrill(Supplier<CompletableFuture<List<OncallTest.Result>>> test, Optional<Store> store, Clock clock) {
        this(test, store, clock, WITHIN);
    }

    /** @param within how long who asked waits for the end of the test */
    OncallDrill(
            Supplier<CompletableFuture<List<OncallTest.Result>>> test,
            Optional<Store> store,
            Clock clock,
            Duration within) {
        this.test = test;
        this.trail = new Trail(store, clock, LOG);
        this.within = within;
    }

    /** Each result is told as a line.
     *
     *  @param actor as {@link Actor} names them
     *  @throws Failure when somebody could not be reached, or the test could not be made
     */
    void run(String actor, Consumer<String> lines) throws Failure {
        if (!running.compareAndSet(false, true)) {
            audit(actor, "refused");
            throw Failure.failed("Another test is going on; wait until it has ended.");
        }
        String outcome = "not-made";
        try {
            CompletableFuture<List<OncallTest.Result>> going = begin(lines);
            List<OncallTest.Result> results = going.get(within.toNanos(), TimeUnit.NANOSECONDS);
            outcome = outcome(results);
            results.forEach(result -> lines.accept(line(result)));
            judge(results);
        } catch (ExecutionException e) {
            String why = e.getCause() == null
                    ? "unknown"
                    : String.valueOf(e.getCause().getMessage());
            throw notMade(why);
        } catch (TimeoutException e) {
            outcome = "timed-out";
            throw Failure.failed("The test did not end within " + within.toSeconds() + " s; see the service's log.");
        } catch (InterruptedException e) {
            outcome = "stopped";
            Thread.currentThread().interrupt();
            throw Failure.failed("The service is stopping.");
        } finally {
            audit(actor, outcome);
        }
    }

    /** Keeps a test that a setup has made while the service didn't run: everybody in the plan was rung.
     *
     *  @param confirmed how many pressed the key
     *  @param people how many were rung, in figures
     */
    void keep(long confirmed, String people, String actor) throws Failure {
        if (!people.matches("[1-9][0-9]{0,2}") || confirmed < 0 || confirmed > Integer.parseInt(people)) {
            throw Failure.usage("control: no such test");
        }
        audit(actor, "confirmed-" + confirmed + "-of-" + people + ".in-setup");
    }

    /** Until the phones are done, however long who asked waits for them, nobody else may ring them. */
    private CompletableFuture<List<OncallTest.Result>> begin(Consumer<String> lines) throws Failure {
        try {
            lines.accept("Ringing the people on call; each hears that it is a test and presses the accept key.");
            return ring().whenComplete((results, fault) -> running.set(false));
        } catch (Throwable e) {
            running.set(false);
            throw e;
        }
    }

    private CompletableFuture<List<OncallTest.Result>> ring() throws Failure {
        try {
            return test.get();
        } catch (IllegalStateException e) {
            throw notMade(String.valueOf(e.getMessage()));
        }
    }

    private static Failure notMade(String why) {
        return Failure.failed("The test could not be made: " + why);
    }

    private static void judge(List<OncallTest.Result> results) throws Failure {
        if (count(results, OncallTest.Outcome.GAVE_WAY) > 0) {
            throw Failure.failed("An emergency began, so the test hung up; repeat it when that is over.");
        }
        long people = people(results);
        long unreached = people - count(results, OncallTest.Outcome.CONFIRMED);
        if (unreached > 0) {
            throw Failure.failed(unreached + " of " + people
                    + " on-call phones did not confirm; an emergency would wait for the others.");
        }
    }

    /** For the audit trail, which holds no names: how many of the people confirmed. */
    private static String outcome(List<OncallTest.Result> results) {
        String gaveWay = count(results, OncallTest.Outcome.GAVE_WAY) > 0 ? ".gave-way" : "";
        return "confirmed-" + count(results, OncallTest.Outcome.CONFIRMED) + "-of-" + people(results) + gaveWay;
    }

    private static long people(List<OncallTest.Result> results) {
        return results.size() - count(results, OncallTest.Outcome.SKIPPED);
    }

    private static long count(List<OncallTest.Result> results, OncallTest.Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private void audit(String actor, String outcome) {
        trail.write("On-call test", actor, "oncall.test", outcome);
    }

    private static String line(OncallTest.Result result) {
        String rang = result.rangAfterMs().isPresent()
                ? "rang after " + result.rangAfterMs().getAsLong() + " ms"
                : result.outcome() == OncallTest.Outcome.CONFIRMED || result.outcome() == OncallTest.Outcome.NO_KEY
                        ? "answered at once"
                        : "did not ring";
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(
                Locale.ROOT, "  %-30s %-10s %-22s %s", Text.plain(result.target(), 30), outcome, rang, result.detail());
    }
}
