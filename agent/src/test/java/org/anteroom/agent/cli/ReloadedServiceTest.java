package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.interop.FreePort;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;

/** What the assembled service goes by after its configuration was read again. No PBX answers it. */
class ReloadedServiceTest {

    @TempDir
    Path folder;

    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();
    private SMTPServer mailServer;
    private Senses senses;
    private String practice;
    private Path config;
    private Appliance service;

    @BeforeEach
    void start() throws Exception {
        Path built = Path.of(System.getProperty("anteroom.model")).resolveSibling("prompts");
        System.setProperty("anteroom.prompts", built.toString());
        mailServer = new SMTPServer.Builder()
                .port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> mails.add(new String(data, UTF_8)))
                .build();
        mailServer.start();
        SpeechCounters counters = new SpeechCounters();
        senses = new Senses(
                new Ears(EarSettings.of(Home.model(), 1, 1), counters),
                new Voice(Wiring.voice(), counters),
                Optional.empty(),
                Optional.empty());
        Vault.createKeyFile(folder.resolve("records.key"));
        Files.writeString(folder.resolve("drill-password"), "drill");
        practice = PracticeToml.of(FreePort.of(1), "right")
                + """
                [watch]
                port = 0
                [speech]
                prompts = "%s"
                """
                        .formatted(Files.createDirectories(Path.of("target", "test-prompts"))
                                .toAbsolutePath());
        config = Files.writeString(folder.resolve("anteroom.toml"), practice);
        // Keeps an alarm open, without any mail so far.
        Files.writeString(folder.resolve("closures.toml"), "rubbish");
        service = Appliance.start(
                StartingPoint.of(config, Instant.now()), event -> {}, Optional.of(senses), Reloading.NONE);
    }

    @AfterEach
    void stop() {
        service.close();
        senses.close();
        mailServer.stop();
        System.clearProperty("anteroom.prompts");
    }

    @Test
    void saysWhenTheConfigurationWasReadLast() throws Exception {
        Instant first = status().configuration().loaded();
        assertThat(status().configuration().loaded()).as("asked twice").isEqualTo(first);

        service.reload(Config.load(config));

        assertThat(status().configuration().loaded()).isAfter(first);
    }

    @Test
    void takesProvidersCalendarsAndTellsOfOneThatIsBroken() throws Exception {
        Path calendar = folder.resolve("ortiz.ics");
        String provider =
                """
                [[practice.visit-type]]
                name = "exam"
                minutes = 30
                [[practice.provider]]
                id = "ortiz"
                name = "Doctor Ortiz"
                calendar = "ortiz.ics"
                [practice.provider.hours]
                monday = ["08:00-12:00"]
                """;
        Files.writeString(calendar, "BEGIN:VCALENDAR\n");
        reload(provider);
        assertThat(status().conditions())
                .filteredOn(report -> report.condition() == Condition.CALENDARS && !report.ok())
                .singleElement()
                .extracting(Health.Report::sentence)
                .asString()
                .contains(calendar + ": line 1: the file ends here");

        String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).format(DateTimeFormatter.BASIC_ISO_DATE);
        Files.writeString(
                calendar,
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:" + day + "\nEND:VEVENT\nEND:VCALENDAR\n");
        reload(provider);
        assertThat(status().conditions())
                .filteredOn(report -> report.condition() == Condition.CALENDARS)
                .allMatch(Health.Report::ok);
        assertThat(service.records().orElseThrow().book().calendars().busy()).containsOnlyKeys("ortiz");
    }

    @Test
    void openAlarmsGoOnThroughAChannelThatIsNew() throws Exception {
        reload(
                """
                [[alarms.mail]]
                name = "it-mail"
                server = "127.0.0.1"
                port = %d
                security = "none"
                from = "anteroom@practice.example"
                to = ["it@practice.example"]
                """
                        .formatted(mailServer.getPortAllocated()));

        String mail = next();
        while (!mail.contains("CONFIGURATION")) {
            mail = next();
        }
        assertThat(mail).contains("closure");
    }

    private String next() throws InterruptedException {
        String mail = mails.poll(60, TimeUnit.SECONDS);
        assertThat(mail).as("a mail").isNotNull();
        return mail;
    }

    @Test
    void drillsThatAreSetUpNeedNoRestart() throws Exception {
        ControlRequest schedule = ControlRequest.of(ControlRequest.Verb.SCHEDULE_DRILL);
        assertThatThrownBy(() -> ask(schedule)).isInstanceOf(Failure.class).hasMessageContaining("There are no drills");

        reload(
                """
                [drill]
                user = "299"
                password-file = "drill-password"
                phones = ["201"]
                day = "sunday"
                time = "13:00"
                """);

        assertThat(String.join(" ", ask(schedule))).containsIgnoringCase("sunday");
        assertThat(status().drills().next()).isPresent();
    }

    @Test
    void sentencesThatAreWordedAnewAreSaidFromNowOnAndWrongOnesAreRefused() throws Exception {
        Path sentences = Files.writeString(folder.resolve("sentences.txt"), "[message]\nthanks = All right.\n");
        String worded = practice.replace("[practice]\n", "[practice]\nsentences = \"sentences.txt\"\n");
        Files.writeString(config, worded);

        assertThat(service.reload(Config.load(config)).lines().get(0)).contains("practice, sentences");
        assertThat(service.reload(Config.load(config)).lines().get(0)).startsWith("Nothing has changed");

        Files.writeString(sentences, "[message]\nthanks = Very good.\n");
        assertThat(service.reload(Config.load(config)).lines().get(0)).contains("from now on: sentences.");

        Files.writeString(sentences, "[message]\nthanks = Get well soon.\n");
        Config wrong = Config.load(config);
        assertThatThrownBy(() -> service.reload(wrong))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("sentences.txt:2: thanks: ");
    }

    /** What no caller has needed yet: the whole database is read at each start, and once a day. */
    @Test
    void damageInTheRecordsIsToldBeforeACallerNeedsThem() throws Exception {
        service.close();
        Path database = folder.resolve("records").resolve("records.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table filler (body blob)");
            statement.execute("insert into filler values (zeroblob(200000))");
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            byte[] rubbish = new byte[20_000];
            Arrays.fill(rubbish, (byte) 0xff);
            file.seek(file.length() - 60_000);
            file.write(rubbish);
        }

        service = Appliance.start(
                StartingPoint.of(config, Instant.now()), event -> {}, Optional.of(senses), Reloading.NONE);

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (status().conditions().stream()
                        .noneMatch(report -> report.sentence().contains("is damaged"))
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(status().conditions()).anyMatch(report -> report.sentence().contains("is damaged"));
    }

    private void reload(String more) throws Exception {
        Files.writeString(config, practice + more);
        service.reload(Config.load(config));
    }

    private ServiceStatus status() throws Failure {
        return StatusJson.read(
                ask(ControlRequest.of(ControlRequest.Verb.SHOW_STATUS)).get(0));
    }

    private List<String> ask(ControlRequest request) throws Failure {
        List<String> lines = new ArrayList<>();
        assertThat(new ControlClient(folder.resolve("control")).ask(request, lines::add))
                .isTrue();
        return lines;
    }
}
