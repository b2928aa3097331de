package org.anteroom.agent.watch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.anteroom.agent.watch.Metric.Kind;

/**
 * All figures of one receptionist. Every metric is published from the start, at zero. Any thread.
 *
 * <p>Our own rather than a library's: the figures are a closed enum, so nothing can add one with a caller in its name or its
 * label, all of them exist before the first call, and most are read from rooms that know nothing of metrics. What a library
 * would bring, registries that grow and labels at every call, is what must not be.
 */
public final class Counters {
    private final Map<Metric, LongAdder> counters = new EnumMap<>(Metric.class);
    private final Map<Metric, Histogram> histograms = new EnumMap<>(Metric.class);
    private final Map<Metric, DoubleSupplier> read = new ConcurrentHashMap<>();
    private final Map<Metric, Supplier<Map<String, Double>>> labelled = new ConcurrentHashMap<>();

    public Counters() {
        for (Metric metric : Metric.values()) {
            if (metric.kind() == Kind.COUNTER) {
                counters.put(metric, new LongAdder());
            } else if (metric.kind() == Kind.HISTOGRAM) {
                histograms.put(metric, new Histogram());
            }
        }
    }

    /** Adds one to a counter; anything else is refused with IllegalArgumentException. */
    public void increment(Metric metric) {
        add(metric, 1);
    }

    /** Adds {@code amount}, zero or more, to a counter. */
    public void add(Metric metric, long amount) {
        LongAdder adder = counters.get(metric);
        if (adder == null || amount < 0) {
            throw new IllegalArgumentException(metric + " is not counted here, or the amount is negative");
        }
        adder.add(amount);
    }

    /** Counts a length of time in a histogram. */
    public void observe(Metric metric, Duration took) {
        histogram(metric).observe(took);
    }

    /** Says where a gauge is read; the supplier is called by whoever asks, so it must be quick and never block. */
    public void gauge(Metric metric, LongSupplier supplier) {
        check(metric, Kind.GAUGE);
        read.put(metric, supplier::getAsLong);
    }

    /** Says where a figure is read that somebody else counts; like a gauge, but it only grows. */
    public void tally(Metric metric, LongSupplier supplier) {
        measuredTally(metric, supplier::getAsLong);
    }

    /** The same for one that isn't whole. */
    void measuredTally(Metric metric, DoubleSupplier supplier) {
        check(metric, Kind.TALLY);
        read.put(metric, supplier);
    }

    /** Says where the rows of a labelled gauge are read, by the value of its label: a fixed few, never anything of a call. */
    public void labelled(Metric metric, Supplier<Map<String, Double>> rows) {
        check(metric, Kind.LABELLED);
        labelled.put(metric, rows);
    }

    private static void check(Metric metric, Kind kind) {
        if (metric.kind() != kind) {
            throw new IllegalArgumentException(metric + " is no " + kind);
        }
    }

    /** The present value as a whole number; a figure without a supplier is zero, a histogram its count. */
    public long value(Metric metric) {
        return Math.round(exact(metric));
    }

    double exact(Metric metric) {
        LongAdder adder = counters.get(metric);
        if (adder != null) {
            return adder.sum();
        }
        if (metric.kind() == Kind.HISTOGRAM) {
            return histogram(metric).upTo(Histogram.BOUNDS.length);
        }
        DoubleSupplier supplier = read.get(metric);
        return supplier == null ? 0 : supplier.getAsDouble();
    }

    Map<String, Double> rows(Metric metric) {
        Supplier<Map<String, Double>> rows = labelled.get(metric);
        return rows == null ? Map.of() : rows.get();
    }

    Histogram histogram(Metric metric) {
        Histogram histogram = histograms.get(metric);
        if (histogram == null) {
            throw new IllegalArgumentException(metric + " is no histogram");
        }
        return histogram;
    }

    /** All figures as text, as Prometheus reads it. */
    public String text() {
        return Exposition.of(this);
    }
}
