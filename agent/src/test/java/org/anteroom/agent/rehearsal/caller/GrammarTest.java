package org.anteroom.agent.rehearsal.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static final Grammar GRAMMAR = Grammar.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open.book",
                "open.new",
                "open.reschedule",
                "open.cancel",
                "open.confirm",
                "open.insurance",
                "open.refill",
                "open.message",
                "open.person",
                "open.clinical"
            })
    void everyMainTaskIsBegunInSixtyWaysOrMore(String rule) {
        assertThat(GRAMMAR.ways(rule, rule + ".terse", rule + ".dental", rule + ".veterinary"))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "no", "when", "when.any", "choose", "refuse", "name", "dob", "phone", "visit", "decline"})
    void everyAnswerIsGivenInTwentyWaysOrMore(String rule) {
        assertThat(GRAMMAR.ways(rule)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void whatCallersSayIsSpokenWordsOnly() {
        String[] all = GRAMMAR.names().toArray(String[]::new);

        assertThat(GRAMMAR.ways(all)).allSatisfy(way -> assertThat(way).matches("[a-z' {}-]+"));
    }

    @Test
    void theSameSeedSaysTheSame() {
        Map<String, String> facts = Map.of("visit", "a cleaning", "provider", "doctor lee");

        for (long seed = 0; seed < 50; seed++) {
            String said = GRAMMAR.say(new Random(seed), facts, "open.book");

            assertThat(GRAMMAR.say(new Random(seed), facts, "open.book")).isEqualTo(said);
            assertThat(said).doesNotContain("{").doesNotContain("(").doesNotContain("  ");
        }
    }

    @Test
    void aSentenceThatNeedsWhatTheCallerDoesNotKnowIsNotSaid() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(GRAMMAR.say(new Random(seed), Map.of("visit", "a cleaning"), "open.book"))
                    .doesNotContain("{")
                    .doesNotContain("with  ");
        }
        assertThatThrownBy(() -> GRAMMAR.say(new Random(1), Map.of(), "dob"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dob");
    }
}
