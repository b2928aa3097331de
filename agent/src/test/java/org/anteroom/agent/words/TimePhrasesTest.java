package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimePhrasesTest {

    @Test
    void theLongestPhraseCounts() {
        TimePhrases phrases = TimePhrases.parse("no: no\ncorrection: no wait\n");

        assertThat(phrases.at(List.of("no", "wait"), 0).orElseThrow().sort()).isEqualTo(TimeSort.CORRECTION);
        assertThat(phrases.at(List.of("no", "thanks"), 0).orElseThrow().sort()).isEqualTo(TimeSort.NO);
        assertThat(phrases.at(List.of("no", "wait"), 0, TimeSort.NO)
                        .orElseThrow()
                        .length())
                .isEqualTo(1);
        assertThat(phrases.at(List.of("wait"), 0)).isEmpty();
    }

    @Test
    void saysWhichLineCanNotBeRead() {
        assertThatThrownBy(() -> TimePhrases.parse("# fine\nzebra: stripes\n"))
                .hasMessageContaining("spoken-time.txt:2");
        assertThatThrownBy(() -> TimePhrases.parse("or: or\nand: or\n")).hasMessageContaining("\"or\" is there twice");
    }

    @Test
    void everyNumberOfTheListHasItsMeaning() {
        for (int number = 1; number <= 29; number++) {
            assertThat(Holidays.next(number, java.time.LocalDate.of(2026, 1, 1)).isOpen())
                    .isFalse();
        }
        assertThat(DayPart.numbered(DayPart.values().length)).isEqualTo(DayPart.BEFORE_SCHOOL);
    }
}
