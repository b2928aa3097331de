package org.anteroom.agent.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole conversations: what is typed, what is shown, what is written. */
class SetupTest {

    private static final List<String> FIRST_HOUR = List.of(
            "Maple Street Dental",
            "bakery",
            "dental",
            "",
            "mon-thu 8-12 13-5pm, fri 8-12",
            "100",
            "192.0.2.10",
            "",
            "",
            "200",
            "",
            "hush-hush",
            "101",
            "Dr. Reed=301, Dr. Reed's mobile=5550142, Dr. Yu's mobile=5550143",
            "911=911",
            "Dr. Yu=302",
            "",
            "y",
            "4",
            "",
            "299",
            "hush",
            "",
            "",
            "");

    @TempDir
    Path folder;

    private final PretendedPbx pbx = new PretendedPbx();
    private final PretendedInstallation installation = new PretendedInstallation();
    private ZoneId machine = ZoneId.of("America/New_York");
    private final List<String> trouble = new ArrayList<>();
    private ScriptedTerminal terminal = new ScriptedTerminal(List.of());

    @Test
    void aFirstHourReadsAsItWasWrittenAndProvesEveryStep() throws Exception {
        assertThat(run(FIRST_HOUR)).as(String.join("\n", trouble)).isEqualTo(Ending.PROVED);
        String shown = terminal.shown().replace(folder.toString(), "/etc/anteroom");
        assertThat(shown).isEqualTo(golden("first-hour.txt"));
        assertThat(pbx.asked)
                .containsExactly(
                        "OPTIONS 192.0.2.10:5060 UDP",
                        "REGISTER 200 200",
                        "RING 101",
                        "RING 301 5550142 5550143",
                        "RING 302",
                        "REGISTER 299 299",
                        "CALL 200 as 299");
    }

    @Test
    void whatItWritesIsTheReferenceWithTheAnswersFilledIn() throws Exception {
        run(FIRST_HOUR);
        Config config = Config.load(file());
        assertThat(config.practice().name()).isEqualTo("Maple Street Dental");
        assertThat(config.practice().hours().friday()).hasToString("[08:00-12:00]");
        assertThat(config.sip().passwordFile()).contains(folder.resolve("sip-password"));
        assertThat(config.oncall().groups()).hasSize(2);
        assertThat(config.calls().simultaneous()).isEqualTo(2);
        assertThat(config.calls().trunkChannels()).isEqualTo(4);
        assertThat(config.drill().autoUser()).contains("299");
        assertThat(comments(Files.readString(file())))
                .containsAll(comments(ConfigText.reference().toString()));
    }

    @Test
    void keepsPasswordsOutOfTheConfigurationAndToTheirOwner() throws Exception {
        run(FIRST_HOUR);
        assertThat(terminal.shown()).doesNotContain("hush");
        assertThat(Files.readString(file())).doesNotContain("hush");
        assertThat(Files.readString(folder.resolve("sip-password"))).isEqualTo("hush-hush\n");
        assertThat(mode("anteroom.toml")).isEqualTo("rw-r-----");
        assertThat(mode("sip-password")).isIn("r--------", "r--r-----");
        assertThat(files()).containsExactlyInAnyOrder("anteroom.toml", "sip-password", "drill-password");
    }

    @Test
    void whoeverLeavesAtAnyQuestionLeavesNothingBehind() throws Exception {
        for (int lines = 0; lines < FIRST_HOUR.size(); lines++) {
            assertThat(run(FIRST_HOUR.subList(0, lines))).isEqualTo(Ending.NOT_PROVED);
            assertThat(files()).as("after %d lines", lines).isEmpty();
            assertThat(trouble).last().isEqualTo("Stopped; nothing was changed.");
        }
    }

    @Test
    void whoeverLeavesASecondRunLeavesTheFilesAsTheyWere() throws Exception {
        run(FIRST_HOUR);
        String before = Files.readString(file());
        List<String> second = new ArrayList<>(FIRST_HOUR);
        second.set(9, "201");
        for (int lines = 10; lines < second.size(); lines += 3) {
            run(second.subList(0, lines));
            assertThat(Files.readString(file())).isEqualTo(before);
            assertThat(files()).hasSize(3);
        }
    }

