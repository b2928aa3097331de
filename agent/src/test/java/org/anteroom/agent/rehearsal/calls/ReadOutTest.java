package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.Test;

class ReadOutTest {

    @Test
    void aNumberIsHeardAsOne() {
        assertThat(text(ReadOut.in(
                        words(0, "i have three size to size two seven one four three seven is that right"),
                        words(2, "three five two five two seven one four three seven is that right"))))
                .isEqualTo("i have three five two five two seven one four three seven is that right");
    }

    @Test
    void aDateOfBirthIsHeardAsOne() {
        assertThat(text(ReadOut.in(
                        words(0, "for emma parker boring march twenty nineteen sixty eight i have the session"),
                        words(3, "born march twentieth nineteen fifty eight"))))
                .isEqualTo("for emma parker boring march twentieth nineteen fifty eight i have the session");
    }

    @Test
    void aTimeIsHeardAsItWas() {
        List<Word> offers = words(0, "i have monday november thirtieth at eight with ortiz");
        assertThat(ReadOut.in(offers, words(3, "november thirtieth eight"))).isEqualTo(offers);
    }

    /** Half a second each. */
    private static List<Word> words(int from, String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            int start = 500 * (from + words.size());
            words.add(new Word(word, 1, start, start + 400));
        }
        return words;
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
