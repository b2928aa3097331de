package org.anteroom.agent.practice.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.config.TimeRange;

/** Offers and providers' own calendars, about the day on which the clock is set back, and the minute of a calendar is any. */
class CalendarProperties {
    private static final Instant NOW = Instant.parse("2026-10-30T10:00:00Z");

    /** From when, counted from now in seconds, and for how many. */
    record Stretch(int from, int length) {}

    @Property(tries = 300)
    void noOfferOverlapsABusyTime(
            @ForAll @Size(max = 30) List<@From("stretches") Stretch> ortiz,
            @ForAll @Size(max = 30) List<@From("stretches") Stretch> reed,
            @ForAll @IntRange(min = 1, max = 12) int length,
            @ForAll @IntRange(min = 0, max = 4) int after,
            @ForAll Wish.Pace pace) {
        SmallPractice practice = SmallPractice.usual()
                .rules(SmallPractice.rules(0, 14))
                .visitTypes(SmallPractice.visit("exam", 5 * length, 0, 5 * after))
                .providers(
                        SmallPractice.provider("ortiz", SmallPractice.always(new TimeRange(0, 1440))),
                        SmallPractice.provider("reed", SmallPractice.weekdays(new TimeRange(60, 1000))));
        Map<String, List<Busy>> calendars = Map.of("ortiz", busy(ortiz), "reed", busy(reed));
        Picture picture =
                new Picture(Taken.nothing(Cells.touched(NOW, NOW.plusSeconds(1)).from()), List.of(), Map.of());
        calendars.forEach(picture::busy);

        List<Offer> offers =
                new SlotSearch(practice.timetable()).offers(Wish.any("exam").paced(pace), picture.at(NOW), NOW);

        assertThat(offers).allSatisfy(offer -> {
            Busy taken = new Busy(offer.start(), offer.end().plus(5L * after, ChronoUnit.MINUTES));
            assertThat(calendars.getOrDefault(offer.provider(), List.of())).noneMatch(each -> each.overlaps(taken));
        });
    }

    private static List<Busy> busy(List<Stretch> stretches) {
        return stretches.stream()
                .map(each ->
                        new Busy(NOW.plusSeconds(each.from()), NOW.plusSeconds((long) each.from() + each.length())))
                .distinct()
                .sorted()
                .toList();
    }

    @Provide
    Arbitrary<Stretch> stretches() {
        return Combinators.combine(
                        Arbitraries.integers().between(-86_400, 15 * 86_400),
                        Arbitraries.integers().between(1, 2 * 86_400))
                .as(Stretch::new);
    }
}