    @Test
    void enterAllTheWayChangesNothing() throws Exception {
        run(FIRST_HOUR);
        Files.writeString(
                file(), "# Mine.\n" + Files.readString(file()).replace("user = \"200\"", "user = \"200\" # mine"));
        String before = Files.readString(file());
        assertThat(run(Collections.nCopies(40, ""))).isEqualTo(Ending.PROVED);
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(terminal.shown()).contains("Nothing in it changes, so it stays as it is.");
    }

    @Test
    void aFlagChangesItsKeyAndNothingElse() throws Exception {
        run(FIRST_HOUR);
        Files.writeString(file(), Files.readString(file()).replace("user = \"200\"", "user = \"200\" # mine"));
        String before = Files.readString(file());
        assertThat(run(false, Map.of(Answer.USER, List.of("201"), Answer.DESK, List.of("110"))))
                .isEqualTo(Ending.PROVED);
        assertThat(Files.readString(file()))
                .isEqualTo(before.replace("\nuser = \"200\"", "\nuser = \"201\"")
                        .replaceAll("(?m)^number = \"100\"", "number = \"110\""));
        assertThat(Files.readString(folder.resolve("anteroom.toml.before-setup")))
                .isEqualTo(before);
    }

    @Test
    void takesTheFlagsOfAStepThatIsLeftOutWithoutProvingThem() throws Exception {
        assertThat(run(List.of(), false, complete(), Set.of("pbx", "extension", "test-call")))
                .isEqualTo(Ending.PROVED);
        assertThat(pbx.asked).isEmpty();
        assertThat(Config.load(file()).sip().passwordFile()).contains(folder.resolve("password"));
        assertThat(run(List.of(), false, complete(), Set.of("practice"))).isEqualTo(Ending.USAGE);
        assertThat(run(List.of(), false, Map.of(), Set.of("coffee"))).isEqualTo(Ending.USAGE);
        assertThat(trouble).last().asString().startsWith("--skip coffee: there is no such step; there are practice,");
    }

    @Test
    void namesEveryMissingAnswerAtOnceAndDoesNothing() throws Exception {
        assertThat(run(false, Map.of(Answer.NAME, List.of("Maple Street Dental"))))
                .isEqualTo(Ending.USAGE);
        assertThat(trouble)
                .containsExactly("Nobody is asked, and there is no answer to: --type, --pbx, --user,"
                        + " --password-file, --on-call");
        assertThat(pbx.asked).isEmpty();
    }

