package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenWhenTest {
    /** A monday, three days before thanksgiving. */
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 15);

    @ParameterizedTest
    @CsvFileSource(resources = "spoken-when.tsv", delimiter = '\t', quoteCharacter = '\0', maxCharsPerColumn = 400)
    void understandsAnswers(String said, String meant) {
        assertThat(WhenNotation.of(SpokenWhen.of(words(said), NOW))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "found-when.tsv", delimiter = '\t', quoteCharacter = '\0', maxCharsPerColumn = 400)
    void findsTimesAmidASentenceAndNoneWhereThereIsNone(String said, String which, String meant) {
        List<String> words = words(said);
        Optional<SpokenWhen.Found> found = SpokenWhen.find(words, NOW);

        assertThat(WhenNotation.of(found.map(SpokenWhen.Found::when))).isEqualTo(meant);
        assertThat(found.map(f -> String.join(" ", words.subList(f.from(), f.to())))
                        .orElse("-"))
                .isEqualTo(which);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-27T16:00 | next friday | 2026-12-04",
                "2026-11-27T16:00 | friday week | 2026-12-04",
                "2026-11-27T16:00 | this weekend | 2026-11-28..2026-11-30",
                "2026-11-29T10:00 | next monday | 2026-11-30",
                "2026-12-31T10:00 | tomorrow | 2027-01-01",
                "2027-01-31T10:00 | the thirtieth | 2027-03-30",
                "2027-01-31T10:00 | in a month | 2027-02-28",
                "2027-02-24T10:05 | february twenty ninth | 2028-02-29",
                "2027-03-13T10:00 | tomorrow at two thirty a m | at 2027-03-14T02:30",
                "2027-10-31T10:00 | a week from today | 2027-11-07",
                "2026-11-25T09:00 | this friday or tuesday | 2026-11-27 or 2026-12-01",
                "2026-03-06T14:40 | a week on monday | 2026-03-16",
                "2026-10-17T10:00 | today's saturday so monday | 2026-10-19",
                "2026-12-29T16:00 | next monday or the monday after that | 2027-01-04 or 2027-01-11"
            })
    void reckonsFromTheDayOfSpeaking(LocalDateTime now, String said, String meant) {
        assertThat(WhenNotation.of(SpokenWhen.of(words(said), now))).isEqualTo(meant);
    }

    @Test
    void givesEveryReadingOfWhatIsAmbiguousTheLikeliestFirst() {
        When when = SpokenWhen.of(words("next thursday"), NOW).orElseThrow();

        assertThat(when.readings()).hasSize(2);
        assertThat(WhenNotation.of(new When(when.readings().subList(1, 2), List.of())))
                .isEqualTo("2026-11-26");
    }

    @ParameterizedTest
    @CsvSource({
        "the latest i can do is, true",
        "not before, true",
        "i leave on the tenth so before, true",
        "monday and then, true",
        "monday then, false",
        "the latest i can do is three, false",
        "the monday after that, false",
        "before then, false",
    })
    void knowsWhetherMoreIsSureToCome(String said, boolean unfinished) {
        assertThat(SpokenWhen.unfinished(words(said))).isEqualTo(unfinished);
    }

    @Test
    void readsLongSpeechInBoundedTime() {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            said.addAll(words("the day after the week before two weeks from monday or not between"));
        }

        Optional<When> when = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SpokenWhen.of(said, NOW));

        assertThat(when).isPresent();
    }

    @Property(tries = 3000)
    void anyWordsAreReadWithoutHarm(@ForAll @Size(max = 25) List<@From("words") String> said, @ForAll boolean asked) {
        Optional<SpokenWhen.Found> found = SpokenWhen.find(said, NOW);
        Optional<When> answer = SpokenWhen.of(said, NOW);

        assertThat(found.map(f -> f.from() < f.to() && f.from() >= 0 && f.to() <= said.size())
                        .orElse(true))
                .isTrue();
        assertThat(answer.map(when -> when.likeliest().isEmpty()).orElse(false)).isFalse();
    }

    @Property
    void everyClockTimeSpokenComesBack(
            @ForAll @IntRange(min = 1, max = 12) int hour, @ForAll @IntRange(max = 59) int minute) {
        String minutes =
                minute == 0 ? "" : minute < 10 ? "oh " + SpokenNumbers.said(minute) : SpokenNumbers.said(minute);
        String said = SpokenNumbers.said(hour) + " " + minutes + " p m";

        assertThat(WhenNotation.of(SpokenWhen.of(List.of(said.trim().split(" +")), NOW)))
                .isEqualTo(String.format("%02d:%02d", hour % 12 + 12, minute));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of(SpokenNumbers.names()),
                Arbitraries.of(
                        ("monday friday sat next this last week weekend month day days after before by until from to"
                                        + " through between and or not but except no wait the a of in on at may march first third"
                                        + " half past quarter noon morning evenings mondays tomorrow tonight every other soonest"
                                        + " anytime same time hundred oh pm am o'clock thanksgiving week's won't work 3:30 12/4"
                                        + " 99/99/99 10-ish 25:99 13/45 0 00 330 9999 two-thirty 2-4pm within couple few early"
                                        + " late end beginning rest i'm busy scratch that")
                                .split(" ")),
                Arbitraries.strings().ofMaxLength(8));
    }

    private static List<String> words(String said) {
        return said.isBlank() ? Collections.emptyList() : List.of(said.trim().split(" "));
    }
}
