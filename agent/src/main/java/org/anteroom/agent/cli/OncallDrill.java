package org.anteroom.agent.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.anteroom.agent.call.OncallTest;
import org.anteroom.agent.call.Receptionist;

/** Rings the people on call over the service's line and says who could be reached. Any thread; blocks. */
final class OncallDrill {

    private static final long WITHIN_SECONDS = 90;

    private final Receptionist receptionist;

    OncallDrill(Receptionist receptionist) {
        this.receptionist = receptionist;
    }

    /** Each result is told as a line.
     *
     *  @throws Failure when somebody could not be reached
     */
    void run(Consumer<String> lines) throws Failure {
        lines.accept("Ringing the people on call; each hears that it is a test and presses the accept key.");
        List<OncallTest.Result> results = results();
        results.forEach(result -> lines.accept(line(result)));
        long unreached = results.stream().filter(result -> !reached(result)).count();
        if (unreached > 0) {
            throw Failure.failed(unreached + " of " + results.size()
                    + " on-call phones did not confirm; an emergency would wait for the others.");
        }
    }

    private List<OncallTest.Result> results() throws Failure {
        try {
            return receptionist.oncallTest().run().get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String why = e.getCause() == null
                    ? "unknown"
                    : String.valueOf(e.getCause().getMessage());
            throw Failure.failed("The test could not be made: " + why);
        } catch (TimeoutException e) {
            throw Failure.failed("The test did not end within " + WITHIN_SECONDS + " s; see the service's log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("The service is stopping.");
        }
    }

    private static boolean reached(OncallTest.Result result) {
        return result.outcome() == OncallTest.Outcome.CONFIRMED || result.outcome() == OncallTest.Outcome.SKIPPED;
    }

    private static String line(OncallTest.Result result) {
        String rang = result.rangAfterMs().isPresent()
                ? "rang after " + result.rangAfterMs().getAsLong() + " ms"
                : "did not ring";
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(
                Locale.ROOT, "  %-30s %-10s %-22s %s", Text.plain(result.target(), 30), outcome, rang, result.detail());
    }
}
