package org.anteroom.agent.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured values of one kind, and their quantiles (nearest rank). */
final class Figures {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void addAll(Figures others) {
        values.addAll(others.values);
    }

    int count() {
        return values.size();
    }

    /** @param share 0-1
     *  @return NaN without values
     */
    double quantile(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    String medianAndP95() {
        return text(0.5, "ms") + " / " + text(0.95, "ms");
    }

    String text(double share, String unit) {
        double value = quantile(share);
        return Double.isNaN(value)
                ? "none"
                : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f %s" : "%,.0f %s", value, unit);
    }
}
