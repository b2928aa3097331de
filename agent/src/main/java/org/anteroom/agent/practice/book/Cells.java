package org.anteroom.agent.practice.book;

import java.time.Instant;

/** A stretch of time in cells of five minutes since 1970-01-01 UTC; the offset of every time zone in use is a multiple of
 *  it, so cells begin at full five minutes of the wall clock too.
 *
 *  @param from first cell
 *  @param to first cell after it
 */
record Cells(long from, long to) {
    /** Length of a cell. */
    static final int MINUTES = 5;

    private static final long SECONDS = MINUTES * 60L;

    Cells {
        if (from >= to) {
            throw new IllegalArgumentException("a stretch has at least one cell");
        }
    }

    /** Every cell that is touched. */
    static Cells touched(Instant start, Instant end) {
        return new Cells(
                Math.floorDiv(start.getEpochSecond(), SECONDS),
                -Math.floorDiv(-end.getEpochSecond() - (end.getNano() > 0 ? 1 : 0), SECONDS));
    }

    /** The same of minutes since 1970-01-01 UTC. */
    static Cells ofMinutes(long from, long to) {
        return new Cells(Math.floorDiv(from, MINUTES), -Math.floorDiv(-to, MINUTES));
    }

    boolean overlaps(Cells other) {
        return from < other.to && other.from < to;
    }
}
