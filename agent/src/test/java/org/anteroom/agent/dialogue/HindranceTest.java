package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HindranceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "my ride fell through for december",
                "i won't be able to come december",
                "i can't make it to my appointment december",
                "something came up on december",
                "i'm not going to be able to do december",
            })
    void whatKeepsTheCallerIsNoWish(String said) {
        assertThat(Hindrance.before(Normaliser.words(said), at(said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i can't make friday so could we do december",
                "something came up i need to move it to december",
                "my ride fell through can we do december",
                "i'd like to come december",
            })
    void whatFollowsAWishIsOne(String said) {
        assertThat(Hindrance.before(Normaliser.words(said), at(said))).isFalse();
    }

    private static int at(String said) {
        List<String> words = Normaliser.words(said);
        return words.size() - 1;
    }
}
