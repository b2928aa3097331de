package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigReference;
import org.anteroom.agent.config.FilledIn;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.config.WallClock;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every command as a person at a terminal meets it: exit code, standard output, standard error. */
class CommandsTest {

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine anteroom =
                Anteroom.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ran(anteroom.execute(args), out.toString(), err.toString());
    }

    private String[] init() {
        return new String[] {
            "config", "init",
            "--config", folder.resolve("anteroom.toml").toString(),
            "--key", folder.resolve("records.key").toString(),
            "--data", folder.resolve("data").toString(),
            "--socket", folder.resolve("control").toString()
        };
    }

    private String config() {
        return folder.resolve("anteroom.toml").toString();
    }

    /** A configuration as it is after somebody has filled it in. */
    private void filledIn() throws IOException {
        assertThat(run(init()).code).isZero();
        for (String value : FilledIn.VALUES) {
            change("= \"\"", "= \"" + value + "\"");
        }
    }

    private void change(String written, String wanted) throws IOException {
        String text = Files.readString(folder.resolve("anteroom.toml"));
        assertThat(text).contains(written);
        int at = text.indexOf(written);
        Files.writeString(
                folder.resolve("anteroom.toml"),
                text.substring(0, at) + wanted + text.substring(at + written.length()));
    }

    @Test
    void saysThatNoServiceRunsAndEndsWithOne() throws IOException {
        filledIn();

        Ran ran = run("status", "--config", config());
        Ran json = run("status", "--json", "--config", config());

        assertThat(ran.code).isOne();
        assertThat(ran.out).contains("not running").contains("systemctl start anteroom");
        assertThat(json.code).isOne();
        assertThat(json.out.lines()).singleElement().asString().startsWith("{\"running\":false");
    }

    @Test
    void explainsAKeyWithWhereTheFileSetsIt() throws IOException {
        filledIn();
        int line = Files.readAllLines(folder.resolve("anteroom.toml")).indexOf("password = \"hush\"") + 1;

        Ran set = run("config", "explain", "sip.password", "--config", config());
        Ran unset = run("config", "explain", "watch.port", "--config", config());

        assertThat(set.code).as(set.err).isZero();
        assertThat(set.out)
                .contains("now       (secret)  (" + config() + ":" + line + ")")
                .contains("restart anteroom")
                .doesNotContain("hush");
        assertThat(unset.out)
                .contains("write     whole number from 0 to 65535")
                .contains("now       9469, because " + config());
        assertThat(run("config", "explain", "sip", "--config", config()).out.lines())
                .anyMatch(each -> each.startsWith("sip.pbx-port "))
                .allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(100));
        assertThat(run("config", "explain", "--config", config()).out.lines()).contains("practice", "watch");
    }

    @Test
    void explainsWithoutAFileAndNamesTheNearestKey() {
        Ran none = run(
                "config",
                "explain",
                "sip.port",
                "--config",
                folder.resolve("none.toml").toString());
        Ran wrong = run("config", "explain", "sip.prot");

        assertThat(none.code).isZero();
        assertThat(none.out).contains("now       not known: ").contains("none.toml");
        assertThat(wrong.code).isEqualTo(2);
        assertThat(wrong.err).contains("did you mean sip.port?");
    }

    @Test
    void showsWhatDiffers() throws Exception {
        filledIn();
        Path old = Files.copy(folder.resolve("anteroom.toml"), folder.resolve("old.toml"));
        Config loaded = Config.load(old);
        change("#port = 5060", "port = 5070");

        Ran defaults = run("config", "diff", "--config", config());
        Ran files = run("config", "diff", "--config", config(), old.toString());
        Ran json = run("config", "diff", "--json", "--config", config(), old.toString());

        assertThat(defaults.out)
                .contains("sip.port = 5070    (default 5060)")
                .contains("sip.password = (secret)")
                .doesNotContain("hush");
        assertThat(files.out).isEqualTo("sip.port: 5060 -> 5070    (takes a restart)\n");
        assertThat(json.out)
                .isEqualTo("[{\"key\":\"sip.port\",\"before\":\"5060\",\"after\":\"5070\",\"restart\":true}]\n");
        ConfigDesk desk = new ConfigDesk((request, who, lines) -> {}, Path.of(config()), () -> Optional.of(loaded));
        try (ControlServer server = new ControlServer(folder.resolve("control"), desk, new Counters())) {
            assertThat(run("config", "diff", "--running", "--config", config()).out)
                    .isEqualTo(files.out);
            change("port = 5070", "port = 5060");
            assertThat(run("config", "diff", "--running", "--config", config()).out)
                    .isEqualTo("No value differs.\n");
        }
    }

    @Test
    void showsTheStatusOfTheRunningService() throws Exception {
        filledIn();
        for (ServiceStatus status : List.of(Statuses.WELL, Statuses.UNWELL)) {
            StatusDesk desk = new StatusDesk((request, who, lines) -> {}, () -> status);
            try (ControlServer server = new ControlServer(folder.resolve("control"), desk, new Counters())) {
                Ran ran = run("status", "--config", config());

                assertThat(ran.code).isEqualTo(status.well() ? 0 : 1);
                assertThat(ran.err).isEmpty();
                assertThat(ran.out).contains("Telephone line").doesNotContain("\u001b");
                assertThat(run("status", "--json", "--config", config()).out.strip())
                        .isEqualTo(StatusJson.write(status));
            }
        }
    }

    @Test
    void aNativePartThatCantBeLoadedIsASentenceToo() {
        StringWriter err = new StringWriter();
        CommandLine broken = new CommandLine(CommandSpec.wrapWithoutInspection((Runnable) () -> {
                    throw new UnsatisfiedLinkError("libvosk.so");
                }))
                .setErr(new PrintWriter(err));
        assertThat(Anteroom.status(broken)).isEqualTo(1);
        assertThat(err.toString()).contains("libvosk.so").contains("install Anteroom again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "status",
                "demo",
                "config",
                "config init",
                "config check",
                "config explain",
                "config diff",
                "log",
                "messages",
                "calls",
                "oncall",
                "alarms",
                "oncall now",
                "oncall next",
                "oncall override",
                "oncall pin",
                "oncall test",
                "closure",
                "callbacks",
                "evaluate",
                "evaluate emergency",
                "evaluate audio",
                "evaluate nights",
                "emergencies",
                "emergencies export"
            })
    void explainsItself(String command) {
        Ran ran = run((command + " --help").strip().split(" "));

        assertThat(ran.code).isZero();
        assertThat(ran.err).isEmpty();
        assertThat(ran.out).contains("Usage: anteroom");
        if (!command.matches("|config|evaluate")) {
            assertThat(ran.out).contains("Examples:").contains("Exit codes:");
        }
        assertThat(ran.out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "serve --nonsense",
                "serve extra",
                "config",
                "evaluate",
                "evaluate audio",
                "log --for 10m",
                "log debug --nonsense",
                "config diff --running other.toml",
                "status now",
                "messages sho 1",
                "messages show",
                "messages show x",
                "messages show 0",
                "messages list 3",
                "calls what",
                "oncall",
                "oncall ring",
                "alarms ack",
                "alarms ack 0",
                "alarms list 3",
                "alarms shout",
                "oncall override",
                "oncall pin",
                "oncall override --list --remove 1",
                "oncall override --rota dentists --who Reed",
                "closure until",
                "closure end 2026-12-24T17:00",
                "closure list --reason snow",
                "closure tomorrow",
                "callbacks done",
                "callbacks list 3",
                "emergencies outcome 3",
                "emergencies outcome 3 maybe",
                "emergencies show",
                "emergencies show 3 real",
                "emergencies list 3",
                "emergencies export",
                "evaluate nights"
            })
    void refusesAWrongCommandLineInOneLineWithExitCode2(String line) {
        Ran ran = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.out).isEmpty();
        assertThat(ran.err.lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("anteroom: ")
                .contains("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "config check",
                "messages",
                "calls",
                "emergencies",
                "oncall test",
                "alarms",
                "closure",
                "callbacks"
            })
    void saysThatTheConfigurationIsMissing(String command) {
        String[] args = (command + " --config " + folder.resolve("none.toml")).split(" ");

        Ran ran = run(args);

        assertThat(ran.code).isEqualTo(78);
        assertThat(ran.err.lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("none.toml")
                .contains("config init");
    }

    @Test
    void namesLineKeyAndNearestKeyOfAnUnknownSetting() throws IOException {
        filledIn();
        change("\nuser = ", "\nusr = ");

        Ran ran = run("serve", "--config", config());

        assertThat(ran.code).isEqualTo(78);
        assertThat(ran.err).contains("line ").contains("sip.usr").contains("user");
        assertThat(ran.err.lines()).allSatisfy(line -> assertThat(line).startsWith("anteroom: "));
    }

    @Test
    void makesConfigurationKeyAndFolderThatFitEachOther() throws IOException {
        Ran ran = run(init());

        assertThat(ran.code).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("records.key"))))
                .isEqualTo("r--------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
        String text = Files.readString(folder.resolve("anteroom.toml"));
        assertThat(text)
                .contains("folder = \"" + folder.resolve("data") + "\"")
                .contains("key-file = \"" + folder.resolve("records.key") + "\"")
                .contains("socket = \"" + folder.resolve("control") + "\"");
        StringBuilder reference = new StringBuilder();
        ConfigReference.write(reference);
        assertThat(text.lines().count()).isEqualTo(reference.toString().lines().count());
    }

    @Test
    void neverChangesWhatIsThere() throws IOException {
        run(init());
        byte[] key = Files.readAllBytes(folder.resolve("records.key"));
        Files.writeString(folder.resolve("anteroom.toml"), "mine");

        Ran again = run(init());

        assertThat(again.code).isZero();
        assertThat(again.out.lines()).allSatisfy(line -> assertThat(line).startsWith("kept"));
        assertThat(Files.readString(folder.resolve("anteroom.toml"))).isEqualTo("mine");
        assertThat(Files.readAllBytes(folder.resolve("records.key"))).isEqualTo(key);
    }

    @Test
    void refusesAKeyInsideTheRecords() {
        Ran ran = run(
                "config",
                "init",
                "--data",
                folder.toString(),
                "--key",
                folder.resolve("k").toString());

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains("inside");
    }

    @Test
    void saysWhereItMayNotWrite() {
        Ran ran = run(
                "config", "init",
                "--config", "/proc/none/anteroom.toml",
                "--key", "/proc/none/key",
                "--data", "/proc/none/data");

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.err.lines()).hasSize(1).first().asString().contains("/proc/none");
    }

    @Test
    void tellsTheWayOutWhenThePlacesOfTheServiceCannotBeWritten() {
        Ran ran = run(
                "config",
                "init",
                "--config",
                config(),
                "--key",
                "/proc/none/records.key",
                "--data",
                folder.resolve("data").toString());

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.err.lines())
                .singleElement()
                .asString()
                .contains("The key /proc/none/records.key cannot be made")
                .contains("--key FILE --data FOLDER --socket FILE")
                .contains("sudo -u anteroom anteroom config init");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "config check"})
    void namesEveryEmptyKeyOfAFreshConfigurationWithItsLineInTheOrderOfTheFile(String command) throws IOException {
        run(init());
        List<String> lines = Files.readAllLines(folder.resolve("anteroom.toml"));

        Ran ran = run((command + " --config " + config()).split(" "));

        assertThat(ran.code).isEqualTo(78);
        assertThat(ran.out).isEmpty();
        assertThat(ran.err.lines())
                .hasSize(9)
                .allSatisfy(line -> assertThat(line)
                        .matches("anteroom: " + config() + ": line \\d+: [a-z.\\[\\]1-]+: is not filled in; .+"))
                .map(line -> Integer.parseInt(line.replaceFirst(".*: line (\\d+): .*", "$1")))
                .isSorted()
                .allSatisfy(number -> assertThat(lines.get(number - 1)).endsWith(" = \"\""));
        assertThat(ran.err).contains("practice.name: is not filled in; for example \"Maple Street Dental\"");
    }

    @Test
    void isInOrderWithNoticesAsSoonAsTheEmptyKeysAreFilledIn() throws IOException {
        filledIn();

        Ran ran = run("config", "check", "--config", config());

        assertThat(ran.code).as(ran.err).isZero();
        assertThat(ran.err).isEmpty();
        assertThat(ran.out.lines().toList())
                .satisfiesExactly(
                        order -> assertThat(order).isEqualTo(config() + " is in order."),
                        hours -> assertThat(hours).startsWith(config() + ": notice: practice.hours: "),
                        phones -> assertThat(phones).startsWith(config() + ": notice: oncall.group: "),
                        alarms -> assertThat(alarms)
                                .startsWith(config() + ": notice: alarms: ")
                                .contains("nobody is told"));
    }

    /** The folder of an empty model ends the start right after the configuration was read. */
    @Test
    void logsTheNoticesOnAConfigurationAsWarningsWhenTheServiceStarts() throws IOException {
        filledIn();
        change("#model = \"/opt/model\"", "model = \"" + Files.createDirectory(folder.resolve("model")) + "\"");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(ServeCommand.class);
        logger.addAppender(log);

        try {
            assertThat(run("serve", "--config", config()).code).isEqualTo(1);
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        hours -> assertThat(hours).startsWith(config() + ": practice.hours: "),
                        phones -> assertThat(phones).startsWith(config() + ": oncall.group: "),
                        alarms -> assertThat(alarms).startsWith(config() + ": alarms: "));
    }

    @Test
    void hasNoNoticeOnAConfigurationThatLeavesNoDoubt() throws IOException {
        filledIn();
        change("#monday", "monday");
        change("[desk]", "[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"413\"\n[desk]\nnumber = \"100\"");
        mailAlarms();
        Files.writeString(folder.resolve("mail-password"), "hush\n");

        assertThat(run("config", "check", "--config", config()).out).isEqualTo(config() + " is in order.\n");
    }

    @Test
    void readsTheRecordsItselfWhileNoServiceRuns() throws IOException {
        filledIn();

        Ran list = run("messages", "list", "--config", config());
        Ran calls = run("calls", "--config", config());
        Ran show = run("messages", "show", "7", "--config", config());

        assertThat(list.code).as(list.err).isZero();
        assertThat(list.out).contains("There are no messages.");
        assertThat(calls.out).contains("There are no calls.");
        assertThat(show.code).isEqualTo(1);
        assertThat(show.err).contains("There is no message 7");
    }

    @Test
    void checksAConfigurationAndItsKeyWithoutStartingAnything() throws IOException {
        filledIn();

        Ran good = run("config", "check", "--config", config());
        Files.setPosixFilePermissions(folder.resolve("records.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Ran open = run("config", "check", "--config", config());

        assertThat(good.code).as(good.err).isZero();
        assertThat(good.out).contains("is in order");
        assertThat(open.code).isEqualTo(78);
        assertThat(open.err).contains("records.key-file").contains("chmod 0400");
    }

    private void mailAlarms() throws IOException {
        for (String key : List.of("[[alarms.mail]]", "name", "server", "user", "password-file", "from", "to")) {
            String text = Files.readString(folder.resolve("anteroom.toml"));
            int section = text.indexOf("[[alarms.mail]]");
            int line = text.indexOf("#   " + key, section - 4);
            Files.writeString(folder.resolve("anteroom.toml"), text.substring(0, line) + text.substring(line + 4));
        }
    }

    @Test
    void namesTheFileThatKeepsAnAlarmChannelFromWorking() throws IOException {
        filledIn();
        mailAlarms();

        Ran ran = run("config", "check", "--config", config());

        assertThat(ran.code).isEqualTo(78);
        assertThat(ran.err).contains("alarms.mail[1].password-file").contains("let the service's user read it");
    }

    @Test
    void readsTheLogOfAlarmsWithoutTheServiceButNotWhatIsOpen() throws IOException {
        filledIn();

        Ran log = run("alarms", "log", "--config", config());
        Ran list = run("alarms", "--config", config());

        assertThat(log.code).as(log.err).isZero();
        assertThat(log.out).contains("There were no alarms yet.");
        assertThat(list.code).isEqualTo(1);
        assertThat(list.err).contains("not running").contains("anteroom alarms log");
    }

    @Test
    void readsEmergenciesWithoutTheServiceAndExportsThemIntoAFileOfTheUsersOwn() throws IOException {
        filledIn();
        Path file = folder.resolve("sentences.tsv");

        Ran list = run("emergencies", "--config", config());
        Ran show = run("emergencies", "show", "7", "--config", config());
        Ran judged = run("emergencies", "outcome", "7", "real", "--config", config());
        Ran wakeUps = run("emergencies", "wakeups", "--config", config());
        Ran export = run("emergencies", "export", file.toString(), "--config", config());
        Ran again = run("emergencies", "export", file.toString(), "--config", config());

        assertThat(list.code).as(list.err).isZero();
        assertThat(list.out).contains("There are no emergencies.");
        assertThat(show.code).isEqualTo(1);
        assertThat(show.err).contains("There is no emergency 7");
        assertThat(judged.code).isEqualTo(1);
        assertThat(judged.err).contains("There is no emergency 7");
        assertThat(wakeUps.out).contains("No emergency has rung anybody on call.");
        assertThat(export.code).as(export.err).isZero();
        assertThat(export.out).startsWith("0 sentences written to " + file);
        assertThat(file).hasContent("id\tpractice\tlabel\tcategory\ttext\tnote");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(again.code).isEqualTo(1);
        assertThat(again.err).contains("not written over");
    }

    /** Two people take turns. */
    private void rota() throws IOException {
        filledIn();
        change("number = \"412\"", "rota = \"doctors\"");
        Files.writeString(
                folder.resolve("anteroom.toml"),
                """

                [[oncall.person]]
                name = "Okafor"
                numbers = ["412"]
                [[oncall.person]]
                name = "Yu"
                numbers = ["413"]
                [[oncall.rota]]
                name = "doctors"
                turns = ["Okafor"]
                first-week = 2026-01-05
                """,
                StandardOpenOption.APPEND);
    }

    private Ran pin(String typed, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return oncall(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void makesPinsThatNobodyCanReadBackAndRemovesThem() throws Exception {
        rota();
        Path pins = folder.resolve("oncall-pins.toml");

        Ran made = pin("2468", "pin", "Yu");
        assertThat(made.out).contains("The PIN is kept.").contains("set code in the section [oncall.hand-over]");
        assertThat(made.code).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pins)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(pins)).contains("who = \"Yu\"").doesNotContain("2468");

        Ran easy = pin("1234", "pin", "Okafor");
        assertThat(easy.err).contains("The PIN must not be").doesNotContain("1234");
        assertThat(easy.code).isEqualTo(2);
        assertThat(pin("2468", "pin", "Okafor").err).contains("can't be used; choose another");
        assertThat(pin("2468", "pin", "Nobody").err).contains("there are: Okafor, Yu");
        assertThat(pin("", "pin", "Okafor", "--remove").err).contains("have no PIN");

        assertThat(pin("", "pin", "Yu", "--remove").out).contains("removed");
        assertThat(PinFile.read(pins)).isEmpty();

        Files.writeString(pins, "[[pin]]\nwho = 3\n");
        assertThat(run("config", "check", "--config", config()).err).contains("oncall-pins.toml");
        assertThat(pin("2468", "pin", "Okafor").err).contains("make every PIN anew");
    }

    private Ran oncall(String... arguments) {
        return run(Stream.of(new String[] {"oncall"}, arguments, new String[] {"--config", config()})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    @Test
    void showsAndChangesWhoIsOnCallFromTheFilesWhileNoServiceRuns() throws IOException {
        rota();
        assertThat(oncall("now").out).contains("Every emergency rings").containsPattern("Okafor +412");
        assertThat(oncall("next").out).contains("No hand-over in the next 60 days.");

        Ran added = oncall(
                "override",
                "--rota",
                "doctors",
                "--who",
                "Yu",
                "--from",
                "2026-01-05 08:00",
                "--to",
                "2999-01-05 08:00");

        assertThat(added.code).as(added.err).isZero();
        assertThat(oncall("now").out).containsPattern("Yu +413").doesNotContain("Okafor");
        assertThat(oncall("override", "--list").out).contains("Yu").contains("2999-01-05 08:00");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("oncall-overrides.toml"))))
                .isEqualTo("rw-------");
        assertThat(run("config", "check", "--config", config()).code).isZero();

        assertThat(oncall("override", "--remove", "1").code).isZero();
        assertThat(oncall("now").out).containsPattern("Okafor +412");
        assertThat(oncall("override", "--remove", "1").code).isEqualTo(1);
    }

    @Test
    void saysWhichRotasAndPeopleThereAre() throws IOException {
        rota();

        Ran nobody = oncall(
                "override",
                "--rota",
                "doctors",
                "--who",
                "You",
                "--from",
                "2026-01-05 08:00",
                "--to",
                "2999-01-05 08:00");

        assertThat(nobody.code).isEqualTo(2);
        assertThat(nobody.err).contains("There is no person 'You'; there are: Okafor, Yu");
    }

    @Test
    void namesOverridesThatCannotBeRead() throws IOException {
        rota();
        Files.writeString(folder.resolve("oncall-overrides.toml"), "[[override]]\nnumber = 1\n");

        Ran check = run("config", "check", "--config", config());

        assertThat(check.code).isEqualTo(78);
        assertThat(check.err).contains("oncall-overrides.toml").contains("override[1].who");
        assertThat(oncall("override", "--list").err).contains("override[1].who");
    }

    @Test
    void closesThePracticeByItsFileWhileNoServiceRuns() throws IOException {
        filledIn();
        String tomorrow = WallClock.written(LocalDateTime.now(ZoneId.of("America/Chicago"))
                .plusDays(1)
                .withSecond(0)
                .withNano(0));

        Ran closed = run("closure", "until", tomorrow, "--reason", "power cut", "--config", config());
        assertThat(closed.code).as(closed.err).isZero();
        assertThat(closed.out).startsWith("closed 1  ").contains(" to " + tomorrow + "  power cut");
        assertThat(run("closure", "--config", config()).out).contains("power cut");
        assertThat(run("oncall", "now", "--config", config()).out).contains(", closed");
        assertThat(run("closure", "end", "--config", config()).code).isZero();
        assertThat(run("closure", "end", "--config", config()).code).isEqualTo(1);

        Files.writeString(folder.resolve("closures.toml"), "no toml");
        Ran damaged = run("closure", "until", tomorrow, "--config", config());
        assertThat(damaged.code).isEqualTo(78);
        assertThat(damaged.err).contains("closures.toml").contains("Mend that file");
        Ran check = run("config", "check", "--config", config());
        assertThat(check.code).isEqualTo(78);
        assertThat(check.err).contains("closures.toml");
    }

    @Test
    void showsPromisedCallBacksFromTheRecordsWhileNoServiceRuns() throws IOException {
        filledIn();

        assertThat(run("callbacks", "--config", config()).out).contains("No call-backs were promised.");
        Ran done = run("callbacks", "done", "7", "--config", config());
        assertThat(done.code).isEqualTo(1);
        assertThat(done.err).contains("No call-back 7 waits");
    }

    @Test
    void needsTheServiceToRingThePeopleOnCall() throws IOException {
        filledIn();

        Ran ran = run("oncall", "test", "--config", config());

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.err).contains("not running");
    }

    @Test
    void saysHowToMendAKeyThatOthersMayRead() throws IOException {
        filledIn();
        Path key = folder.resolve("records.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Ran open = run("messages", "--config", config());
        Files.delete(key);
        Ran missing = run("messages", "--config", config());

        assertThat(open.code).isEqualTo(1);
        assertThat(open.err).contains("chmod 0400");
        assertThat(missing.code).isEqualTo(1);
        assertThat(missing.err).contains("missing");
    }

    @Test
    void saysWhatIsWrongWithAFileOfRecordings() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "file\ttext\nnone.wav\thello\nbroken\n");

        Ran ran = run("evaluate", "audio", file.toString());

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains("line 3: 1 columns");
        assertThat(run("evaluate", "audio", folder.resolve("none.tsv").toString()).code)
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAFileOfSentences() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "label\ttext\nnot\thello\nmaybe\thelp\n");

        Ran ran = run("evaluate", "emergency", file.toString());

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains("cases.tsv: line 3: the label is 'maybe'; it must be emergency or not");
    }

    @Test
    void drawsTheTradeOffOfAPracticesOwnSentences() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cases.tsv"), "label\ttext\nnot\thello there\nemergency\the can't breathe\n");
        Path svg = folder.resolve("curve.svg");

        Ran ran = run("evaluate", "emergency", file.toString(), "--plot", svg.toString());

        assertThat(ran.code).as(ran.err).isZero();
        assertThat(ran.out).contains("all ");
        assertThat(svg).content().startsWith("<svg ").contains("cases.tsv: 2 cases");
    }

    @Test
    void saysWhyThereIsNoDrawing() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.tsv"), "label\ttext\nnot\thello\n");

        Ran oneKind = run(
                "evaluate",
                "emergency",
                file.toString(),
                "--plot",
                folder.resolve("a.svg").toString());

        assertThat(oneKind.code).isEqualTo(2);
        assertThat(oneKind.out).contains("all ");
        assertThat(oneKind.err).contains("no curve to draw").contains("at least one emergency");
        for (String kind : List.of("emergency", "audio")) {
            Ran nowhere = run(
                    "evaluate",
                    kind,
                    file.toString(),
                    "--plot",
                    folder.resolve("none/a.svg").toString());
            assertThat(nowhere.code).isEqualTo(2);
            assertThat(nowhere.out).isEmpty();
            assertThat(nowhere.err).contains("--plot").contains("folder that exists");
        }
        Ran itself = run("evaluate", "emergency", file.toString(), "--plot", file.toString());
        assertThat(itself.code).isEqualTo(2);
        assertThat(itself.err).contains(".svg");
        assertThat(file).content().startsWith("label");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version").out).startsWith("anteroom ").contains("(Java ");
    }
}
