package org.anteroom.agent.emergency;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.OncallRota;

/**
 * People who take turns of whole weeks, without beginning or end.
 *
 * @param first the day on which a turn of the first of them begins
 */
record Turns(List<String> people, int weeks, LocalDate first, LocalTime time, ZoneId zone) {

    Turns {
        people = List.copyOf(people);
    }

    static Turns of(OncallRota rota, ZoneId zone) {
        DayOfWeek day = rota.handOverDay();
        LocalDate first = rota.firstWeek().orElse(LocalDate.EPOCH).with(TemporalAdjusters.previousOrSame(day));
        return new Turns(rota.turns(), rota.weeks(), first, rota.handOverTime(), zone);
    }

    String at(Instant moment) {
        return people.get((int) Math.floorMod(number(moment), (long) people.size()));
    }

    /** Adds every hand-over after one moment and before another. */
    void edges(Instant after, Instant before, Set<Instant> edges) {
        for (long number = number(after) + 1; begin(number).isBefore(before); number++) {
            edges.add(begin(number));
        }
    }

    /** Which turn it is, counted from the one on the first day. */
    private long number(Instant moment) {
        long days = ChronoUnit.DAYS.between(first, moment.atZone(zone).toLocalDate());
        long number = Math.floorDiv(days, weeks * 7L);
        // Where the clock is put back over midnight, a hand-over of the new day may lie behind a moment of the old one.
        return begin(number).isAfter(moment) ? number - 1 : begin(number + 1).isAfter(moment) ? number : number + 1;
    }

    private Instant begin(long number) {
        return Moments.of(first.plusWeeks(number * weeks).atTime(time), zone);
    }
}
