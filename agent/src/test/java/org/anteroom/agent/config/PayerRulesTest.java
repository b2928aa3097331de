package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayerRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"([A-Z]{1,9}){2,9}-", "[A-Z0-9]*[A-Z0-9]*[A-Z0-9]*[A-Z0-9]*[A-Z0-9]*-"})
    void seesAPatternThatAMadeUpIdWouldKeepBusy(String pattern) {
        assertThat(PatternCost.slow(Pattern.compile(pattern))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z]{3}[0-9]{9}",
                "([A-Z]{3})?[0-9]{9,12}",
                "[A-Z0-9]+",
                "[A-Z]*[0-9]*",
                "(XYZ|ABC|W)[0-9]{7}([0-9]{2})?",
                "([A-Z]{2}[0-9]{2})+",
                "[1-9][A-Z][A-Z0-9][0-9][A-Z][A-Z0-9][0-9][A-Z]{2}[0-9]{2}",
                "W\\d{9}"
            })
    void takesPatternsAsPayersHaveThem(String pattern) {
        assertThat(PatternCost.slow(Pattern.compile(pattern))).isFalse();
    }

    @Test
    void saysWhatIsWrongWithASlowPattern(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("anteroom.toml"),
                """
                [practice]
                name = "Maple Street Dental"
                type = "dental"
                timezone = "America/New_York"
                [[practice.payer]]
                name = "Delta"
                id-pattern = "([A-Z]{1,9}){2,9}-"
                [sip]
                pbx = "pbx.example"
                user = "200"
                password = "hush"
                [[oncall.group]]
                name = "first"
                [[oncall.group.target]]
                name = "dentist on call"
                number = "301"
                """);

        assertThat(catchThrowableOfType(() -> Config.load(file), ConfigException.class)
                        .problems())
                .singleElement()
                .asString()
                .contains("practice.payer[1].id-pattern: is too slow on ids that don't match");
    }
}
