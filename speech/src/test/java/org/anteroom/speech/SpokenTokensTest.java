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
        assertThat(tokens.markup("Yes. We do"))
                .endsWith("<p><s><t>Yes</t><t>.</t></s><s><t>We</t><t>do</t></s></p></maryxml>");
    }

    @Test
    void namesCarryTheirPronunciation() {
        assertThat(tokens.markup("Doctor Nguyen is in.")).contains("<t ph=\"' w I n\">Nguyen</t>");
    }

    @Test
    void theLetterAIsNotTheArticle() {
        assertThat(tokens.markup("Your code is A7.")).contains("<t ph=\"' EI\">A</t>");
        assertThat(tokens.markup("at 8 AM")).contains("<t ph=\"' EI\">A</t>");
        assertThat(tokens.markup("A person will call. A nurse too.")).doesNotContain("ph=");
        assertThat(tokens.markup("take a message")).doesNotContain("ph=");
    }

    @Test
    void markupInTextIsNoMarkup() {
        assertThat(tokens.markup("<boundary/> & \"x\""))
                .doesNotContain("<boundary")
                .doesNotContain("&");
    }
}
