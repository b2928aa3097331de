package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {
    @Test
    void saysWhoseCodeItIsAndNothingOfAVisit() {
        assertThat(CodeText.of("271828", "Maple Street"))
                .isEqualTo("271828 is your code for Maple Street. Enter it only in the call that you made. Nobody from"
                        + " the practice will ask you for it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Praxis Dr. Müller & Söhne",
                "Clínica {Ñandú} ~ $5 @ night | \\ ^ [x]",
                "The Very Long And Winding Family Practice Of All The Hills And Valleys Around Springfield",
                "診療所",
                ""
            })
    void fitsIntoOneTextOfPlainCharacters(String name) {
        String text = CodeText.of("271828", name);

        assertThat(text).hasSizeLessThanOrEqualTo(160).matches("[A-Za-z0-9 .,'&/()-]+");
        assertThat(text).contains(" for ").doesNotContain("  ").doesNotContain("for .");
    }
}
