package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that hands over by phone, and the PINs for it. */
class HandOverRulesTest {
    private static final OncallPerson REED =
            new OncallPerson("Reed", List.of("5550142"), TargetKind.PERSON, Optional.empty());
    private static final String GOOD =
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
            [[oncall.person]]
            name = "Reed"
            numbers = ["301"]
            [oncall.hand-over]
            code = "*41"
            phones = ["311"]
            """;

    @TempDir
    Path folder;

    private OncallConfig load(String toml) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml))
                .oncall();
    }

    private String refused(String code) throws Exception {
        Files.writeString(folder.resolve("anteroom.toml"), GOOD.replace("\"*41\"", "\"" + code + "\""));
        ConfigException refused =
                catchThrowableOfType(() -> Config.load(folder.resolve("anteroom.toml")), ConfigException.class);
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().get(0).key()).isEqualTo("oncall.hand-over.code");
        return refused.problems().get(0).sentence();
    }

    @Test
    void isOffUnlessACodeIsGiven() throws Exception {
        assertThat(load(GOOD).handOver()).isEqualTo(new HandOverConfig(Optional.of("*41"), List.of("311")));
        assertThat(load(GOOD.substring(0, GOOD.indexOf("[oncall.hand-over]"))).handOver())
                .isEqualTo(HandOverConfig.NONE);
    }

    @Test
    void aCodeThatOthersDialIsRefused() throws Exception {
        assertThat(refused("200")).contains("receptionist's own extension");
        assertThat(refused("911")).contains("a service's number");
        assertThat(refused("301")).contains("rung in an emergency");
        assertThat(refused("310")).contains("rung in an emergency");
    }

    @Test
    void phonesWithoutACodeAreRefused() throws Exception {
        Files.writeString(folder.resolve("anteroom.toml"), GOOD.replace("code = \"*41\"\n", ""));
        assertThat(catchThrowableOfType(() -> Config.load(folder.resolve("anteroom.toml")), ConfigException.class)
                        .problems()
                        .get(0)
                        .sentence())
                .contains("is missing");
    }

    @Test
    void aPinIsNoneThatIsGuessedFirstNorOneThatReachesAPerson() {
        assertThat(List.of("2468", "90817263", "1357"))
                .allSatisfy(pin -> assertThat(PinRule.problem(pin, REED)).isEmpty());
        assertThat(List.of("", "246", "246824682", "24a8", "0246", "9112", "7777", "3456", "8765", "0142", "5550142"))
                .allSatisfy(pin -> assertThat(PinRule.problem(pin, REED)).isPresent());
    }

    @Test
    void onlyASaltedSlowHashIsKeptForItsOwnerAlone() throws Exception {
        Path file = PinFile.beside(folder.resolve("anteroom.toml"));
        assertThat(PinFile.read(file)).isEmpty();
        SecureRandom random = new SecureRandom();
        OncallPin reeds = OncallPin.of("Reed", "2468".toCharArray(), random);
        OncallPin same = OncallPin.of("Yu", "2468".toCharArray(), random);

        PinFile.write(file, List.of(reeds, same));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain("2468");
        assertThat(reeds.hash()).isNotEqualTo(same.hash());
        assertThat(reeds.rounds()).isGreaterThanOrEqualTo(200_000);
        assertThat(reeds).hasToString("OncallPin[Reed]");
        OncallPin kept = PinFile.read(file).get(0);
        assertThat(kept.matches("2468".toCharArray())).isTrue();
        assertThat(kept.matches("2469".toCharArray())).isFalse();
        assertThat(new OncallPin("Reed", "xy", 1, "zz").matches("2468".toCharArray()))
                .isFalse();
    }
}
