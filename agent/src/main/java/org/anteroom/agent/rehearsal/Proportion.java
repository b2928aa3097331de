package org.anteroom.agent.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a whole that was counted, with the range in which the true part lies in 95 of 100 cases (Wilson, Journal of the American
 * Statistical Association 22, 1927): it stays honest for few cases and near 0 and 1.
 *
 * @param hits 0 to {@code of}
 * @param of 0 when there was nothing to count
 */
record Proportion(long hits, long of) {
    private static final double Z = 1.959964;

    /** Counts among those that belong to the group. */
    static <T> Proportion count(List<T> all, Predicate<T> among, Predicate<T> which) {
        List<T> group = all.stream().filter(among).toList();
        return new Proportion(group.stream().filter(which).count(), group.size());
    }

    /** 0 to 1; null when there was nothing to count. */
    @Nullable
    Double fraction() {
        return of == 0 ? null : hits / (double) of;
    }

    /** 0 to 100; NaN when there was nothing to count. */
    double percent() {
        return 100.0 * hits / of;
    }

    double lower() {
        return centre() - reach();
    }

    double upper() {
        return centre() + reach();
    }

    private double centre() {
        return of == 0 ? 0.5 : (hits + Z * Z / 2) / (of + Z * Z);
    }

    private double reach() {
        return of == 0 ? 0.5 : Z / (of + Z * Z) * Math.sqrt(hits * (double) (of - hits) / of + Z * Z / 4);
    }

    /** {@code 96.4 % (94.1-97.9)}; a dash when there was nothing to count. */
    @Override
    public String toString() {
        return of == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.1f %% (%.1f-%.1f)",
                        100 * hits / (double) of,
                        100 * Math.max(0, lower()),
                        100 * Math.min(1, upper()));
    }
}
