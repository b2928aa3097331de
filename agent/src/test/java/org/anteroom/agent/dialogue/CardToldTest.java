package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardToldTest {
    @ParameterizedTest
    @CsvSource({
        "it's cigna and the member id is w two two three four five six group number five five one, W223456, 551, it's cigna",
        "delta dental policy number a b one two three four five, AB12345, , delta dental",
        "my i d number is a b c one two three four five six, ABC123456, , ''",
        "blue cross the group is nine nine one member number x y one two three four, XY1234, 991, blue cross",
        "i have a new insurance card, , , i have a new insurance card",
        "i'm a new member, , , i'm a new member",
        "it's a group plan through work, , , it's a group plan through work",
    })
    void numbersOfACardThatWasNotAskedFor(String said, String member, String group, String before) {
        CardTold told = CardTold.in(Normaliser.words(said));
        assertThat(told.memberId()).isEqualTo(Optional.ofNullable(member));
        assertThat(told.group()).isEqualTo(Optional.ofNullable(group));
        assertThat(String.join(" ", told.before())).isEqualTo(before);
    }
}
