package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNumberTest {
    @ParameterizedTest
    @CsvSource({
        "6145550192, 1, +16145550192",
        "16145550192, 1, +16145550192",
        "+16145550192, 1, +16145550192",
        "07400123456, 44, +447400123456",
        "447400123456, 44, +447400123456"
    })
    void writesNumbersWithTheirCountryCode(String onFile, int code, String sent) {
        assertThat(TextNumber.of(onFile, code)).hasValue(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "911", "5550192", "8005550192", "442079460123", "not known", "61455501923333333"})
    void takesNoneThatCanNotHaveATextForOneThatCan(String onFile) {
        assertThat(TextNumber.of(onFile, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"447400123456, 1", "+447400123456, 1", "011447400123456, 1", "+16145550192, 44", "6145550192, 44"})
    void takesNoneOfAnotherCountry(String onFile, int code) {
        assertThat(TextNumber.of(onFile, code)).isEmpty();
    }
}
