package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenTokensTest {
    private final SpokenTokens tokens = new SpokenTokens(Map.of("nguyen", "' w I n"));

    @Test
    void everyWordAndMarkIsAToken() {
        assertThat(SpokenTokens.of("Well, it's open.")).containsExactly("Well", ",", "it's", "open", ".");
    }

    @Test
    void marksSentences() {
        assertThat(tokens.markup("Yes. We do", Tempo.USUAL))
                .endsWith("<p><s><t>Yes</t><t>.</t></s><s><t>We</t><t>do</t></s></p></maryxml>");
    }

    @Test
    void namesCarryTheirPronunciation() {
        assertThat(tokens.markup("Doctor Nguyen is in.", Tempo.USUAL)).contains("<t ph=\"' w I n\">Nguyen</t>");
    }

    @Test
    void theLetterAIsNotTheArticle() {
        assertThat(tokens.markup("Your code is A7.", Tempo.USUAL)).contains("<t ph=\"' EI\">A</t>");
        assertThat(tokens.markup("at 8 AM", Tempo.USUAL)).contains("<t ph=\"' EI\">A</t>");
        assertThat(tokens.markup("A person will call. A nurse too.", Tempo.USUAL))
                .doesNotContain("ph=");
        assertThat(tokens.markup("take a message", Tempo.USUAL)).doesNotContain("ph=");
    }

    @Test
    void markupInTextIsNoMarkup() {
        assertThat(tokens.markup("<boundary/> & \"x\"", Tempo.USUAL))
                .doesNotContain("<boundary")
                .doesNotContain("&");
    }

    @Test
    void aBriskSentenceIsFasterAndHardlyPausesAtCommas() {
        assertThat(tokens.markup("Burn, 6 1.", Tempo.BRISK))
                .contains("<prosody rate=\"+20%\"><s><t>Burn</t><t>,</t><boundary breakindex=\"3\" duration=\"80\"/>"
                        + "<t>six</t><t>one</t><t>.</t></s></prosody>");
        assertThat(tokens.markup("Burn, 6 1.", Tempo.USUAL))
                .doesNotContain("prosody")
                .doesNotContain("boundary");
    }
}
