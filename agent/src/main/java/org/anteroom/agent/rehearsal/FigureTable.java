package org.anteroom.agent.rehearsal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Measured figures as a table: name, how many, middle, 95th and 99th percentile, worst; in ms. A percentile that so few
 *  figures can't tell from the worst is left out.
 */
final class FigureTable {

    private final PrintWriter out;

    FigureTable(PrintWriter out) {
        this.out = out;
        out.println(
                String.format(Locale.ROOT, "%-66s %6s %9s %9s %9s %9s", "ms", "count", "p50", "p95", "p99", "worst"));
    }

    void row(String name, List<Double> figures) {
        if (figures.isEmpty()) {
            out.println(String.format(Locale.ROOT, "%-66s %6d", name, 0));
            return;
        }
        List<Double> sorted = figures.stream().sorted().toList();
        out.println(String.format(
                Locale.ROOT,
                "%-66s %6d %9.1f %9s %9s %9.1f",
                name,
                sorted.size(),
                percentile(sorted, 50),
                told(sorted, 95),
                told(sorted, 99),
                sorted.get(sorted.size() - 1)));
    }

    private static String told(List<Double> sorted, int percent) {
        return sorted.size() * (100 - percent) < 100
                ? "-"
                : String.format(Locale.ROOT, "%.1f", percentile(sorted, percent));
    }

    /** Nearest rank. */
    static double percentile(List<Double> sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