    /** To root every file looks readable; only root can make the folder another's. */
    @Test
    void asRootRefusesAPasswordFileThatTheServiceCantRead() throws Exception {
        Map<Answer, List<String>> given = complete();
        Path password = folder.resolve("password");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        run(false, given);
        assumeTrue(belongsTo(folder, "daemon"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
        assertThat(run(false, given)).isEqualTo(Ending.USAGE);
        assertThat(trouble).last().asString().contains("--password-file", "chgrp daemon " + password);
        assertThat(run(false, Map.of(Answer.DESK, List.of("110"))))
                .as("what the file names already")
                .isEqualTo(Ending.CONFIGURATION);
        assertThat(trouble).last().asString().contains("sip.password-file", "chgrp daemon " + password);
        assumeTrue(belongsTo(password, "daemon"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run(false, given)).isEqualTo(Ending.PROVED);
    }

    private static boolean belongsTo(Path path, String group) {
        try {
            if (!System.getProperty("user.name").equals("root")) {
                return false;
            }
            var accounts = path.getFileSystem().getUserPrincipalLookupService();
            accounts.lookupPrincipalByName(group);
            Files.getFileAttributeView(path, PosixFileAttributeView.class)
                    .setGroup(accounts.lookupPrincipalByGroupName(group));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Test
    void refusesAFlagThatCantBe() throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(Answer.PBX_PORT, List.of("70000"));
        assertThat(run(false, given)).isEqualTo(Ending.USAGE);
        assertThat(trouble).first().asString().startsWith("--pbx-port: must be a whole number from 1 to 65535");
        assertThat(files()).containsExactly("password");
    }

    @Test
    void byFlagsItRingsNobodyWhoWasNotNamed() throws Exception {
        assertThat(run(false, complete())).isEqualTo(Ending.PROVED);
        assertThat(pbx.asked).containsExactly("OPTIONS 192.0.2.10:5060 UDP", "REGISTER 200 200");
        assertThat(terminal.shown()).contains("A test call                 skipped");
        assertThat(Config.load(file()).sip().passwordFile()).contains(folder.resolve("password"));
    }

    @Test
    void writesNothingThatWouldBeWrong() throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(Answer.DRILL_USER, List.of("200"));
        given.put(Answer.DRILL_PASSWORD_FILE, given.get(Answer.PASSWORD_FILE));
        assertThat(run(false, given)).isEqualTo(Ending.CONFIGURATION);
        assertThat(trouble.get(0)).contains("drill.user").contains("was not written");
        assertThat(files()).containsExactly("password");
    }

    @ParameterizedTest
    @CsvSource({
        "401, doesn't take the password",
        "403, The PBX forbids it",
        "404, doesn't know extension 200",
        "0, No answer."
    })
    void saysWhatToDoWhenTheExtensionIsRefused(int status, String said) throws Exception {
        pbx.registersWith = status;
        assertThat(run(false, complete())).isEqualTo(Ending.NOT_PROVED);
        assertThat(terminal.shown()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_KEY, 0, set DTMF to RFC 4733",
        "NO_SOUND, 0, firewall or NAT stops RTP",
        "NO_ANSWER, 0, nobody answered within 30 s",
        "BUSY, 486, The phone is busy",
        "REFUSED, 403, may not dial this number",
        "REFUSED, 404, doesn't know this number",
        "FAILED, 0, no codec in common"
    })
    void saysWhyATestCallFailed(PracticePbx.Took took, int status, String said) throws Exception {
        pbx.rings = new PracticePbx.Rung("", took, OptionalLong.empty(), status, false);
        Map<Answer, List<String>> given = complete();
        given.put(Answer.TEST_PHONE, List.of("101"));
        assertThat(run(false, given)).isEqualTo(Ending.NOT_PROVED);
        assertThat(unwrapped(terminal.shown())).contains(said);
    }

    @Test
    void twoParallelMobilesNeedThreeChannels() throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(Answer.ON_CALL, List.of("Dr. Reed=301, mobile=5550142, other=5550143", "late=302"));
        given.put(Answer.TRUNK_CHANNELS, List.of("2"));
        assertThat(run(false, given)).isEqualTo(Ending.NOT_PROVED);
        assertThat(unwrapped(terminal.shown())).contains("so it needs 3 channels", "That is too few", "Order 1 more");
        assertThat(Config.load(file()).calls().trunkChannels())
                .as("kept, so that others can compare")
                .isEqualTo(2);
    }

    @Test
    void theTrunkIsComparedAgainWithoutBeingAskedFor() throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(Answer.TRUNK_CHANNELS, List.of("2"));
        assertThat(run(false, given)).isEqualTo(Ending.PROVED);
        assertThat(run(false, Map.of(Answer.ON_CALL, List.of("a=5550142, b=5550143"))))
                .isEqualTo(Ending.NOT_PROVED);
        assertThat(unwrapped(terminal.shown())).contains("2 channels, an emergency needs 3");
    }

    @Test
    void countsTheOutsidePhonesOfARotaAndRingsNoService() throws Exception {
        run(false, complete());
        Files.writeString(
                file(),
                Files.readString(file())
                        + """

                        [[oncall.group]]
                        name = "doctors"
                        [[oncall.group.target]]
                        name = "whoever"
                        rota = "doctors"
                        [[oncall.group.target]]
                        name = "911"
                        number = "911"
                        kind = "service"
                        state-law-checked = 2026-01-15
                        [[oncall.person]]
                        name = "Dr. Yu"
                        numbers = ["5550142", "5550143"]
                        [[oncall.rota]]
                        name = "doctors"
                        turns = ["Dr. Yu"]
                        first-week = 2026-01-05
                        """);
        assertThat(run(false, Map.of(Answer.TRUNK_CHANNELS, List.of("4"), Answer.PROVE_TRUNK, List.of("yes"))))
                .as(String.join("\n", trouble))
                .isEqualTo(Ending.PROVED);
        assertThat(unwrapped(terminal.shown())).contains("so it needs 4 channels", "2 rang at once");
        assertThat(pbx.asked).last().isEqualTo("RING 5550142 5550143");
    }

    @Test
    void doesntRegisterTheExtensionOfARunningService() throws Exception {
        run(false, complete());
        pbx.asked.clear();
        installation.running = true;
        assertThat(run(false, Map.of(Answer.RUN_DRILL, List.of("yes")))).isEqualTo(Ending.PROVED);
        assertThat(pbx.asked).containsExactly("OPTIONS 192.0.2.10:5060 UDP");
        assertThat(terminal.shown()).contains("The service runs with this extension");
        assertThat(terminal.shown()).containsPattern("Anteroom's extension +skipped");
    }

    @Test
    void asksARunningServiceWhetherItIsRegistered() throws Exception {
        run(false, complete());
        installation.running = true;
        installation.line =
                Optional.of(new Installation.ServiceLine(true, "200", "192.0.2.10:5060", "08:15", "An older failure."));
        assertThat(run(false, Map.of())).isEqualTo(Ending.PROVED);
        assertThat(terminal.shown())
                .containsPattern("Anteroom's extension +proved +the service is registered as 200 since 08:15");

        installation.line = Optional.of(
                new Installation.ServiceLine(false, "200", "192.0.2.10:5060", "08:15", "The PBX refuses 200."));
        assertThat(run(false, Map.of())).isEqualTo(Ending.NOT_PROVED);
        assertThat(terminal.shown()).contains("It is not registered. The PBX refuses 200.");
    }

    @Test
    void whatTheServiceSaysProvesNothingOfOtherValues() throws Exception {
        run(false, complete());
        installation.running = true;
        installation.line = Optional.of(new Installation.ServiceLine(true, "200", "192.0.2.10:5060", "08:15", ""));
        assertThat(run(false, Map.of(Answer.PBX, List.of("192.0.2.11")))).isEqualTo(Ending.PROVED);
        assertThat(terminal.shown())
                .containsPattern("Anteroom's extension +skipped +the service has the values of before");
    }

    @Test
    void startsTheServiceTellsItOfTheFallBackAndLetsItMakeADrill() throws Exception {
        installation.canStart = true;
        Map<Answer, List<String>> given = complete();
        given.put(Answer.DRILL_USER, List.of("299"));
        given.put(Answer.DRILL_PASSWORD_FILE, given.get(Answer.PASSWORD_FILE));
        for (Answer leave : List.of(Answer.PROVE_FALL_BACK, Answer.START, Answer.RUN_DRILL)) {
            given.put(leave, List.of("yes"));
        }
        assertThat(run(false, given)).isEqualTo(Ending.PROVED);
        assertThat(installation.asked).containsExactly("START", "KEEP 120", "DRILL");
        installation.failing = Optional.of("No phone rang.");
        assertThat(run(false, Map.of(Answer.RUN_DRILL, List.of("yes")))).isEqualTo(Ending.NOT_PROVED);
    }

    @Test
    void aDrillInPartLeavesTheWholeOneToDo() throws Exception {
        installation.canStart = true;
        Map<Answer, List<String>> given = complete();
        given.put(Answer.DRILL_USER, List.of("299"));
        given.put(Answer.DRILL_PASSWORD_FILE, given.get(Answer.PASSWORD_FILE));
        given.put(Answer.START, List.of("yes"));
        given.put(Answer.RUN_DRILL, List.of("yes"));
        run(false, given);
        assertThat(unwrapped(terminal.shown())).contains("Left to do: ", "- anteroom drill run plays all phrases");
    }

    @Test
    void theServiceHearsOfTheTestThatWasMadeBeforeItRan() throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(Answer.RING_ON_CALL, List.of("yes"));
        run(false, given);
        assertThat(terminal.shown()).contains("once the service runs: anteroom oncall test");

        installation.canStart = true;
        given.put(Answer.START, List.of("yes"));
        run(false, given);
        assertThat(installation.asked).containsExactly("START", "KEEP 1 of 1");
        assertThat(terminal.shown()).doesNotContain("once the service runs: anteroom oncall test");
    }

