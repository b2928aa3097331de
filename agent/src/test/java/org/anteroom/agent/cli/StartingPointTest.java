package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.anteroom.agent.config.PlanFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service starts from, and everything that is said about a configuration it can't start from. */
class StartingPointTest {

    private static final String GOOD =
            """
            [practice]
            name = "Test Clinic"
            type = "medical"
            timezone = "UTC"
            [sip]
            pbx = "192.0.2.1"
            user = "100"
            password = "secret"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            """;

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("anteroom.toml");
    }

    private StartingPoint start(String toml) throws Exception {
        return StartingPoint.of(Files.writeString(file, toml), NOW);
    }

    private Failure refused(String toml) {
        return catchThrowableOfType(() -> start(toml), Failure.class);
    }

    private void keepAPlan() throws Exception {
        PlanFile.write(PlanFile.beside(file), start(GOOD).plan());
    }

    @Test
    void isTheConfigurationWhileThatIsInOrder() throws Exception {
        StartingPoint from = start(GOOD);

        assertThat(from.config()).isPresent();
        assertThat(from.trouble()).isEmpty();
    }

    @Test
    void isTheKeptPlanWhenAKeyIsMistypedAndNamesEveryProblem() throws Exception {
        keepAPlan();

        StartingPoint from = start(GOOD.replace("user =", "usr =").replace("\"201\"", "\"2o1\""));

        assertThat(from.config()).isEmpty();
        assertThat(from.plan().sip().user()).isEqualTo("100");
        assertThat(from.plan().oncall().groups().get(0).targets().get(0).number())
                .contains("201");
        assertThat(from.trouble())
                .contains("line 7: sip.usr: unknown key; did you mean sip.user?")
                .contains("line 13: oncall.group[1].target[1].number")
                .contains("only emergencies are served")
                .contains("emergency-plan.toml")
                .doesNotContain("secret");
    }

    @Test
    void isTheKeptPlanWhenTheFileIsGoneOrNoTextAnyMore() throws Exception {
        keepAPlan();

        assertThat(start("[practice\nname = ").config()).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(StartingPoint.of(file, NOW).trouble()).contains("is not UTF-8");
        Files.delete(file);
        assertThat(StartingPoint.of(file, NOW).trouble()).contains("does not exist");
    }

    @Test
    void warnsOfAPlanThatOthersMayRead() throws Exception {
        keepAPlan();
        Files.setPosixFilePermissions(PlanFile.beside(file), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(start("nonsense").trouble()).contains("chmod 0600");
    }

    @Test
    void isNothingWithoutAPlanOrWithADamagedOne() throws Exception {
        assertThat(refused("nonsense").code()).isEqualTo(ExitCode.USAGE);

        Files.writeString(PlanFile.beside(file), "[practice]\nname = \"x\"\n");

        Failure both = refused(GOOD.replace("user =", "usr ="));
        assertThat(both.code()).isEqualTo(ExitCode.USAGE);
        assertThat(both.sentence())
                .contains("sip.usr")
                .contains("can't be used either")
                .contains("emergency-plan.toml: ")
                .contains("practice.type");
    }

    @Test
    void saysWhatEveryRoomHasToSayAtOnceEachWithItsLine() throws IOException {
        Files.createFile(folder.resolve("empty"));

        Failure failure = refused(GOOD.replace("password = \"secret\"", "password-file = \"empty\"\nport = 16390")
                + "[calls]\nsimultaneous = 4\nlongest = 1\n"
                + "[media]\nlast-port = 16399\n"
                + "[speech]\nmodel = \"none\"\n"
                + "[control]\nsocket = \"" + "x".repeat(120) + "\"\n");

        assertThat(failure.sentence().lines()).hasSize(6).allSatisfy(line -> assertThat(line)
                .startsWith(file + ": line "));
        assertThat(failure.sentence())
                .contains("sip.password-file: " + folder.resolve("empty") + " is empty")
                .contains("sip.port: lies among the ports for sound")
                .contains("calls.longest: unknown key; the nearest known key is calls.longest-minutes")
                .contains("media.last-port: leaves 16 ports; 4 simultaneous calls")
                .contains("need 24")
                .contains("speech.model: ")
                .contains("control.socket: ");
    }

    /** A phone that is cancelled keeps its ports until the PBX has answered, and the next group rings at once. */
    @Test
    void needsPortsForTwoGroupsThatFollowEachOther() {
        String phones = GOOD;
        for (int i = 0; i < 3; i++) {
            phones += "[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"30" + i + "\"\n";
        }
        phones += "[[oncall.group]]\nname = \"then\"\n[[oncall.group.target]]\nname = \"partner\"\nnumber = \"401\"\n";
        String one = "[calls]\nsimultaneous = 1\n[media]\nlast-port = ";

        assertThat(refused(phones + one + "16394\n").sentence()).contains("rings 5 phones, need 12");
        assertThat(refused(phones + one + "16395\n")).isNull();
    }

    @Test
    void needsPortsForEveryPhoneOfTheLargestGroup() {
        String phones = GOOD;
        for (int i = 0; i < 5; i++) {
            phones += "[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"30" + i + "\"\n";
        }
        String one = "[calls]\nsimultaneous = 1\n[media]\nlast-port = ";

        assertThat(refused(phones + one + "16396\n").sentence()).contains("rings 6 phones, need 14");
        assertThat(refused(phones + one + "16397\n")).isNull();
    }

    @Test
    void takesAPasswordFileThatHoldsAPassword() throws Exception {
        Files.writeString(folder.resolve("password"), "secret\n");
        String named = GOOD.replace("password = \"secret\"", "password-file = \"password\"");

        assertThat(start(named).config()).isPresent();
        Files.delete(folder.resolve("password"));
        assertThat(refused(named).sentence()).contains("sip.password-file").contains("can't be read");
    }

    @Test
    void takesOneKeyOnlyForAcceptingAndNoDigitForEmergencies() {
        assertThat(refused(GOOD + "[oncall]\naccept-key = \"12\"\nemergency-key = \"9\"\n")
                        .sentence())
                .contains("oncall.accept-key")
                .contains("oncall.emergency-key");
    }
}
