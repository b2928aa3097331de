package org.anteroom.agent.watch;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What is in order and what is not, each with a sentence for the operator. A condition nobody reported counts as in
 * order. Any thread; listeners are told on the reporting thread, in the order of the changes, and must only post.
 */
public final class Health {
    /** One condition as last reported. */
    public record Report(Condition condition, boolean ok, String sentence) {
        public Report {
            requireNonNull(condition, "condition");
            requireNonNull(sentence, "sentence");
        }
    }

    private final Map<Condition, Report> reports = new EnumMap<>(Condition.class);
    private final List<Consumer<Report>> listeners = new CopyOnWriteArrayList<>();

    /** Says how a condition is now; listeners hear of it only when ok changed. The sentence holds no PHI. */
    public synchronized void report(Condition condition, boolean ok, String sentence) {
        Report report = new Report(condition, ok, sentence);
        Report before = reports.put(condition, report);
        boolean wasOk = before == null || before.ok();
        if (wasOk != ok) {
            listeners.forEach(listener -> listener.accept(report));
        }
    }

    /** Whether a condition is in order. */
    public synchronized boolean ok(Condition condition) {
        Report report = reports.get(condition);
        return report == null || report.ok();
    }

    /** Whether everything is in order. */
    public synchronized boolean healthy() {
        return reports.values().stream().allMatch(Report::ok);
    }

    /** Whether calls may be answered: every vital condition is in order. */
    public synchronized boolean fitToServe() {
        return unfit().isEmpty();
    }

    /** The first vital condition that is not in order; empty while calls may be answered. */
    public synchronized Optional<Report> unfit() {
        return reports.values().stream()
                .filter(report -> !report.ok() && report.condition().vital())
                .findFirst();
    }

    /** All conditions reported so far. */
    public synchronized List<Report> reports() {
        return List.copyOf(reports.values());
    }

    /** Tells the listener of every change from now on; closing what is returned ends it. */
    public Subscription onChange(Consumer<Report> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A listener's stay; {@link #close} ends it. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
