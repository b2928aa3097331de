package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallsRulesTest {
    private static final String PRACTICE =
            """
            [practice]
            name = "Maple Street Clinic"
            type = "medical"
            timezone = "UTC"
            [practice.hours]
            monday = ["08:00-17:00"]
            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "pw"
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            """;

    private static final String DESK = "[desk]\nnumber = \"300\"\n";

    @TempDir
    Path folder;

    @Test
    void everyCallIsServedAndNobodyBlockedWhereNothingIsSaid() throws Exception {
        CallsConfig calls = load("").calls();

        assertThat(calls.blocked()).isEmpty();
        assertThat(List.of(calls.whenUnconditional(), calls.whenBusy(), calls.whenNoAnswer()))
                .containsOnly(Arriving.SERVE);
        assertThat(calls.silenceSeconds()).isEqualTo(45);
    }

    @Test
    void aDeskThatRingsFirstMustBeThere() throws Exception {
        assertThat(problems("[calls]\nwhen-busy = \"ring-desk-first\"\n"))
                .extracting(Problem::key)
                .containsExactly("calls.when-busy");
        assertThat(load(DESK + "[calls]\nwhen-busy = \"ring-desk-first\"\n")
                        .calls()
                        .whenBusy())
                .isEqualTo(Arriving.RING_DESK_FIRST);
    }

    @Test
    void numbersAreBlockedAsPeopleWriteThem() throws Exception {
        assertThat(load("[calls]\nblocked = [\"+1 (212) 555-0111\", \"+1 555*\", \"anonymous\"]\n")
                        .calls()
                        .blocked())
                .containsExactly("+12125550111", "+1555*", "anonymous");
    }

    @Test
    void nobodyBlocksEverybody() {
        for (String entry : List.of("*", "1*", "+1*", "everybody", "")) {
            assertThat(problems("[calls]\nblocked = [\"" + entry + "\"]\n"))
                    .extracting(Problem::key)
                    .containsExactly("calls.blocked[1]");
        }
    }

    @Test
    void blockedNumbersStandNeitherInTheKeptPlanNorInTheTextForm() throws Exception {
        Config config = load("[calls]\nblocked = [\"2125550111\"]\n");

        assertThat(EmergencyPlan.of(config).calls().blocked()).isEmpty();
        assertThat(config.calls().toString()).doesNotContain("2125550111");
    }

    private Config load(String more) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), PRACTICE + more));
    }

    private List<Problem> problems(String more) {
        return catchThrowableOfType(() -> load(more), ConfigException.class).problems();
    }
}
