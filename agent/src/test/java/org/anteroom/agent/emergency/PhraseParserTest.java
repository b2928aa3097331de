package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "can't breathe; i cannot breathe now; true",
                "can't breathe; i can breathe; false",
                "bleed*; the bleeding; true",
                "(cut | tore) ~2 hand; he cut his right hand; true",
                "(cut | tore) ~2 hand; he cut his own right hand; false",
                "chest ~3 hurts; my chest does not hurts; false",
                "chest [really | so very] hurts; my chest so very hurts; true",
                "PART hurts; my left arm hurts; true",
                "he is gone; he's gone; true"
            })
    void readsThePatternLanguage(String pattern, String text, boolean found) {
        assertThat(finds(pattern, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a | b", "a | ", "[a", "a)", "NOSUCHCLASS a", "a & b", "()"})
    void refusesWhatItCantRead(String pattern) {
        PhraseParser parser = parser(new Lexicon());
        assertThatThrownBy(() -> parser.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PhraseParser parser(Lexicon lexicon) {
        PhraseParser parser = new PhraseParser(lexicon);
        parser.define("STOP", "not | but");
        parser.define("PART", "chest | left arm");
        return parser;
    }

    private static boolean finds(String pattern, String text) {
        Lexicon lexicon = new Lexicon();
        PhraseNet net = PhraseNet.of(List.of(parser(lexicon).parse(pattern)));
        int[][] heard = Tokeniser.tokensOf(text).stream().map(lexicon::symbols).toArray(int[][]::new);
        boolean[] found = new boolean[1];
        for (int at = 0; at < heard.length; at++) {
            net.find(heard, at, 1, heard.length, (id, tokens) -> found[0] = true);
        }
        return found[0];
    }
}
