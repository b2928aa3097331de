package org.anteroom.agent.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.config.PhoneGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnCallEntryTest {

    @Test
    void readsNamesAndNumbersAsPeopleWriteThem() {
        assertThat(OnCallEntry.problem("Dr. Reed=301, her mobile = (555) 555-0142"))
                .isEmpty();
        assertThat(OnCallEntry.parse("Dr. Reed=301, her mobile = (555) 555-0142"))
                .containsExactly(
                        new PhoneGroup.Phone("Dr. Reed", "301", true),
                        new PhoneGroup.Phone("her mobile", "5555550142", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr. Reed | write NAME=NUMBER",
                "Dr. Reed=301, | write NAME=NUMBER",
                "=301 | write NAME=NUMBER",
                "Dr. Reed=desk | the number of Dr. Reed must be a number",
                "help=911 | 911 is a service",
                "help=9-911 | 9911 is a service",
                "a=301, b=3 01 | the number of b stands there twice"
            })
    void saysWhatIsWrong(String typed, String said) {
        assertThat(OnCallEntry.problem(typed))
                .hasValueSatisfying(problem -> assertThat(problem).contains(said));
    }
}
