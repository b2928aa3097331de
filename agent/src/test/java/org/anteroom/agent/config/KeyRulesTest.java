package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRulesTest {
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
            name = "dentist"
            number = "301"
            """;

    @TempDir
    Path folder;

    @Test
    void hasTheKeysThatWereThereBeforeTheyCouldBeChosen() throws Exception {
        assertThat(load("").oncall().keys()).isEqualTo(new BridgeKeysConfig("*2", "*3", "*7", "*9", "*", List.of()));
    }

    @Test
    void takesOtherKeysAndACodeOfThePbxThatTheyLeaveAlone() throws Exception {
        BridgeKeysConfig keys = load("pass = \"#5\"\nrepeat = \"0\"\ntaken-by-pbx = [\"*1\", \"*2\", \"##\"]")
                .oncall()
                .keys();

        assertThat(keys.pass()).isEqualTo("#5");
        assertThat(keys.repeat()).isEqualTo("0");
    }

    @Test
    void namesEveryKeyOfOursThatThePbxTakesAsInstalled() {
        List<Problem> problems = problems("taken-by-pbx = [\"*1\", \"*2\", \"**\", \"##\"]");

        assertThat(problems)
                .extracting(Problem::key)
                .containsExactly("oncall.emergency-key", "oncall.keys.pass", "oncall.keys.repeat");
        assertThat(problems.get(0).sentence()).contains("\"**\"").contains("hang up");
        assertThat(problems.get(1).sentence()).contains("\"*2\"").contains("Switch that code off");
    }

    @Test
    void letsTheUsualKeyForAServiceGiveWayToWhatWasChosenBefore() throws Exception {
        assertThat(load("pass = \"*9\"").oncall().keys().pass()).isEqualTo("*9");
        assertThat(load("taken-by-pbx = [\"*9\"]").oncall().keys().add()).isEqualTo("*9");
        assertThat(problems("pass = \"#9\"\nadd = \"#9\""))
                .extracting(Problem::key)
                .containsExactly("oncall.keys.add");
    }

    @Test
    void namesEveryKeyThatAShorterCodeSwallows() {
        assertThat(problems("taken-by-pbx = [\"*\"]"))
                .extracting(Problem::key)
                .containsExactly(
                        "oncall.emergency-key",
                        "oncall.keys.pass",
                        "oncall.keys.back",
                        "oncall.keys.false-alarm",
                        "oncall.keys.add",
                        "oncall.keys.repeat");
    }

    @Test
    void refusesTwoCommandsWithOneKey() {
        assertThat(only("back = \"*2\"").sentence()).contains("oncall.keys.pass");
    }

    @Test
    void refusesACommandThatBeginsWithTheKeyThatTakesACall() {
        assertThat(only("back = \"12\"").sentence()).contains("oncall.accept-key");
    }

    @Test
    void refusesWhatIsNoKeyOrNoCode() {
        assertThat(only("pass = \"*22\"").sentence()).contains("one or two keys");
        assertThat(only("taken-by-pbx = [\"star\"]").key()).isEqualTo("oncall.keys.taken-by-pbx");
    }

    private Config load(String keys) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), GOOD + "[oncall.keys]\n" + keys + "\n"));
    }

    private List<Problem> problems(String keys) {
        return catchThrowableOfType(() -> load(keys), ConfigException.class).problems();
    }

    private Problem only(String keys) {
        assertThat(problems(keys)).hasSize(1);
        return problems(keys).get(0);
    }
}
