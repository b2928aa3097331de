package org.anteroom.agent.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** All figures of one receptionist. Every metric is published from the start, at zero. Any thread. */
public final class Counters {
    private final Map<Metric, LongAdder> counters = new EnumMap<>(Metric.class);
    private final Map<Metric, LongSupplier> gauges = new ConcurrentHashMap<>();

    public Counters() {
        for (Metric metric : Metric.values()) {
            if (metric.kind() == Metric.Kind.COUNTER) {
                counters.put(metric, new LongAdder());
            }
        }
    }

    /** Adds one to a counter; a gauge is refused with IllegalArgumentException. */
    public void increment(Metric metric) {
        add(metric, 1);
    }

    /** Adds {@code amount}, zero or more, to a counter. */
    public void add(Metric metric, long amount) {
        LongAdder adder = counters.get(metric);
        if (adder == null || amount < 0) {
            throw new IllegalArgumentException(metric + " is a gauge, or the amount is negative");
        }
        adder.add(amount);
    }

    /** Says where a gauge is read; the supplier is called by whoever asks, so it must be quick and never block. */
    public void gauge(Metric metric, LongSupplier supplier) {
        if (metric.kind() != Metric.Kind.GAUGE) {
            throw new IllegalArgumentException(metric + " is a counter");
        }
        gauges.put(metric, supplier);
    }

    /** The present value; a gauge without a supplier is zero. */
    public long value(Metric metric) {
        LongAdder adder = counters.get(metric);
        if (adder != null) {
            return adder.sum();
        }
        LongSupplier supplier = gauges.get(metric);
        return supplier == null ? 0 : supplier.getAsLong();
    }

    /** All figures as text, one per line with its help and type before it, as Prometheus reads it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Metric metric : Metric.values()) {
            String name = metric.publishedName();
            String type = metric.kind() == Metric.Kind.COUNTER ? "counter" : "gauge";
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(metric.help())
                    .append('\n');
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
            text.append(name).append(' ').append(value(metric)).append('\n');
        }
        return text.toString();
    }
}
