package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.anteroom.agent.notice.Alarms;

/** Lists, acknowledges and tries the alarms of the running service. Any thread; a test blocks.
 *
 *  @param trail where it is written down who made a test and what came of it
 */
record AlarmDesk(Alarms alarms, Trail trail, Clock clock, long testWithinSeconds) {

    /** Longer than a phone rings, speaks and waits for its key. */
    private static final long TEST_WITHIN_SECONDS = 90;

    AlarmDesk(Alarms alarms, Trail trail, Clock clock) {
        this(alarms, trail, clock, TEST_WITHIN_SECONDS);
    }

    void list(ZoneId zone, Consumer<String> lines) {
        AlarmLines.open(alarms.list(), clock.instant(), zone).forEach(lines);
    }

    /** @throws Failure when no such alarm is open */
    void acknowledge(long number, String actor, Consumer<String> lines) throws Failure {
        switch (alarms.acknowledge(number, actor)) {
            case TAKEN -> lines.accept("Alarm " + number + " is yours: it is not sent to anybody any more, and stays"
                    + " listed until what it is about is over.");
            case TAKEN_BEFORE -> lines.accept(
                    "Somebody had taken alarm " + number + " before; 'anteroom alarms' says" + " who.");
            case NOT_OPEN -> throw Failure.failed("No alarm " + number + " is open; 'anteroom alarms' lists them.");
        }
    }

    /** Each channel's result is told as a line.
     *
     *  @param actor as {@link Actor} names them
     *  @throws Failure when a channel did not carry it
     */
    void test(String actor, Consumer<String> lines) throws Failure {
        lines.accept("Sending a test on every channel.");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(testWithinSeconds);
        Map<String, CompletableFuture<String>> results = alarms.test();
        long failed = 0;
        String outcome = "stopped";
        try {
            for (Map.Entry<String, CompletableFuture<String>> each : results.entrySet()) {
                String trouble = await(each.getValue(), deadline);
                lines.accept(String.format(
                        Locale.ROOT,
                        "  %-24s %s",
                        each.getKey(),
                        trouble.isEmpty() ? "carried" : "FAILED  " + trouble));
                failed += trouble.isEmpty() ? 0 : 1;
            }
            outcome = "carried-" + (results.size() - failed) + "-of-" + results.size();
        } finally {
            trail.write("Test of the alarms", actor, "alarm.test", outcome);
        }
        if (failed > 0) {
            throw Failure.failed(failed + " of " + results.size() + " channels did not carry the test.");
        }
        if (results.size() == 1) {
            lines.accept("There is no other channel than the log, so nobody is told: set [[alarms.mail]],"
                    + " [[alarms.webhook]] or [[alarms.phone]].");
        }
    }

    private String await(CompletableFuture<String> result, long deadline) throws Failure {
        try {
            return result.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return "It said nothing within " + testWithinSeconds + " s: the other side is slow, or messages wait before"
                    + " this one.";
        } catch (ExecutionException e) {
            return "It met a fault.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("The service is stopping.");
        }
    }
}
