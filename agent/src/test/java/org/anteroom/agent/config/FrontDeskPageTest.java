package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about the front desk says to write is a configuration. */
class FrontDeskPageTest {
    private static final String OTHERS =
            """

            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "pw"
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            [records]
            folder = "data"
            key-file = "records.key"
            """;

    @TempDir
    Path folder;

    @Test
    void theExampleOfTextedCodesIsAccepted() throws Exception {
        String page = Files.readString(Path.of("../packaging/docs/front-desk.md"));
        String example = page.substring(
                        page.indexOf("### A code as a text"), page.indexOf("## Visits that staff approve"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));
        String practice =
                """

                [practice]
                name = "Maple Street Dental"
                type = "dental"
                timezone = "America/New_York"
                """;

        Config config = Config.load(Files.writeString(folder.resolve("anteroom.toml"), example + practice + OTHERS));

        assertThat(config.identity().factor()).isEqualTo(IdentityConfig.Factor.TEXT);
        assertThat(config.text().nameOf(config.practice())).isEqualTo("Maple Street");
    }

    @Test
    void theExampleIsAccepted() throws Exception {
        String page = Files.readString(Path.of("../packaging/docs/front-desk.md"));
        String example = page.substring(page.indexOf("## Configuration"), page.indexOf("## Trying it"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));

        Config config = Config.load(Files.writeString(folder.resolve("anteroom.toml"), example + OTHERS));

        assertThat(config.practice().books()).isTrue();
        assertThat(config.practice().payers()).hasSize(1);
        assertThat(config.refills().controlled()).containsExactly("oxycodone");
    }
}
