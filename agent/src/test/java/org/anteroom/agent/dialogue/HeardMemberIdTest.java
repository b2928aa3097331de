package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.junit.jupiter.api.Test;

class HeardMemberIdTest {
    private static final Services SERVICES =
            TextPractice.example(PracticeType.MEDICAL).services();

    @Test
    void lettersThatOnlyTheSlotHeardArePartOfIt() {
        assertThat(in("it you six nine eight one seven nine", "t t q six nine eight one seven nine"))
                .contains("TTQ698179");
    }

    @Test
    void theOpenReadingCountsWhereItHasMore() {
        assertThat(in("a b six nine eight one", "six nine")).contains("AB6981");
    }

    @Test
    void aReadingThatLooksLikeTheInsurancesGoesBeforeALongerOne() {
        PracticePayer payer = new PracticePayer("acme", List.of(), Optional.of("W[0-9]{9}"));
        Services services = new Services(
                SERVICES.type(),
                SERVICES.zone(),
                SERVICES.visits(),
                SERVICES.providers(),
                SERVICES.sameDayVisit(),
                NamedThings.of(List.of(payer), each -> Stream.of(each.name())),
                SERVICES.pharmacies(),
                SERVICES.identity(),
                SERVICES.refills());
        List<String> open = words("a w one two three four five six seven eight nine");
        Input.Said said = new Input.Said(open, List.of(), new Clip(0, 1))
                .orElse(List.of(words("w one two three four five six seven eight nine")));

        assertThat(HeardMemberId.in(services, payer.name(), open, said)).contains("W123456789");
    }

    private static Optional<String> in(String open, String slot) {
        return HeardMemberId.in(SERVICES, "any", words(open), new Input.Said(words(open), words(slot), new Clip(0, 1)));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