    @Test
    void whatThePracticeLacksIsLeftToDo() throws Exception {
        installation.lacking = List.of("copy the key");
        run(false, complete());
        assertThat(terminal.shown()).contains("  - copy the key\n");
    }

    @Test
    void whoeverLeavesAfterItIsWrittenIsNotToldThatNothingWas() throws Exception {
        installation.canStart = true;
        assertThat(run(FIRST_HOUR)).isEqualTo(Ending.NOT_PROVED);
        assertThat(trouble).last().asString().contains("the configuration may be written already");
    }

    @Test
    void aMachineOnUtcDoesNotSayWhereThePracticeIs() throws Exception {
        machine = ZoneId.of("Etc/UTC");
        assertThat(run(FIRST_HOUR.subList(0, 5))).isEqualTo(Ending.NOT_PROVED);
        assertThat(terminal.shown()).contains("Time zone: \nThis one is needed.");
    }

    @Test
    void anAddressIsNoExtension() throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(Answer.DESK, List.of("192.168.1.20"));
        assertThat(run(false, given)).isEqualTo(Ending.USAGE);
        assertThat(trouble).last().asString().contains("is the address of a machine");
        given.put(Answer.DESK, List.of("212.555.0142"));
        assertThat(run(false, given)).isEqualTo(Ending.PROVED);
    }

    @Test
    void aPhoneThatAnswersWithoutRingingIsNotSaidNotToRing() throws Exception {
        assertThat(TestCallStep.sentence(
                        new PracticePbx.Rung("301", PracticePbx.Took.KEY, OptionalLong.empty(), 0, true)))
                .startsWith("It was answered at once, and the key came.");
    }

    @Test
    void neverRestartsTheServiceUnderAnEmergency() throws Exception {
        run(false, complete());
        installation.canStart = true;
        installation.running = true;
        installation.emergency = true;
        Map<Answer, List<String>> change = Map.of(Answer.DESK, List.of("110"), Answer.START, List.of("yes"));
        assertThat(run(false, change)).isEqualTo(Ending.NOT_PROVED);
        assertThat(installation.asked).isEmpty();
        assertThat(unwrapped(terminal.shown()))
                .contains("An emergency is on the line", "when it is over: systemctl restart anteroom");
        installation.emergency = false;
        run(false, Map.of(Answer.DESK, List.of("111"), Answer.START, List.of("yes")));
        assertThat(installation.asked).containsExactly("START");
    }

    @Test
    void saysToRestartWhatAReloadWouldNotTakeOver() throws Exception {
        run(false, complete());
        installation.running = true;
        assertThat(run(false, Map.of(Answer.PBX, List.of("192.0.2.11")))).isEqualTo(Ending.PROVED);
        assertThat(unwrapped(terminal.shown()))
                .contains("systemctl restart anteroom, then: anteroom drill run")
                .doesNotContain("systemctl reload");
    }

    @Test
    void aFallBackThatFailsIsNotKept() throws Exception {
        installation.canStart = true;
        pbx.fallsBack = new PracticePbx.FellBack(OptionalLong.empty(), "", "no phone rang within 45 s");
        Map<Answer, List<String>> given = complete();
        given.put(Answer.DRILL_USER, List.of("299"));
        given.put(Answer.DRILL_PASSWORD_FILE, given.get(Answer.PASSWORD_FILE));
        given.put(Answer.PROVE_FALL_BACK, List.of("yes"));
        given.put(Answer.START, List.of("yes"));
        assertThat(run(false, given)).isEqualTo(Ending.NOT_PROVED);
        assertThat(installation.asked).containsExactly("START");
        assertThat(terminal.shown()).contains("The fall-back failed: no phone rang within 45 s.");
    }

    @Test
    void leavesAPlanWithServicesAlone() throws Exception {
        run(false, complete());
        Files.writeString(
                file(),
                Files.readString(file())
                        + "\n"
                        + "[[oncall.group]]\n"
                        + "name = \"help\"\n"
                        + "[[oncall.group.target]]\n"
                        + "name = \"911\"\n"
                        + "number = \"911\"\n"
                        + "kind = \"service\"\n"
                        + "when = \"key\"\n");
        assertThat(run(false, Map.of(Answer.RING_ON_CALL, List.of("yes")))).isEqualTo(Ending.PROVED);
        assertThat(pbx.asked).last().isEqualTo("RING 301");
        assertThat(terminal.shown()).contains("so it stays as it is");
        assertThat(run(false, Map.of(Answer.ON_CALL, List.of("x=1")))).isEqualTo(Ending.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"TEST_PHONE, 911", "TEST_PHONE, 9-911", "DESK, 112", "DIAL, 988", "DIAL, +911"})
    void noAnswerNamesAService(Answer answer, String number) throws Exception {
        Map<Answer, List<String>> given = complete();
        given.put(answer, List.of(number));
        given.put(Answer.DRILL_USER, List.of("299"));
        given.put(Answer.DRILL_PASSWORD_FILE, given.get(Answer.PASSWORD_FILE));
        assertThat(run(false, given)).isEqualTo(Ending.USAGE);
        assertThat(trouble).last().asString().contains(answer.flag(), "is a service, and a setup never rings one");
        assertRangNo(number);
    }

    @Test
    void aServiceOfThePlanIsNoTestPhone() throws Exception {
        planWith("[[oncall.group]]\nname = \"help\"\n[[oncall.group.target]]\nname = \"hospital\"\n"
                + "number = \"5550100\"\nkind = \"service\"\nwhen = \"key\"\n");
        assertThat(run(false, Map.of(Answer.TEST_PHONE, List.of("555-0100")))).isEqualTo(Ending.USAGE);
        assertThat(trouble).last().asString().contains("5550100 is a service");
        assertRangNo("5550100");
    }

    @Test
    void enterTakesNoServiceOverAsTheDeskOrTheTestPhone() throws Exception {
        run(FIRST_HOUR);
        Files.writeString(file(), Files.readString(file()).replaceAll("(?m)^number = \"100\"", "number = \"911\""));
        run(Collections.nCopies(40, ""));
        assertThat(unwrapped(terminal.shown())).contains("What the file says won't do: 911 is a service");
        assertRangNo("911");
    }

    @Test
    void aServiceWrittenAsAPersonIsNotRung() throws Exception {
        run(FIRST_HOUR);
        Files.writeString(file(), Files.readString(file()).replace("number = \"301\"", "number = \"911\""));
        pbx.asked.clear();
        assertThat(run(false, Map.of(Answer.RING_ON_CALL, List.of("yes")))).isEqualTo(Ending.CONFIGURATION);
        assertThat(trouble).last().asString().contains("The number of Dr. Reed in the file won't do: 911 is a service");
        List<String> lines = new ArrayList<>(Collections.nCopies(13, ""));
        lines.addAll(List.of("Dr. Reed=301", "", "y"));
        run(lines);
        assertThat(unwrapped(terminal.shown())).contains("The number of Dr. Reed in the file won't do");
        assertRangNo("911");
    }

    @Test
    void aServiceAmongThePeopleOfARotasPlanLeavesEverybodyInPeace() throws Exception {
        planWith("[[oncall.group]]\nname = \"help\"\n[[oncall.group.target]]\nname = \"help\"\nnumber = \"911\"\n"
                + "[[oncall.group.target]]\nname = \"night\"\nnumber = \"988\"\nwhen = \"closed\"\n");
        pbx.asked.clear();
        assertThat(run(false, Map.of(Answer.RING_ON_CALL, List.of("yes")))).isNotEqualTo(Ending.PROVED);
        assertThat(unwrapped(terminal.shown())).contains("what is a service: help (911), night (988)");
        assertThat(pbx.asked).noneMatch(asked -> asked.startsWith("RING"));
    }

    @ParameterizedTest
    @CsvSource({"''", "drill-phone"})
    void noDrillAndNoFallBackDialsAService(String skipped) throws Exception {
        run(FIRST_HOUR);
        String before = Files.readString(file());
        String dial = before.replaceFirst("(?m)^\\[drill\\]$", "[drill]\ndial = \"911\"");
        assertThat(dial).isNotEqualTo(before);
        Files.writeString(file(), dial);
        pbx.asked.clear();
        installation.running = skipped.isEmpty();
        Set<String> skip = skipped.isEmpty() ? Set.of() : Set.of(skipped);
        Map<Answer, List<String>> yes =
                Map.of(Answer.PROVE_FALL_BACK, List.of("yes"), Answer.RUN_DRILL, List.of("yes"));
        assertThat(run(List.of(), false, yes, skip)).isIn(Ending.CONFIGURATION, Ending.NOT_PROVED);
        assertThat(pbx.asked).noneMatch(asked -> asked.startsWith("CALL"));
        assertThat(installation.asked).doesNotContain("DRILL");
    }

    private void planWith(String more) throws Exception {
        run(false, complete());
        Files.writeString(file(), Files.readString(file()) + "\n" + more);
    }

    private void assertRangNo(String number) {
        String plain = OnCallEntry.plain(number);
        assertThat(pbx.asked).noneMatch(asked -> List.of(asked.split(" ")).contains(plain));
    }

    private Ending run(List<String> typed) throws Exception {
        return run(typed, true, Map.of());
    }

    private Ending run(boolean asking, Map<Answer, List<String>> given) throws Exception {
        return run(List.of(), asking, given);
    }

    private Ending run(List<String> typed, boolean asking, Map<Answer, List<String>> given) throws Exception {
        return run(typed, asking, given, Set.of());
    }

    private Ending run(List<String> typed, boolean asking, Map<Answer, List<String>> given, Set<String> skipped)
            throws Exception {
        terminal = new ScriptedTerminal(typed);
        ConfigText before =
                Files.exists(file()) ? ConfigText.of(file(), Files.readString(file())) : ConfigText.reference();
        Setup.Order order = new Setup.Order(file(), before, given, Map.of(), skipped, asking, machine);
        return new Setup(order, terminal, pbx, installation, trouble::add).run();
    }

    /** What a script gives at least. */
    private Map<Answer, List<String>> complete() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "hush\n");
        Map<Answer, List<String>> given = new EnumMap<>(Answer.class);
        given.put(Answer.NAME, List.of("Maple Street Dental"));
        given.put(Answer.TYPE, List.of("dental"));
        given.put(Answer.HOURS, List.of("mon-fri 8-17"));
        given.put(Answer.PBX, List.of("192.0.2.10"));
        given.put(Answer.USER, List.of("200"));
        given.put(Answer.PASSWORD_FILE, List.of(password.toString()));
        given.put(Answer.ON_CALL, List.of("Dr. Reed=301"));
        return given;
    }

    private Path file() {
        return folder.resolve("anteroom.toml");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.startsWith("# ")).toList();
    }

    private static String unwrapped(String shown) {
        return shown.replaceAll("\\s+", " ");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = SetupTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
