package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OverridesFile;
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
    void isTheKeptPlanWithTheProgramsSentencesWhenThoseOfThePracticeAreWrong() throws Exception {
        keepAPlan();
        Files.writeString(folder.resolve("own.txt"), "[message]\nthanks = Get well soon.\n");

        StartingPoint from = start(GOOD.replace("[sip]", "sentences = \"own.txt\"\n[sip]"));

        assertThat(from.config()).isEmpty();
        assertThat(from.plan().practice().sentences()).isEmpty();
        assertThat(from.trouble()).contains("own.txt:2: thanks: ").contains("only emergencies are served");
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

    private static String rota(String to) {
        return GOOD.replace("number = \"201\"", "rota = \"doctors\"")
                + """
                [[oncall.person]]
                name = "Reed"
                numbers = ["201"]
                [[oncall.person]]
                name = "Yu"
                numbers = ["202"]
                [[oncall.rota]]
                name = "doctors"
                [[oncall.rota.shift]]
                who = "Reed"
                from = "2026-01-01 08:00"
                to = "%s"
                """
                        .formatted(to);
    }

    private void putIn(OncallOverride... overrides) throws Exception {
        OverridesFile.write(OverridesFile.beside(file), List.of(overrides));
    }

    private static OncallOverride override(String who) {
        return new OncallOverride(
                1, "doctors", who, LocalDateTime.parse("2026-04-01T08:00"), LocalDateTime.parse("2026-06-01T08:00"));
    }

    @Test
    void isTheKeptPlanWhenARotaEndsTooSoonUnlessAnOverrideGoesOn() throws Exception {
        keepAPlan();

        StartingPoint from = start(rota("2026-04-01 08:00"));

        assertThat(from.config()).isEmpty();
        assertThat(from.trouble())
                .contains(
                        "line 20: oncall.rota[1]: nobody is on call by the rota doctors from Wed 2026-04-01 08:00 on (UTC)");
        putIn(override("Yu"));
        assertThat(start(rota("2026-04-01 08:00")).config()).isPresent();
    }

    @Test
    void refusesNoPlanForHavingGrownOld() throws Exception {
        PlanFile.write(
                PlanFile.beside(file),
                StartingPoint.of(Files.writeString(file, rota("2026-06-01 08:00")), NOW)
                        .plan());
        Files.writeString(file, "nonsense");

        assertThat(StartingPoint.of(file, Instant.parse("2027-01-01T00:00:00Z"))
                        .plan()
                        .oncall()
                        .rotas())
                .hasSize(1);
    }

    @Test
    void hasTheOverridesOfTheirFileAndWhereThatIsDamagedOfTheKeptPlan() throws Exception {
        putIn(override("Yu"));
        StartingPoint from = start(rota("2027-01-01 08:00"));
        assertThat(from.plan().overrides()).containsExactly(override("Yu"));
        assertThat(from.planTrouble()).isEmpty();
        PlanFile.write(PlanFile.beside(file), from.plan());

        Files.writeString(OverridesFile.beside(file), "[[override]]\nwho = \"Yu\"\n");
        StartingPoint damaged = start(rota("2027-01-01 08:00"));
        assertThat(damaged.config()).isPresent();
        assertThat(damaged.plan().overrides()).containsExactly(override("Yu"));
        assertThat(damaged.planTrouble()).contains("override[1].from").contains("anteroom oncall override");

        Files.delete(OverridesFile.beside(file));
        assertThat(start("nonsense").plan().overrides())
                .as("the plan alone is enough")
                .containsExactly(override("Yu"));
        assertThat(start(rota("2027-01-01 08:00")).plan().overrides()).isEmpty();
    }

    @Test
    void warnsOfAPlanThatOthersMayRead() throws Exception {
        keepAPlan();
        Files.setPosixFilePermissions(PlanFile.beside(file), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(start("nonsense").trouble()).contains("chmod 0600");
    }

    @Test
    void isNothingWithoutAPlanOrWithADamagedOne() throws Exception {
        assertThat(refused("nonsense").code()).isEqualTo(ExitCode.CONFIGURATION);

        Files.writeString(PlanFile.beside(file), "[practice]\nname = \"x\"\n");

        Failure both = refused(GOOD.replace("user =", "usr ="));
        assertThat(both.code()).isEqualTo(ExitCode.CONFIGURATION);
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
