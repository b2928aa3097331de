package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

class SlotSearchProperties {
    private static final List<String> PROVIDERS = List.of("ortiz", "reed");

    /** Something that is taken: from when, counted from now, and for how long. */
    record Busy(int provider, int fromMinutes, int minutes) {}

    @Property(tries = 400)
    void offersNeverTouchWhatIsTakenAndKeepHoursLeadTimeAndHorizon(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(min = 0, max = 3000) int lead,
            @ForAll @IntRange(min = 1, max = 20) int horizon,
            @ForAll("visits") List<Integer> visit,
            @ForAll @Size(max = 40) List<@From("busy") Busy> busy,
            @ForAll("weekdays") Set<DayOfWeek> days,
            @ForAll Wish.Pace pace) {
        int before = visit.get(1);
        int after = visit.get(2);
        SmallPractice practice = SmallPractice.usual()
                .rules(SmallPractice.rules(lead, horizon))
                .visitTypes(SmallPractice.visit("exam", visit.get(0), before, after))
                .providers(
                        SmallPractice.provider(
                                "ortiz", SmallPractice.always(new TimeRange(0, 720), new TimeRange(780, 1440))),
                        SmallPractice.provider("reed", SmallPractice.weekdays(new TimeRange(65, 1000))));
        List<Taken.Change> taken = new ArrayList<>();
        busy.forEach(each -> taken.add(new Taken.Change(
                true,
                List.of(Resource.provider(PROVIDERS.get(each.provider()))),
                Cells.touched(
                        now.plus(each.fromMinutes(), ChronoUnit.MINUTES),
                        now.plus(each.fromMinutes() + each.minutes(), ChronoUnit.MINUTES)))));
        Wish wish = Wish.any("exam").within(Window.on(days)).paced(pace);

        List<Offer> offers = new SlotSearch(practice.timetable())
                .offers(
                        wish,
                        Taken.nothing(Cells.touched(now, now.plusSeconds(1)).from())
                                .after(taken),
                        now);

        long least = pace == Wish.Pace.SAME_DAY ? 30 : lead;
        LocalDate last = LocalDate.ofInstant(now, ZONE).plusDays(pace == Wish.Pace.SAME_DAY ? 0 : horizon);
        assertThat(offers).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates().allSatisfy(offer -> {
            Cells cells = Cells.touched(
                    offer.start().minus(before, ChronoUnit.MINUTES), offer.end().plus(after, ChronoUnit.MINUTES));
            assertThat(taken)
                    .filteredOn(each -> each.resources().contains(Resource.provider(offer.provider())))
                    .noneMatch(each -> each.cells().overlaps(cells));
            assertThat(offer.start()).isAfterOrEqualTo(now.plus(least, ChronoUnit.MINUTES));
            LocalDateTime here = LocalDateTime.ofInstant(offer.start(), ZONE);
            assertThat(here.toLocalDate()).isBeforeOrEqualTo(last);
            assertThat(here.getMinute() % 15).isZero();
            assertThat(days.isEmpty() || days.contains(here.getDayOfWeek())).isTrue();
            assertThat(here.atZone(ZONE).toInstant()).isEqualTo(offer.start());
            for (Instant each = offer.start().minus(before, ChronoUnit.MINUTES);
                    each.isBefore(offer.end().plus(after, ChronoUnit.MINUTES));
                    each = each.plus(1, ChronoUnit.MINUTES)) {
                assertThat(open(practice, offer.provider(), each)).isTrue();
            }
        });
    }

    /** Minute by minute and without the code under test. */
    private static boolean open(SmallPractice practice, String provider, Instant moment) {
        LocalDateTime here = LocalDateTime.ofInstant(moment, ZONE);
        int minute = here.getHour() * 60 + here.getMinute();
        return practice.providers().stream()
                .filter(each -> each.id().equals(provider))
                .flatMap(each -> each.hours().of(here.getDayOfWeek()).stream())
                .anyMatch(range -> range.from() <= minute && minute < range.to());
    }

    /** About the days the clock is changed, and around the year. */
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3 * 1440).map(m -> plus("2026-10-31T04:00:00Z", m)),
                Arbitraries.longs().between(0, 3 * 1440).map(m -> plus("2027-03-13T05:00:00Z", m)),
                Arbitraries.longs().between(0, 365L * 1440).map(m -> plus("2026-05-01T04:00:00Z", m)));
    }

    @Provide
    Arbitrary<Busy> busy() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 15 * 1440),
                        Arbitraries.integers().between(1, 900))
                .as(Busy::new);
    }

    /** Length, buffer before, buffer after, minutes. */
    @Provide
    Arbitrary<List<Integer>> visits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 24),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 6))
                .as((length, before, after) -> List.of(length * 5, before * 5, after * 5));
    }

    @Provide
    Arbitrary<Set<DayOfWeek>> weekdays() {
        return Arbitraries.of(DayOfWeek.class)
                .set()
                .ofMaxSize(7)
                .map(days -> days.isEmpty() ? Set.<DayOfWeek>of() : EnumSet.copyOf(days));
    }

    private static Instant plus(String from, long minutes) {
        return Instant.parse(from).plus(minutes, ChronoUnit.MINUTES);
    }
}
