package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoWishesTest {
    private static Optional<TwoWishes> in(String said) {
        List<String> words = Arrays.asList(said.split(" "));
        return TwoWishes.in(new Input.Said(words, List.of(), new Clip(0, 1)), Intents.REVIEWED.of(words));
    }

    @ParameterizedTest
    @CsvSource({
        "i need a refill and also to move my cleaning, REFILL, RESCHEDULE",
        "cancel my appointment and what are your hours friday, CANCEL, HOURS",
        "i'd like to book a checkup and i also need a refill on my lisinopril, BOOK, REFILL",
        "i have to reschedule my appointment on tuesday and i have a question about my bill, RESCHEDULE, BILLING",
        "i want to cancel my cleaning and also book a checkup for my son, CANCEL, BOOK",
        "what time do you close today and can i get an appointment next week, HOURS, BOOK",
        "i'd like to confirm my appointment and update my insurance, CONFIRM, INSURANCE",
        "could you cancel thursday's appointment also i need more of my thyroid medication, CANCEL, REFILL",
        "where are you located and do you have anything open on monday for a cleaning, LOCATION, BOOK"
    })
    void tellsThemApart(String said, Intent first, Intent second) {
        assertThat(in(said)).hasValueSatisfying(two -> {
            assertThat(two.first().intent()).isEqualTo(first);
            assertThat(two.second().intent()).isEqualTo(second);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i need to cancel my appointment and make a new one",
                "i need to cancel and reschedule my appointment",
                "cancel my appointment on monday and move it to friday",
                "i want to make an appointment for me and my husband",
                "i need an appointment for a cleaning and x rays",
                "i need a refill of my lisinopril and my metformin",
                "i have a toothache and need an appointment",
                "i got a new insurance card and want to give you the numbers",
                "is the office open tomorrow and the day after",
                "and and and also and also",
                "i need a refill and i ran out and i need to come in",
                "the dog and the cat and also the bird were so loud"
            })
    void takesWhatIsLessPlainForOne(String said) {
        assertThat(in(said)).isEmpty();
    }
}
