package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickedTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T09:15");
    private static final Services SERVICES = Example.services();
    private static final Offer FIRST = offer("2026-12-01T10:15", "ortiz");
    private static final Offer SECOND = offer("2026-12-01T14:00", "ortiz");
    private static final Offer THIRD = offer("2026-12-03T09:00", "lee");
    private static final List<Offer> OFFERS = List.of(FIRST, SECOND, THIRD);

    @ParameterizedTest
    @CsvSource({
        "the first one please, 1",
        "first, 1",
        "i'll take the second, 2",
        "number two, 2",
        "option three please, 3",
        "the last one, 3",
        "two o'clock, 2",
        "two please, 2",
        "thursday, 3",
        "thursday works, 3",
        "the one in the afternoon, 2",
        "tuesday afternoon, 2",
        "ten fifteen, 1",
        "the ten fifteen one, 1",
        "the nine o'clock one, 3",
        "december third, 3",
        "the third at nine, 3",
        "with doctor lee, 3",
        "yes thursday at nine please, 3",
        "any of those, 1",
    })
    void oneIsPickedInManyWays(String words, int which) {
        assertThat(picked(words)).isEqualTo(new Picked.One(OFFERS.get(which - 1)));
    }

    @Test
    void anotherDayIsNoneOfThoseThatWereOffered() {
        assertThat(another("another day")).isEqualTo(days(Window.from(LocalDateTime.parse("2026-12-04T00:00"))));
    }

    @Test
    void earlierIsBeforeTheFirstAndOnTheSameDayWhereAllAreOnOne() {
        assertThat(another("is there anything earlier"))
                .isEqualTo(days(Window.before(LocalDateTime.parse("2026-12-01T10:15"))));
        Picked oneDay = Picked.of(said("is there anything earlier"), List.of(FIRST, SECOND), SERVICES, MONDAY);
        assertThat(oneDay)
                .isEqualTo(new Picked.Another(
                        days(Window.on(LocalDate.parse("2026-12-01")).during(new TimeRange(0, 10 * 60 + 15)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do you have anything later that day",
                "anything later on that same day",
                "is there something later on the same day"
            })
    void laterThatDayIsAfterTheLastOfThem(String words) {
        Picked oneDay = Picked.of(said(words), List.of(FIRST, SECOND), SERVICES, MONDAY);
        int last = SECOND.start().atZone(SERVICES.zone()).getHour() * 60
                + SECOND.start().atZone(SERVICES.zone()).getMinute();
        assertThat(oneDay)
                .isEqualTo(new Picked.Another(
                        days(Window.on(LocalDate.parse("2026-12-01")).during(new TimeRange(last + 1, 24 * 60)))));
    }

    @Test
    void theLaterOneIsOneOfThem() {
        assertThat(picked("i'll take the later one")).isEqualTo(new Picked.One(THIRD));
        assertThat(picked("the earlier one please")).isEqualTo(new Picked.One(FIRST));
    }

    @Test
    void atOneIsAnHour() {
        Offer noon = offer("2026-12-01T13:00", "ortiz");
        assertThat(Picked.of(said("at one"), List.of(FIRST, noon), SERVICES, MONDAY))
                .isEqualTo(new Picked.One(noon));
    }

    private static Preference another(String words) {
        return ((Picked.Another) picked(words)).when();
    }

    private static Preference days(Window window) {
        return new Preference(List.of(window), List.of(), List.of(), false);
    }

    @Test
    void moreThanOneIsAskedBetween() {
        assertThat(picked("tuesday")).isEqualTo(new Picked.Several(List.of(FIRST, SECOND)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "none of those", "neither", "do you have anything else", "no those don't work"})
    void noneOfThem(String words) {
        assertThat(picked(words)).isInstanceOf(Picked.None.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "friday",
                "no friday would be better",
                "do you have something in the week of december fourteenth",
                "at four",
                "anything later",
                "do you have anything earlier",
                "another day please"
            })
    void anotherTime(String words) {
        assertThat(picked(words)).isInstanceOf(Picked.Another.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first line please", "for one please"})
    void anotherReadingPicksWhereTheFirstIsNoAnswer(String words) {
        Input.Said heard = said(words).orElse(List.of(List.of("purple"), Normaliser.words("the first one please")));
        assertThat(Picked.of(heard, OFFERS, SERVICES, MONDAY)).isEqualTo(new Picked.One(FIRST));
        assertThat(Picked.of(said("thursday").orElse(heard.others()), OFFERS, SERVICES, MONDAY))
                .isEqualTo(new Picked.One(THIRD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"john miller", "purple monkey", "hello"})
    void noAnswer(String words) {
        assertThat(picked(words)).isInstanceOf(Picked.Unclear.class);
    }

    @Test
    void aSingleOfferIsTakenByYes() {
        Picked picked = Picked.of(said("yes that works"), List.of(THIRD), SERVICES, MONDAY);
        assertThat(picked).isEqualTo(new Picked.One(THIRD));
        assertThat(Picked.of(said("no"), List.of(THIRD), SERVICES, MONDAY)).isInstanceOf(Picked.None.class);
    }

    private static Picked picked(String words) {
        return Picked.of(said(words), OFFERS, SERVICES, MONDAY);
    }

    private static Input.Said said(String words) {
        return new Input.Said(Normaliser.words(words), List.of(), new Clip(0, 1));
    }

    private static Offer offer(String start, String provider) {
        Instant from = LocalDateTime.parse(start).atZone(Example.ZONE).toInstant();
        return new Offer(provider, Optional.empty(), "cleaning", from, from.plusSeconds(45 * 60));
    }
}
