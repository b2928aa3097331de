package org.anteroom.agent.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WallClock;
import org.anteroom.agent.practice.Hours;

/** When an override that begins now may end: in an hour, at noon, when the office closes today, when it opens on another day. Pure. */
final class StaffEnds {
    private static final int QUARTER = 15;
    /** An end nearer than this is none that anybody means. */
    private static final int NEAREST_MINUTES = 15;

    private StaffEnds() {}

    /** @param hours those of the configuration: what an override changes must not hide them */
    static List<LocalDateTime> of(Hours hours, Instant now) {
        LocalDateTime here = WallClock.minute(now, hours.zone());
        LocalDateTime anHour = here.plusHours(1);
        int past = anHour.getMinute() % QUARTER;
        LocalDateTime midnight = here.toLocalDate().plusDays(1).atStartOfDay();
        List<TimeRange> today = hours.on(here.toLocalDate());
        Optional<LocalDateTime> closing = today.isEmpty()
                ? Optional.empty()
                : Optional.of(here.toLocalDate()
                        .atStartOfDay()
                        .plusMinutes(today.get(today.size() - 1).to()));
        Instant lastMoment = midnight.atZone(hours.zone()).toInstant().minusMillis(1);
        Optional<LocalDateTime> opening = hours.nextOpening(lastMoment).map(ZonedDateTime::toLocalDateTime);
        return Stream.of(
                        Optional.of(past == 0 ? anHour : anHour.plusMinutes(QUARTER - past)),
                        Optional.of(here.toLocalDate().atTime(LocalTime.NOON)),
                        closing,
                        opening)
                .flatMap(Optional::stream)
                .filter(end -> !end.isBefore(here.plusMinutes(NEAREST_MINUTES)))
                .distinct()
                .sorted()
                .toList();
    }
}
