package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.anteroom.agent.call.CallEvent;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;

/** The assembled service started with something broken: what a caller gets, what the operator is told by mail, and that
 *  nothing is stored. PBX, phones and mail server are the same for all.
 */
class EmergencyOnlyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DOMAIN = "practice.test";
    private static final String AFTERWARDS = "starts anew by itself";

    private static final BlockingQueue<String> MAILS = new LinkedBlockingQueue<>();
    private static final BlockingQueue<Boolean> BRIDGED = new LinkedBlockingQueue<>();
    private static final BlockingQueue<Boolean> DOCTOR_HEARS = new LinkedBlockingQueue<>();
    private static DemoPbx pbx;
    private static SMTPServer mailServer;
    private static MediaEngine sound;
    private static Senses senses;
    private static Phone caller;
    private static Phone doctor;

    @TempDir
    Path folder;

    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private Path config;
    private Path records;

    @BeforeAll
    static void open() throws Exception {
        Path built = Path.of(System.getProperty("anteroom.model")).resolveSibling("prompts");
        System.setProperty("anteroom.prompts", built.toString());
        pbx = new DemoPbx(
                PbxPlan.of(
                        DOMAIN,
                        new Extension("100", "right"),
                        new Extension("201", "doctor"),
                        new Extension("301", "caller")),
                Clock.systemUTC());
        mailServer = new SMTPServer.Builder()
                .port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> MAILS.add(new String(data, UTF_8)))
                .build();
        mailServer.start();
        sound = new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), 30_360, 30_379, 20, 200, false),
                new MediaCounters());
        SpeechCounters counters = new SpeechCounters();
        senses = new Senses(
                new Ears(EarSettings.of(Home.model(), 2, 1), counters),
                new Voice(Wiring.voice(), counters),
                Optional.of(Meaning.load()),
                Optional.empty());
        doctor = phone("201", "doctor");
        doctor.answering(Answering.after(Duration.ZERO, call -> {
            call.press('1');
            // What is said to the doctor before holds a 440 Hz now and then.
            BRIDGED.poll(30, TimeUnit.SECONDS);
            call.listenAfresh();
            DOCTOR_HEARS.add(call.hears(440, SOON));
            call.tone(620, Duration.ofSeconds(2));
            call.awaitEnded(SOON);
        }));
        caller = phone("301", "caller");
    }

    @AfterAll
    static void close() throws Exception {
        System.clearProperty("anteroom.prompts");
        caller.close();
        doctor.close();
        sound.close();
        senses.close();
        mailServer.stop();
        pbx.close();
    }

    private static Phone phone(String extension, String password) throws Exception {
        Phone phone = new Phone(PhoneSettings.of(pbx, DOMAIN, extension, password), sound);
        phone.register(SOON);
        return phone;
    }

    @BeforeEach
    void configure() throws Exception {
        MAILS.clear();
        BRIDGED.clear();
        DOCTOR_HEARS.clear();
        records = folder.resolve("records");
        Vault.createKeyFile(folder.resolve("records.key"));
        config = Files.writeString(folder.resolve("anteroom.toml"), toml());
    }

    private String toml() throws IOException {
        return PracticeToml.of(pbx.address().getPort(), "right")
                + """
                [speech]
                expected-calls = 1
                prompts = "%s"
                [watch]
                port = 0
                [[alarms.mail]]
                name = "it-mail"
                server = "127.0.0.1"
                port = %d
                security = "none"
                from = "anteroom@practice.example"
                to = ["it@practice.example"]
                """
                        .formatted(
                                Files.createDirectories(Path.of("target", "test-prompts"))
                                        .toAbsolutePath(),
                                mailServer.getPortAllocated());
    }

    /** Records as a service that ran before left them. */
    private Appliance start() throws Failure {
        return Appliance.start(
                StartingPoint.of(config, Instant.now()), events::add, Optional.of(senses), Reloading.NONE);
    }

    private void haveRecords() throws Exception {
        Vault vault = Vault.open(folder.resolve("records.key"), records);
        Store.open(records, vault, new Counters(), new Health()).close();
    }

    @Test
    void withoutTheKey() throws Exception {
        haveRecords();
        Files.delete(folder.resolve("records.key"));

        servesEmergenciesAndTells(
                1, "records.key is missing", "put back the copy you keep in a safe place", AFTERWARDS);
    }

    @Test
    void withTheWrongKey() throws Exception {
        haveRecords();
        Files.delete(folder.resolve("records.key"));
        Vault.createKeyFile(folder.resolve("records.key"));

        servesEmergenciesAndTells(
                1, "records.key is not the one the records in", "Put back the right key file", AFTERWARDS);
    }

    @Test
    void withADamagedDatabase() throws Exception {
        haveRecords();
        try (RandomAccessFile file =
                new RandomAccessFile(records.resolve("records.db").toFile(), "rw")) {
            byte[] rubbish = new byte[3 * 4_096];
            Arrays.fill(rubbish, (byte) 77);
            file.seek(4_096);
            file.write(rubbish);
        }

        servesEmergenciesAndTells(1, "records.db is damaged", "restore a backup", AFTERWARDS);
    }

    /** Whoever mends it need not know that a restart is wanted; a caller who is on the line is not cut off by it. */
    @Test
    void untilItIsMended() throws Exception {
        haveRecords();
        Path key = folder.resolve("records.key");
        Path away = Files.move(key, folder.resolve("away"));
        BlockingQueue<Boolean> whole = new LinkedBlockingQueue<>();
        try (Service service = service(Clock.systemUTC())) {
            Thread running = running(service, whole);
            assertThat(MAILS.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains("EMERGENCY_ONLY");
            assertThat(whole.poll()).as("started").isTrue();
            try (PhoneCall call = answered()) {
                assertThat(call.awaitSpeech(SOON)).isTrue();
                Files.move(away, key);
                // Looked at many times meanwhile.
                call.say(CallerAudio.clip("hours-wish"));
                assertThat(call.ending()).as("the caller is on the line").isEmpty();
                assertThat(whole).as("started again").isEmpty();
            }
            assertThat(whole.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                    .as("started again")
                    .isTrue();
            assertThat(pbx.awaitRegistered("100", SOON)).as("registered").isTrue();
            assertThat(Anteroom.commandLine().execute("messages", "--config", config.toString()))
                    .isZero();
            service.close();
            running.join(SOON.toMillis());
            assertThat(running.isAlive()).isFalse();
        }
        assertThat(stored()).isNotEmpty();
    }

    /** Started by a machine whose battery is flat; its time comes while it runs. */
    @Test
    void untilTheTimeIsKnown() throws Exception {
        haveRecords();
        PlanFile.write(PlanFile.beside(config), EmergencyPlan.of(Config.load(config)));
        AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
        BlockingQueue<Boolean> whole = new LinkedBlockingQueue<>();
        try (Service service = service(((InstantSource) time::get).withZone(ZoneOffset.UTC))) {
            Thread running = running(service, whole);
            String mail = MAILS.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(mail).as("a mail").isNotNull();
            assertThat(unfolded(mail)).contains("EMERGENCY_ONLY", "1970-01-01", "timedatectl", AFTERWARDS);
            assertThat(whole.poll()).as("started with everything").isFalse();
            assertThat(pbx.awaitRegistered("100", SOON)).as("registered").isTrue();

            time.set(Instant.now().plus(Duration.ofMinutes(1)));

            assertThat(whole.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                    .as("started again with everything")
                    .isTrue();
            service.close();
            running.join(SOON.toMillis());
            assertThat(running.isAlive()).isFalse();
        }
    }

    private Service service(Clock clock) {
        return new Service(config, events::add, Optional.of(senses), Duration.ofMillis(100), ServiceNotice.NONE, clock);
    }

    /** @param whole told at each start whether it is one with everything */
    private static Thread running(Service service, BlockingQueue<Boolean> whole) {
        Thread running = new Thread(
                () -> {
                    try {
                        service.run(from -> whole.add(from.config().isPresent()));
                    } catch (Failure | InterruptedException e) {
                        whole.add(false);
                    }
                },
                "service");
        running.start();
        return running;
    }

    /** Not for emergencies only: it can't be served at all, so the service manager is to try again. */
    @Test
    void aSipPortInUseIsTriedAgainAndNamesThePortAndWhereToMendIt() throws Exception {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Files.writeString(config, toml().replaceFirst("(?m)^port = [1-9]\\d*$", "port = " + other.getLocalPort()));

            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.TEMPORARY))
                    .hasMessageContaining("127.0.0.1:" + other.getLocalPort())
                    .hasMessageContaining("sip.port");
        }
    }

    @Test
    void aPbxWhoseNameCannotBeResolvedKeepsNothingFromStartingAndIsTold() throws Exception {
        haveRecords();
        Files.writeString(config, toml().replace("pbx = \"127.0.0.1\"", "pbx = \"pbx.invalid\""));

        try (Appliance appliance = start()) {
            String mail = MAILS.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(mail).as("a mail").isNotNull();
            assertThat(unfolded(mail)).contains("LINE", "pbx.invalid can't be resolved", "sip.pbx", "name server");
            assertThat(appliance.emergencyOnly()).isFalse();
            assertThat(appliance.status()).startsWith("Not registered as extension 100 at pbx.invalid");
        }
    }

    @Test
    void withABrokenConfigurationFromTheKeptPlan() throws Exception {
        PlanFile.write(PlanFile.beside(config), EmergencyPlan.of(Config.load(config)));
        Files.writeString(config, toml().replace("key-file =", "keyfile ="));

        servesEmergenciesAndTells(78, "records.keyfile: unknown key", AFTERWARDS, "emergency-plan.toml");
    }

    @Test
    void withAFullDisk() throws Exception {
        Files.createDirectories(records);
        assumeTrue(
                ended("mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", records.toString()) == 0,
                "skipped: a small disk can be mounted by root only");
        try {
            haveRecords();
            byte[] block = new byte[4_096];
            try (OutputStream rest = Files.newOutputStream(records.resolve("rest"))) {
                while (true) {
                    rest.write(block);
                }
            } catch (IOException full) {
                assertThat(Files.getFileStore(records).getUsableSpace()).isZero();
            }
            servesEmergenciesAndTells(1, "is full", "Free some space", AFTERWARDS);
        } finally {
            assertThat(ended("umount", records.toString())).isZero();
        }
    }

    private static int ended(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** @param refused exit code of a command that wants the records meanwhile */
    private void servesEmergenciesAndTells(int refused, String what, String toDo, String until) throws Exception {
        List<String> before = stored();
        try (Appliance service = Appliance.start(
                StartingPoint.of(config, Instant.now()), events::add, Optional.of(senses), Reloading.NONE)) {
            String mail = MAILS.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(mail).as("a mail").isNotNull();
            assertThat(unfolded(mail)).contains("EMERGENCY_ONLY", what, toDo, until);
            try (PhoneCall call = answered()) {
                assertThat(call.awaitSpeech(SOON)).isTrue();
                call.say(CallerAudio.clip("emergency-choking"));
                assertThat(next(CallEvent.Decided.class).grade()).isEqualTo("ALARM");
                while (!next(CallEvent.Outbound.class).what().equals("bridged")) {
                    assertThat(call.ending()).as("the caller waits").isEmpty();
                }
                BRIDGED.add(true);
                long deadline = System.nanoTime() + SOON.toNanos();
                while (DOCTOR_HEARS.isEmpty() && System.nanoTime() < deadline) {
                    call.tone(440, Duration.ofMillis(500));
                }
                assertThat(DOCTOR_HEARS.poll())
                        .as("the doctor hears the caller")
                        .isTrue();
                assertThat(call.hears(620, SOON))
                        .as("the caller hears the doctor")
                        .isTrue();
            }
            next(CallEvent.Ended.class);
            assertThat(service.records()).isEmpty();
            assertThat(Anteroom.commandLine()
                            .setErr(new PrintWriter(Writer.nullWriter()))
                            .execute("messages", "--config", config.toString()))
                    .isEqualTo(refused);
            assertThat(MAILS).as("one cause, one mail").noneMatch(more -> more.contains("EMERGENCY_ONLY"));
        }
        assertThat(stored()).isEqualTo(before);
    }

    /** A busy machine that withdraws for a moment is no fault: the call is made again. */
    private PhoneCall answered() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(pbx.awaitRegistered("100", SOON)).as("registered").isTrue();
            PhoneCall call = caller.dial("100");
            if (call.awaitAnswered(SOON)) {
                return call;
            }
            call.close();
        }
        throw new AssertionError("no call was answered");
    }

    private <E extends CallEvent> E next(Class<E> type) throws Exception {
        for (CallEvent event = events.poll(30, TimeUnit.SECONDS);
                event != null;
                event = events.poll(30, TimeUnit.SECONDS)) {
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
        throw new AssertionError("no " + type.getSimpleName());
    }

    /** Every file of the records with what it holds, but for what SQLite needs to look at a database. */
    private List<String> stored() throws IOException {
        List<String> files = new ArrayList<>();
        if (Files.isDirectory(records)) {
            try (Stream<Path> all = Files.walk(records)) {
                for (Path file : all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith("-shm"))
                        .filter(file -> !file.toString().endsWith("-wal")
                                || file.toFile().length() > 0)
                        .sorted()
                        .toList()) {
                    files.add(file + " " + Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    /** Quoted-printable soft breaks and folded lines taken out. */
    private static String unfolded(String mail) {
        return mail.replaceAll("=\r?\n", "")
                .replaceAll("\r?\n", " ")
                .replaceAll("  +", " ")
                .replace("=3D", "=");
    }
}
