package org.anteroom.agent.cli;

import java.time.LocalDateTime;
import org.anteroom.agent.config.WallClock;

/** Until when something that begins now is in force, as whoever asks for it writes it. */
final class OverrideEnd {
    private OverrideEnd() {}

    /** The time a request names. */
    static LocalDateTime of(ControlRequest request) throws Failure {
        return WallClock.parse(request.word("until"))
                .orElseThrow(() -> Failure.usage(
                        "TIME must be a date and time by the practice's clock, such as '2026-12-24 17:00'"));
    }

    /**
     * Refuses one that is over, or so far off that it belongs elsewhere.
     *
     * @param longer what to do to have it for longer
     */
    static void check(LocalDateTime until, LocalDateTime here, int mostDays, String longer) throws Failure {
        if (!until.isAfter(here)) {
            throw Failure.usage("TIME must be later than now, " + WallClock.written(here) + " at the practice.");
        }
        if (until.isAfter(here.plusDays(mostDays))) {
            throw Failure.usage("TIME must be within " + mostDays + " days; for longer, " + longer);
        }
    }
}
