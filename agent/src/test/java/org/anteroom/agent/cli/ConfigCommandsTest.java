package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigReference;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The configuration as a person at a terminal makes it, has it checked and asks about it. */
class ConfigCommandsTest extends AtTheTerminal {

    @Test
    void explainsAKeyWithWhereTheFileSetsIt() throws IOException {
        filledIn();
        int line = Files.readAllLines(folder.resolve("anteroom.toml")).indexOf("password = \"hush\"") + 1;

        Ran set = run("config", "explain", "sip.password", "--config", config());
        Ran unset = run("config", "explain", "watch.port", "--config", config());

        assertThat(set.code()).as(set.err()).isZero();
        assertThat(set.out())
                .contains("now       (secret)  (" + config() + ":" + line + ")")
                .contains("restart anteroom")
                .doesNotContain("hush");
        assertThat(unset.out())
                .contains("write     whole number from 0 to 65535")
                .contains("now       9469, because " + config());
        assertThat(run("config", "explain", "sip", "--config", config()).out().lines())
                .anyMatch(each -> each.startsWith("sip.pbx-port "))
                .allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(100));
        assertThat(run("config", "explain", "--config", config()).out().lines()).contains("practice", "watch");
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

        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("now       not known: ").contains("none.toml");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("did you mean sip.port?");
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

        assertThat(defaults.out())
                .contains("sip.port = 5070    (default 5060)")
                .contains("sip.password = (secret)")
                .doesNotContain("hush");
        assertThat(files.out()).isEqualTo("sip.port: 5060 -> 5070    (takes a restart)\n");
        assertThat(json.out())
                .isEqualTo("[{\"key\":\"sip.port\",\"before\":\"5060\",\"after\":\"5070\",\"restart\":true}]\n");
        ConfigDesk desk = new ConfigDesk((request, who, lines) -> {}, Path.of(config()), () -> Optional.of(loaded));
        try (ControlServer server = new ControlServer(folder.resolve("control"), desk, new Counters())) {
            assertThat(run("config", "diff", "--running", "--config", config()).out())
                    .isEqualTo(files.out());
            change("port = 5070", "port = 5060");
            assertThat(run("config", "diff", "--running", "--config", config()).out())
                    .isEqualTo("No value differs.\n");
        }
    }

    @Test
    void namesLineKeyAndNearestKeyOfAnUnknownSetting() throws IOException {
        filledIn();
        change("\nuser = ", "\nusr = ");

        Ran ran = run("serve", "--config", config());

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).contains("line ").contains("sip.usr").contains("user");
        assertThat(ran.err().lines()).allSatisfy(line -> assertThat(line).startsWith("anteroom: "));
    }

    @Test
    void tellsOfEveryFileInOneGo() throws IOException {
        filledIn();
        change("\nuser = ", "\nusr = ");
        Files.delete(folder.resolve("records.key"));
        Files.writeString(folder.resolve("closures.toml"), "[[closure]]\nfrom = \"soon\"\n");
        Files.setPosixFilePermissions(folder.resolve("closures.toml"), PosixFilePermissions.fromString("rw-------"));

        Ran ran = run("config", "check", "--config", config());

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err())
                .contains("sip.usr", "records.key-file", folder.resolve("closures.toml") + ": line 2: closure[1].from");
    }

    @Test
    void makesConfigurationKeyAndFolderThatFitEachOther() throws IOException {
        Ran ran = run(init());

        assertThat(ran.code()).isZero();
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
    void makesTheFoldersAboveThatAreMissing() throws IOException {
        Path my = folder.resolve("my");
        String[] places = {
            "config", "init",
            "--config", my.resolve("etc/anteroom.toml").toString(),
            "--key", my.resolve("records.key").toString(),
            "--data", my.resolve("data").toString(),
            "--socket", my.resolve("control").toString()
        };

        Ran ran = run(places);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(my.resolve("etc/anteroom.toml")).isRegularFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(my)))
                .as("of the key's folder")
                .isEqualTo("rwx------");
    }

    @Test
    void neverChangesWhatIsThere() throws IOException {
        run(init());
        byte[] key = Files.readAllBytes(folder.resolve("records.key"));
        Files.writeString(folder.resolve("anteroom.toml"), "mine");

        Ran again = run(init());

        assertThat(again.code()).isZero();
        assertThat(again.out().lines()).allSatisfy(line -> assertThat(line).startsWith("kept"));
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

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("inside");
    }

    @Test
    void saysWhereItMayNotWrite() {
        Ran ran = run(
                "config", "init",
                "--config", "/proc/none/anteroom.toml",
                "--key", "/proc/none/key",
                "--data", "/proc/none/data");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1).first().asString().contains("/proc/none");
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

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("The key /proc/none/records.key cannot be made (No such file or directory).")
                .contains("--key FILE --data FOLDER --socket FILE")
                .contains("sudo -u anteroom anteroom config init");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "config check"})
    void namesEveryEmptyKeyOfAFreshConfigurationWithItsLineInTheOrderOfTheFile(String command) throws IOException {
        run(init());
        List<String> lines = Files.readAllLines(folder.resolve("anteroom.toml"));

        Ran ran = run((command + " --config " + config()).split(" "));

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .hasSize(9)
                .allSatisfy(line -> assertThat(line)
                        .matches("anteroom: " + config() + ": line \\d+: [a-z.\\[\\]1-]+: is not filled in; .+"))
                .map(line -> Integer.parseInt(line.replaceFirst(".*: line (\\d+): .*", "$1")))
                .isSorted()
                .allSatisfy(number -> assertThat(lines.get(number - 1)).endsWith(" = \"\""));
        assertThat(ran.err()).contains("practice.name: is not filled in; for example \"Maple Street Dental\"");
    }

    @Test
    void isInOrderWithNoticesAsSoonAsTheEmptyKeysAreFilledIn() throws IOException {
        filledIn();

        Ran ran = run("config", "check", "--config", config());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines().toList())
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
            assertThat(run("serve", "--config", config()).code()).isEqualTo(1);
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(message -> message.startsWith(config()))
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

        assertThat(run("config", "check", "--config", config()).out()).isEqualTo(config() + " is in order.\n");
    }

    @Test
    void checksAConfigurationAndItsKeyWithoutStartingAnything() throws IOException {
        filledIn();

        Ran good = run("config", "check", "--config", config());
        Files.setPosixFilePermissions(folder.resolve("records.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Ran open = run("config", "check", "--config", config());

        assertThat(good.code()).as(good.err()).isZero();
        assertThat(good.out()).contains("is in order");
        assertThat(open.code()).isEqualTo(78);
        assertThat(open.err()).contains("records.key-file").contains("chmod 0400");
    }

    @Test
    void doctorFindsNoFaultWithAKeyThatHasSealedNothingYet() throws IOException {
        filledIn();

        Ran ran = run("doctor", "--only", "key", "--config", config());

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("The key is in its place");
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

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).contains("alarms.mail[1].password-file").contains("let the service's user read it");
    }
}
