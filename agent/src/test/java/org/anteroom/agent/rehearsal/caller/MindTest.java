package org.anteroom.agent.rehearsal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Manner.BirthWay;
import org.anteroom.agent.rehearsal.caller.Manner.DigitWay;
import org.anteroom.agent.rehearsal.caller.Manner.Mood;
import org.anteroom.agent.rehearsal.caller.Manner.SpellWay;
import org.anteroom.agent.rehearsal.caller.Manner.Style;
import org.junit.jupiter.api.Test;

class MindTest {
    private static final PracticeConfig DENTAL =
            TextPractice.example(PracticeType.DENTAL).practice();
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final Self SELF =
            new Self("helen", "parker", LocalDate.of(1984, 3, 3), "6145550192", Optional.of("4711"), Optional.empty());

    @Test
    void beginsWithWhatTheyWantAndAnswersWhatIsAsked() {
        Mind mind = mind(Style.PLAIN);

        mind.hear("Good morning. How can I help?");

        assertThat(said(mind, "What is your date of birth?")).contains("three three eighty four");
        assertThat(said(mind, "And the best number to reach you?")).contains("six one four five five five");
        assertThat(said(mind, "What is your name?")).contains("parker");
    }

    @Test
    void mostlyUsesTheKeypadWhenToldTo() {
        long pressed = IntStream.range(0, 40)
                .mapToObj(seed -> {
                    Mind mind = mind(Style.PLAIN, seed);
                    mind.hear("How can I help?");
                    return mind.hear("Please enter your pin on your keypad, then press pound.");
                })
                .filter(move -> move instanceof Move.Press keys && keys.keys().equals("4711#"))
                .count();

        assertThat(pressed).isBetween(20L, 35L);
    }

    @Test
    void takesTheOfferThatSuits() {
        Mind mind = mind(Style.PLAIN);
        mind.hear("How can I help?");

        mind.hear("I have Monday, November 30 at 9 AM, Tuesday, December 1 at 2 PM, or Wednesday, December 2 at 8 AM."
                + " Which one would you like?");

        assertThat(mind.accepted()).contains(LocalDateTime.of(TUESDAY, LocalTime.of(14, 0)));
    }

    @Test
    void refusesWhatDoesNotSuitAndTakesWhatThereIsInTheEnd() {
        Mind mind = mind(Style.PLAIN);
        mind.hear("How can I help?");
        String offer = "I have Monday, November 30 at 9 AM, or Thursday, December 3 at 2 PM. Which one would you like?";

        mind.hear(offer);
        mind.hear(offer);
        assertThat(mind.accepted()).isEmpty();
        mind.hear(offer);
        mind.hear(offer);

        assertThat(mind.when().any()).isTrue();
        assertThat(mind.accepted()).isPresent();
    }

    @Test
    void correctsAWrongDayAndAWrongNumberButLetsANameThatSoundsAlikePass() {
        Mind mind = mind(Style.PLAIN);
        mind.hear("How can I help?");
        mind.hear("I have Tuesday, December 1 at 2 PM. Would you like that?");

        assertThat(said(mind, "The name is Helen Barker. Is that right?")).doesNotContain("parker");
        assertThat(said(mind, "Your number is 6 1 4, 5 5 5, 0 1 9 3. Is that right?"))
                .contains("nine two");
        assertThat(said(mind, "You were born March 3, 1985. Is that correct?")).contains("eighty four");
        assertThat(said(mind, "That is Wednesday, December 2 at 2 PM. Is that right?"))
                .matches(".*\\b(no|not|wrong)\\b.*");
    }

    @Test
    void changesTheirMindMidwayOnce() {
        Mind mind = mind(Style.CHANGES_MIND);
        mind.hear("How can I help?");
        String offer = "I have Tuesday, December 1 at 2 PM, or Friday, December 4 at 9 AM. Which one would you like?";

        assertThat(said(mind, offer)).contains("friday");
        mind.hear(offer);

        assertThat(mind.accepted()).contains(LocalDateTime.of(2026, 12, 4, 9, 0));
    }

    @Test
    void asksForAPersonAndGoesWhenTheyGetNowhere() {
        Mind mind = mind(Style.PLAIN);
        Move last = mind.hear("How can I help?");
        for (int turn = 0; turn < 40 && !(last instanceof Move.HangUp); turn++) {
            last = mind.hear("Sorry, I didn't catch that.");
        }

        assertThat(mind.wantsPerson()).isTrue();
        assertThat(last).isInstanceOf(Move.HangUp.class);
    }

    @Test
    void theSameSituationHoldsTheSameCall() {
        List<String> agent = List.of("How can I help?", "Your date of birth?", "When would you like to come?");
        Draw draw = new Draw(DENTAL);
        for (long seed = 1; seed < 60; seed++) {
            assertThat(draw.of(seed)).isEqualTo(new Draw(DENTAL).of(seed));
            Mind one = new Mind(draw.of(seed), DENTAL);
            Mind other = new Mind(draw.of(seed), DENTAL);
            agent.forEach(said -> assertThat(one.hear(said)).isEqualTo(other.hear(said)));
        }
    }

    private static String said(Mind mind, String heard) {
        return mind.hear(heard) instanceof Move.Say say ? say.words() : "";
    }

    private static Mind mind(Style style) {
        return mind(style, 7);
    }

    private static Mind mind(Style style, long seed) {
        When when = new When(Set.of(TUESDAY), 0, 24 * 60, "on tuesday");
        When friday = new When(Set.of(TUESDAY.plusDays(3)), 0, 24 * 60, "on friday");
        Goal goal = new Goal(
                Task.BOOK,
                SELF,
                "cleaning",
                "a cleaning",
                Optional.empty(),
                when,
                style == Style.CHANGES_MIND ? Optional.of(friday) : Optional.empty(),
                "",
                false,
                Errand.NONE);
        Manner manner = new Manner(style, Mood.CALM, BirthWay.NUMBERS, SpellWay.LETTERS, DigitWay.OH, 3, 34);
        return new Mind(
                new Situation(seed, LocalDateTime.of(2026, 11, 27, 9, 0), List.of(), goal, manner, Optional.empty()),
                DENTAL);
    }
}
