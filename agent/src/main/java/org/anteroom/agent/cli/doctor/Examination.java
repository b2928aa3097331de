package org.anteroom.agent.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.watch.ThreadNames;

/** Makes all checks side by side, because most of them wait, and stops waiting at one deadline. A check that fails or hangs
 *  costs its own finding only.
 */
public final class Examination {

    /** Looks at one thing. May block until it is interrupted. */
    @FunctionalInterface
    public interface Look {
        Finding look() throws Exception;
    }

    /** One finding and how long it took. */
    public record Result(Subject subject, Finding finding, Duration took) {}

    private record Timed(Finding finding, Duration took) {}

    private final Map<Subject, Look> looks = new EnumMap<>(Subject.class);

    public Examination add(Subject subject, Look look) {
        looks.put(subject, look);
        return this;
    }

    /** Makes them; in the order of {@link Subject}. Blocks for {@code within} at most. */
    public List<Result> run(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        ExecutorService pool = Executors.newCachedThreadPool(ThreadNames.numbered(ThreadNames.DOCTOR));
        Map<Subject, Future<Timed>> running = new EnumMap<>(Subject.class);
        looks.forEach((subject, look) -> running.put(subject, pool.submit(() -> timed(look))));
        List<Result> results = new ArrayList<>();
        for (Map.Entry<Subject, Future<Timed>> each : running.entrySet()) {
            Timed timed = await(each.getValue(), deadline, within);
            results.add(new Result(each.getKey(), timed.finding(), timed.took()));
        }
        pool.shutdownNow();
        return List.copyOf(results);
    }

    private static Timed timed(Look look) throws Exception {
        long begun = System.nanoTime();
        Finding finding = look.look();
        return new Timed(finding, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Timed await(Future<Timed> check, long deadline, Duration within) throws InterruptedException {
        try {
            return check.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            check.cancel(true);
            return new Timed(
                    Finding.warning(
                            "It was not done in time, " + within.toMillis() + " ms.",
                            "Something hangs or is very slow: a disk, a name server, or an overloaded machine.",
                            "Try it alone with --only; look at the load with: uptime"),
                    within);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Timed(
                    Finding.skipped(
                            "It could not be looked at (" + cause.getClass().getSimpleName() + ").",
                            "Run it as root: sudo anteroom doctor"),
                    Duration.ZERO);
        }
    }
}
