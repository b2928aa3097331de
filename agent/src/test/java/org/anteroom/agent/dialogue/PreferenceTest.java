package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SpokenWhen;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T09:15");
    private static final TimeRange AFTERNOON = new TimeRange(12 * 60, 17 * 60);

    @Test
    void aDayAndATimeOfDayAreKeptApart() {
        Preference told = of("tuesday afternoon");
        assertThat(told.days()).containsExactly(Window.on(LocalDate.parse("2026-11-24")));
        assertThat(told.times()).hasSize(1);
        assertThat(told.windows()).hasSize(1);
        assertThat(told.windows().get(0).times()).isEqualTo(told.times());
    }

    @Test
    void anotherDayKeepsTheTimeOfDay() {
        Preference changed = of("tuesday afternoon").then(of("thursday"));
        assertThat(changed.days()).containsExactly(Window.on(LocalDate.parse("2026-11-26")));
        assertThat(changed.times()).isEqualTo(of("tuesday afternoon").times());
    }

    @Test
    void anotherTimeOfDayKeepsTheDay() {
        Preference changed = of("tuesday afternoon").then(of("in the morning"));
        assertThat(changed.days()).containsExactly(Window.on(LocalDate.parse("2026-11-24")));
        assertThat(changed.windows().get(0).holds(LocalDate.parse("2026-11-24"), 9 * 60))
                .isTrue();
        assertThat(changed.windows().get(0).holds(LocalDate.parse("2026-11-24"), 14 * 60))
                .isFalse();
    }

    @Test
    void aWholeNewWishTakesThePlaceOfTheOld() {
        Preference changed = of("tuesday afternoon").then(of("friday at nine"));
        assertThat(changed.windows().get(0).holds(LocalDate.parse("2026-11-27"), 9 * 60))
                .isTrue();
        assertThat(changed.windows().get(0).holds(LocalDate.parse("2026-11-27"), 14 * 60))
                .isFalse();
    }

    @Test
    void whatDoesNotSuitIsRememberedWhileTheDayIsTheSame() {
        Preference changed = of("tuesday").then(of("not in the morning"));
        assertThat(changed.days()).containsExactly(Window.on(LocalDate.parse("2026-11-24")));
        assertThat(changed.except()).isNotEmpty();
    }

    @Test
    void aWeekdayIsTheOneInTheWeekThatWasSpokenOf() {
        assertThat(of("the week after next").then(of("friday")).days())
                .containsExactly(Window.on(LocalDate.parse("2026-12-11")));
        assertThat(of("december eleventh").then(of("thursday")).days())
                .containsExactly(Window.on(LocalDate.parse("2026-12-10")));
        assertThat(of("tomorrow").then(of("friday")).days()).containsExactly(Window.on(LocalDate.parse("2026-11-27")));
        assertThat(of("friday").then(of("december third")).days())
                .containsExactly(Window.on(LocalDate.parse("2026-12-03")));
    }

    @Test
    void aDayThatIsNoWeekdayAloneIsThatDayWhateverWasSpokenOf() {
        Preference before = of("december sixteenth");

        assertThat(before.then(of("tomorrow")).days()).containsExactly(Window.on(LocalDate.parse("2026-11-24")));
        assertThat(before.then(of("today")).days()).containsExactly(Window.on(LocalDate.parse("2026-11-23")));
        assertThat(before.then(of("december third")).days()).containsExactly(Window.on(LocalDate.parse("2026-12-03")));
        assertThat(before.then(of("this friday")).days()).containsExactly(Window.on(LocalDate.parse("2026-11-27")));
        assertThat(before.then(of("wednesday the second")).days())
                .containsExactly(Window.on(LocalDate.parse("2026-12-02")));
    }

    @Test
    void oneMomentIsExact() {
        assertThat(of("friday at ten thirty").exact()).isTrue();
        assertThat(of("friday morning").exact()).isFalse();
        assertThat(of("at three").exact()).isFalse();
    }

    @Test
    void asSoonAsPossibleIsAWish() {
        assertThat(of("as soon as possible").soonest()).isTrue();
        assertThat(of("as soon as possible").narrows()).isTrue();
        assertThat(Preference.ANY.narrows()).isFalse();
    }

    @Test
    void weeklyDaysAreThoseDaysAlone() {
        Preference told = of("mondays or wednesdays after three");
        assertThat(told.windows())
                .anyMatch(window -> window.days().contains(DayOfWeek.WEDNESDAY)
                        || window.days().equals(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY)));
    }

    @Test
    void theSearchWidensStepByStepAndEnds() {
        Preference exact = of("tuesday at three");
        LocalDate tuesday = LocalDate.parse("2026-11-24");
        assertThat(holds(exact, tuesday, 15 * 60 + 30)).isFalse();
        assertThat(holds(exact.widened(1).orElseThrow(), tuesday, 15 * 60 + 30)).isTrue();
        assertThat(holds(exact.widened(1).orElseThrow(), tuesday, 9 * 60)).isFalse();
        assertThat(holds(exact.widened(2).orElseThrow(), tuesday, 9 * 60)).isTrue();
        assertThat(holds(exact.widened(2).orElseThrow(), tuesday.plusDays(1), 9 * 60))
                .isFalse();
        assertThat(holds(exact.widened(3).orElseThrow(), tuesday.plusDays(1), 9 * 60))
                .isTrue();
        assertThat(holds(exact.widened(3).orElseThrow(), tuesday.minusDays(1), 9 * 60))
                .isFalse();
        assertThat(exact.widened(4).orElseThrow().windows()).isEmpty();
        assertThat(exact.widened(5)).isEmpty();
    }

    @Test
    void whoNamesHoursIsOfferedThemOnLaterDaysAsWell() {
        Preference wider = of("tuesday after three").widened(2).orElseThrow();
        LocalDate tuesday = LocalDate.parse("2026-11-24");
        assertThat(holds(wider, tuesday, 9 * 60)).isTrue();
        assertThat(holds(wider, tuesday.plusDays(1), 15 * 60)).isTrue();
        assertThat(holds(wider, tuesday.plusDays(1), 9 * 60)).isFalse();
    }

    @Test
    void everyDayIsNotWrittenDayByDay() {
        assertThat(of("mornings are best").written()).isEqualTo("07:00-12:00");
    }

    @Test
    void aDayThatItsMonthDoesNotHaveIsNoWholeMonth() {
        assertThat(of("february thirtieth").noSuchDay()).isTrue();
        assertThat(of("the thirty first of november in the morning").noSuchDay())
                .isTrue();
        assertThat(of("some time in february").noSuchDay()).isFalse();
        assertThat(of("february thirtieth no the tenth").noSuchDay()).isFalse();
        assertThat(of("february thirtieth").then(of("the tenth")).days())
                .isEqualTo(List.of(Window.on(LocalDate.parse("2027-02-10"))));
        assertThat(of("february thirtieth").then(of("the thirty first")).noSuchDay())
                .isTrue();
    }

    @Test
    void aDayOfTheMonthIsOfTheMonthThatWasSpokenOfUnlessItIsOverThere() {
        assertThat(of("february tenth").then(of("the fifteenth")).days())
                .isEqualTo(List.of(Window.on(LocalDate.parse("2027-02-15"))));
        assertThat(of("friday").then(of("the third")).days())
                .isEqualTo(List.of(Window.on(LocalDate.parse("2026-12-03"))));
    }

    @Test
    void anHourThatIsToldLaterTakesThePlaceOfThatOfTheDay() {
        Preference before = new Preference(
                List.of(Window.on(LocalDate.parse("2026-12-01")).during(new TimeRange(0, 480))),
                List.of(),
                List.of(),
                false);
        assertThat(before.then(of("ten thirty")).windows().get(0).times()).isEqualTo(List.of(new TimeRange(630, 631)));
    }

    @Test
    void staffReadItAsACalendarWritesIt() {
        assertThat(new Preference(
                                List.of(Window.on(LocalDate.parse("2026-12-01"))), List.of(AFTERNOON), List.of(), false)
                        .written())
                .isEqualTo("from 2026-12-01T00:00 before 2026-12-02T00:00 12:00-17:00");
        assertThat(Preference.ANY.written()).isEqualTo("any time");
        assertThat(of("as soon as possible").written()).isEqualTo("as soon as possible");
    }

    private static boolean holds(Preference preference, LocalDate day, int minute) {
        return preference.windows().stream().anyMatch(window -> window.holds(day, minute));
    }

    private static Preference of(String words) {
        List<String> said = Normaliser.words(words);
        return Preference.of(SpokenWhen.of(said, MONDAY).orElseThrow(), said, MONDAY);
    }
}
