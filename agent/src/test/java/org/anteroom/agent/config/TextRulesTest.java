package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway for texts, and the factor that needs it. */
class TextRulesTest {
    private static final String PRACTICE =
            """
            [practice]
            name = "Maple Street Dental"
            type = "dental"
            timezone = "America/New_York"
            [sip]
            pbx = "pbx.example"
            user = "200"
            password = "hush"
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "nurse"
            number = "310"
            """;
    private static final String FACTOR = """
            [identity]
            factor = "text"
            """;
    private static final String GATEWAY =
            """
            [text]
            host = "smpp.gateway.example"
            system-id = "anteroom"
            password-file = "text-password"
            from = "+16145550100"
            """;

    @TempDir
    Path folder;

    @Test
    void aGatewayWithTheFactorIsInOrder() throws Exception {
        assertThat(problems(PRACTICE + FACTOR + GATEWAY)).isEmpty();
        assertThat(config(PRACTICE).text()).isEqualTo(TextConfig.NONE);
    }

    @Test
    void theFactorWithoutAGatewayIsRefusedWithItsLineAndWhatToWrite() throws Exception {
        assertThat(problems(PRACTICE + FACTOR)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("identity.factor");
            assertThat(problem.line()).isEqualTo(PRACTICE.lines().toList().size() + 2);
            assertThat(problem.sentence())
                    .contains("set host, system-id, password-file and from in [text]")
                    .contains("or choose \"pin\", \"call-back\" or \"none\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-id", "password-file", "from"})
    void aGatewayWithoutWhatItNeedsIsRefused(String key) throws Exception {
        String without = GATEWAY.replaceAll("(?m)^" + key + " = .*\n", "");

        assertThat(problems(PRACTICE + FACTOR + without))
                .extracting(Problem::key)
                .containsExactly("text." + key);
    }

    @Test
    void anUnprotectedConnectionIsForThisMachineAlone() throws Exception {
        String bare = GATEWAY + "tls = false\n";

        assertThat(problems(PRACTICE + FACTOR + bare)).extracting(Problem::key).containsExactly("text.tls");
        assertThat(problems(PRACTICE + FACTOR + bare.replace("smpp.gateway.example", "127.0.0.1")))
                .isEmpty();
    }

    @Test
    void whatSmppCanNotCarryIsRefused() throws Exception {
        assertThat(problems(PRACTICE + FACTOR + GATEWAY.replace("\"anteroom\"", "\"anteroom-of-maple-street\"")))
                .extracting(Problem::key)
                .containsExactly("text.system-id");
        assertThat(problems(PRACTICE + FACTOR + GATEWAY.replace("+16145550100", "Maple Street Dental")))
                .extracting(Problem::key)
                .containsExactly("text.from");
    }

    @Test
    void aGatewayThatNothingIsSentByIsDoubted() throws Exception {
        assertThat(Doubts.of(config(PRACTICE + GATEWAY))).extracting(Doubt::key).contains("text.host");
        assertThat(Doubts.of(config(PRACTICE + FACTOR + GATEWAY)))
                .extracting(Doubt::key)
                .doesNotContain("text.host");
    }

    @Test
    void aTextNamesThePracticeUnlessThatTellsWhySomebodyGoesThere() throws Exception {
        Config dental = config(PRACTICE + GATEWAY);
        Config mental = config(PRACTICE.replace("\"dental\"", "\"mental-health\"") + GATEWAY);
        Config named = config(PRACTICE + GATEWAY + "name = \"Maple Street\"\n");

        assertThat(dental.text().nameOf(dental.practice())).isEqualTo("Maple Street Dental");
        assertThat(mental.text().nameOf(mental.practice())).isEqualTo("the office");
        assertThat(named.text().nameOf(named.practice())).isEqualTo("Maple Street");
    }

    private List<Problem> problems(String toml) throws Exception {
        Path file = Files.writeString(folder.resolve("anteroom.toml"), toml);
        ConfigException refused = catchThrowableOfType(() -> Config.load(file), ConfigException.class);
        return refused == null ? List.of() : refused.problems();
    }

    private Config config(String toml) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml));
    }
}
