package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    private static final String SMALLEST =
            """
            [practice]
            name = "Maple Street Dental"
            type = "dental"
            timezone = "America/New_York"

            [sip]
            pbx = "192.168.1.10"
            user = "200"
            password = "hush"

            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "Dr. Reed"
            number = "301"
            """;

    @TempDir
    Path folder;

    @Test
    void readsTheSmallestFileAndFillsInTheDefaults() throws Exception {
        Config config = load(SMALLEST);

        assertThat(config.practice().spokenName()).isEqualTo("Maple Street Dental");
        assertThat(config.practice().type()).isEqualTo(PracticeType.DENTAL);
        assertThat(config.sip().pbxPort()).isEqualTo(5060);
        assertThat(config.sip().transport()).isEqualTo(Transport.UDP);
        assertThat(config.sip().expires()).isLessThanOrEqualTo(60);
        assertThat(config.media().firstPort()).isEqualTo(16384);
        assertThat(config.speech().workers()).isEmpty();
        assertThat(config.oncall().acceptKey()).isEqualTo("1");
        assertThat(config.oncall().groups().get(0).targets().get(0).kind()).isEqualTo(TargetKind.PERSON);
        assertThat(config.recording().enabled()).isFalse();
    }

    @Test
    void readsHoursClosedDatesAndNumbersAsPeopleWriteThem() throws Exception {
        Config config = load(SMALLEST.replace(
                        "timezone = \"America/New_York\"",
                        """
                        timezone = "America/New_York"
                        phone = "(555) 010-0123"
                        closed = [2026-12-25, 2027-01-01]
                        [practice.hours]
                        monday = ["08:00-12:00", "13:00-17:00"]
                        saturday = ["20:00-24:00"]""")
                + "[desk]\nnumber = \"100\"\n");

        assertThat(config.practice().phone()).contains("5550100123");
        assertThat(config.practice().closed()).containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
        assertThat(config.practice().hours().of(DayOfWeek.MONDAY))
                .containsExactly(new TimeRange(480, 720), new TimeRange(780, 1020));
        assertThat(config.practice().hours().of(DayOfWeek.SATURDAY)).containsExactly(new TimeRange(1200, 1440));
        assertThat(config.practice().hours().of(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(config.desk().number()).contains("100");
    }

    @Test
    void resolvesRelativePathsAgainstTheFolderOfTheFile() throws Exception {
        Config config = load(SMALLEST.replace("password = \"hush\"", "password-file = \"secrets/sip\""));

        assertThat(config.sip().passwordFile()).contains(folder.resolve("secrets/sip"));
    }

    @Test
    void namesLineKeyAndNearestKnownKeyOfAnUnknownKey() {
        assertThat(problems(SMALLEST.replace("user = \"200\"", "usr = \"200\"")))
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(8);
                    assertThat(problem.key()).isEqualTo("sip.usr");
                    assertThat(problem.sentence()).contains("did you mean sip.user?");
                });
    }

    @Test
    void findsTheSectionOfAKeyThatStandsInTheWrongOne() {
        assertThat(problems(SMALLEST.replace("user = \"200\"", "user = \"200\"\nsimultaneous = 3")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("calls.simultaneous"));
    }

    @Test
    void namesAnUnknownSectionAndAnUnknownKeyDeepInside() {
        assertThat(problems(SMALLEST + "kindd = \"person\"\n[recordng]\nenabled = true\n"))
                .extracting(Problem::key)
                .containsExactly("oncall.group[1].target[1].kindd", "recordng");
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
        List<Problem> problems = problems(
                """
                [practice]
                name = ""
                type = "vet"
                timezone = "Mars/Olympus"
                closed = ["soon"]
                [practice.hours]
                monday = ["12:00-08:00"]
                [sip]
                pbx = "a b"
                user = "200"
                expires = 3600
                transport = 5
                [media]
                echo-canceller = true
                """);

        assertThat(problems)
                .extracting(Problem::key)
                .contains(
                        "practice.name",
                        "practice.type",
                        "practice.timezone",
                        "practice.closed[1]",
                        "practice.hours.monday[1]",
                        "sip.pbx",
                        "sip.expires",
                        "sip.transport",
                        "media.echo-canceller");
        assertThat(problems).extracting(Problem::line).isSorted();
        assertThat(problems)
                .filteredOn(problem -> problem.key().equals("sip.expires"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(11);
                    assertThat(problem.sentence()).contains("from 20 to 60");
                });
    }

    @Test
    void tellsProblemsBetweenKeysOfOneSectionAlsoWhenAnotherCannotBeRead() {
        assertThat(problems(SMALLEST.replace("type = \"dental\"", "type = 1")
                        + "[media]\nfirst-port = 16385\n[records]\nfolder = \"data\"\nkey-file = \"data/key\"\n"))
                .extracting(Problem::key)
                .containsExactly("practice.type", "media.first-port", "records.key-file");
    }

    @Test
    void judgesWhatStandsBesideAValueThatCannotBeRead() {
        assertThat(
                        problems(
                                SMALLEST.replace("timezone = \"America/New_York\"", "timezone = \"\"")
                                                .replace(
                                                        "number = \"301\"", "number = \"call Reed\"\nwhen = \"nights\"")
                                        + """
                        [[oncall.group.target]]
                        name = "Dr. Yu"
                        number = "911"
                        [oncall]
                        accept-key = "77"
                        emergency-key = "#"
                        [oncall.keys]
                        pass = "77"
                        back = "*2"
                        add = "*2"
                        [media]
                        first-port = "many"
                        last-port = 16390
                        min-playout-delay-ms = 100
                        max-playout-delay-ms = 40
                        [after-hours]
                        night = "maybe"
                        [drill]
                        user = "2 9"
                        [desk]
                        number = ""
                        [calls]
                        when-busy = "ring-desk-first"
                        """))
                .as("and nothing follows from what only stands in")
                .extracting(Problem::key)
                .contains(
                        "practice.timezone",
                        "oncall.group[1].target[1].number",
                        "oncall.group[1].target[1].when",
                        "oncall.group[1].target[2].kind",
                        "oncall.accept-key",
                        "oncall.keys.add",
                        "media.first-port",
                        "media.min-playout-delay-ms",
                        "drill.user",
                        "drill.password-file",
                        "desk.number")
                .doesNotContain("oncall", "oncall.keys.pass", "media.last-port", "calls.when-busy");
    }

    @Test
    void readsDatesRightBeforeTheClosingBracket() throws Exception {
        String closed = "timezone = \"America/New_York\"\nclosed = [2026-12-24, 2026-12-25]";
        Config config = load(SMALLEST.replace("timezone = \"America/New_York\"", closed)
                .replace("Dr. Reed", "Dr. Reed [2026-12-25]"));

        assertThat(config.practice().closed()).hasSize(2);
        assertThat(config.oncall().groups().get(0).targets().get(0).name()).isEqualTo("Dr. Reed [2026-12-25]");
    }

    @Test
    void saysWhatIsMissingWithAnExample() {
        assertThat(problems(SMALLEST.replace("pbx = \"192.168.1.10\"\n", "")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("sip.pbx");
                    assertThat(problem.line()).isEqualTo(6);
                    assertThat(problem.sentence()).contains("is missing").contains("192.168.1.10");
                });
    }

    @Test
    void saysOfAnEmptyValueThatItIsNotFilledInAndHowToLeaveItOutWhereThatMayBe() {
        assertThat(problems(SMALLEST.replace("\"dental\"", "\"\"")
                        .replace("\"America/New_York\"", "\" \"\nphone = \"\"")
                        .replace("\"hush\"", "\"\"\n[speech]\nworkers = \"\"")
                        .replace("\"301\"", "\"\"")))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 3: practice.type: is not filled in; for example \"dental\"",
                        "line 4: practice.timezone: is not filled in; for example \"America/New_York\"",
                        "line 5: practice.phone: is not filled in; for example \"555 0100\"; put # in front of it to"
                                + " leave it out",
                        "line 10: sip.password: is not filled in; put # in front of it if you set password-file"
                                + " instead",
                        "line 12: speech.workers: is not filled in; for example 2; put # in front of it to leave it"
                                + " out",
                        "line 18: oncall.group[1].target[1].number: is not filled in; for example \"301\"; put # in front of it"
                                + " if you set rota instead");
    }

    @Test
    void refusesAnOncallSectionWithNothingInIt() {
        assertThat(problems(SMALLEST + "[[oncall.group.target]]\n"))
                .extracting(Problem::key)
                .containsExactly("oncall.group[1].target[2].name", "oncall.group[1].target[2].number");
        assertThat(problems(SMALLEST + "[[oncall.group.target]]\nname = \"second\"\n"))
                .extracting(Problem::key)
                .containsExactly("oncall.group[1].target[2].number");
        assertThat(problems(SMALLEST + "[[oncall.group]]\n"))
                .extracting(Problem::key, Problem::sentence)
                .containsExactly(
                        tuple("oncall.group[2].name", "is missing, for example \"dentist on call\""),
                        tuple("oncall.group[2]", "has no [[oncall.group.target]]"));
        assertThat(problems(SMALLEST + "[[oncall.group]]\nname = \"second\"\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("has no [[oncall.group.target]]"));
    }

    @Test
    void refusesAPlanWithoutAPersonWhoIsAlwaysReached() {
        assertThat(problems(SMALLEST + "when = \"open\"\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("always"));
        assertThat(problems(SMALLEST.substring(0, SMALLEST.indexOf("[[oncall.group]]"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("[[oncall.group]]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "9911", "+911", "112", "988"})
    void takesAPublicServiceForNoPersonHoweverItIsWritten(String number) throws Exception {
        assertThat(problems(SMALLEST + "[[oncall.group.target]]\nname = \"county\"\nnumber = \"" + number + "\"\n"))
                .anySatisfy(problem -> assertThat(problem.sentence()).contains("must be \"service\" for " + number));
    }

    @Test
    void refusesAServiceUntilTheStateLawWasChecked() throws Exception {
        String service = "[[oncall.group.target]]\nname = \"county\"\nnumber = \"911\"\nkind = \"service\"\n";

        assertThat(problems(SMALLEST + service)).singleElement().satisfies(problem -> assertThat(problem.key())
                .isEqualTo("oncall.group[1].target[2].kind"));
        assertThat(problems(SMALLEST + service.replace("kind = \"service\"\n", "")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("must be \"service\" for 911"));
        assertThat(load(SMALLEST + service + "when = \"key\"\n").oncall().onDuty(true))
                .as("rung by itself")
                .flatExtracting(OncallGroup::targets)
                .extracting(OncallTarget::name)
                .doesNotContain("county");
        assertThat(problems(SMALLEST + service.replace("911", "305").replace("service", "person") + "when = \"key\"\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("a person is rung"));
        assertThat(load(SMALLEST + service + "state-law-checked = 2026-01-15\n")
                        .oncall()
                        .groups())
                .hasSize(1);
    }

    @Test
    void refusesNumbersThatCannotBeDialled() {
        assertThat(problems(SMALLEST.replace("\"301\"", "\"call Reed\"")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("digits"));
    }

    @Test
    void refusesPortsThatRtpCannotUse() {
        assertThat(problems(SMALLEST + "[media]\nfirst-port = 20001\nlast-port = 20003\n"))
                .extracting(Problem::key)
                .containsExactly("media.first-port", "media.last-port");
    }

    @Test
    void refusesAKeyFileInsideTheDataFolder() {
        assertThat(problems(SMALLEST + "[records]\nfolder = \"data\"\nkey-file = \"data/key\"\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("records.key-file"));
    }

    @Test
    void refusesHoursThatOverlap() {
        assertThat(problems(SMALLEST + "[practice.hours]\nmonday = [\"08:00-12:00\", \"11:00-17:00\"]\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("practice.hours.monday"));
    }

    @Test
    void pointsAtTheLineWhereTheTomlBreaks() {
        assertThat(problems("[practice]\nname = \n")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.sentence()).contains("not TOML");
        });
    }

    @Test
    void saysHowToMakeAFileThatIsMissing() {
        ConfigException e = catchThrowableOfType(() -> Config.load(folder.resolve("none.toml")), ConfigException.class);

        assertThat(e.getMessage()).contains("none.toml").contains("config init").hasLineCount(1);
    }

    @Test
    void refusesAFileThatIsNotText() throws IOException {
        Path file = folder.resolve("anteroom.toml");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        ConfigException e = catchThrowableOfType(() -> Config.load(file), ConfigException.class);

        assertThat(e.problems()).hasSize(1);
    }

    @Test
    void neverPrintsThePassword() throws Exception {
        assertThat(load(SMALLEST).toString()).doesNotContain("hush");
        assertThat(problems(SMALLEST.replace("\"hush\"", "hush")).toString()).doesNotContain("hush");
    }

    private Config load(String toml) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml));
    }

    private List<Problem> problems(String toml) {
        return catchThrowableOfType(() -> load(toml), ConfigException.class).problems();
    }
}
