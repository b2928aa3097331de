package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.interop.FreePort;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled application as a process of its own, at the rehearsal PBX. */
class ServeIT {

    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DOMAIN = "practice.test";

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final List<Path> mounted = new ArrayList<>();
    private DemoPbx pbx;

    @BeforeEach
    void start() {
        pbx = new DemoPbx(
                PbxPlan.of(
                        DOMAIN,
                        new Extension("100", "right"),
                        new Extension("201", "doctor"),
                        new Extension("301", "caller")),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        for (Path disk : mounted) {
            assertThat(ended("umount", disk.toString())).isZero();
        }
        pbx.close();
    }

    private Path configure(String password) throws Exception {
        Vault.createKeyFile(folder.resolve("records.key"));
        return Files.writeString(
                folder.resolve("anteroom.toml"),
                PracticeToml.of(pbx.address().getPort(), password)
                        + """
                        [practice.hours]
                        monday = ["08:00-12:00"]
                        [speech]
                        expected-calls = 1
                        [watch]
                        port = 0
                        """);
    }

    private Process serve(Path config) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("anteroom.app") + "/bin/anteroom", "serve", "--config", config.toString())
                .redirectErrorStream(true)
                .start();
        processes.add(process);
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(line -> {
                    printed.add(line);
                    log.add(line);
                });
            } catch (IOException | UncheckedIOException e) {
                log.add(e.toString());
            }
        });
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private String awaitLog(String text) throws InterruptedException {
        StringBuilder seen = new StringBuilder();
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            String line = log.poll(1, TimeUnit.SECONDS);
            if (line != null) {
                seen.append(line).append('\n');
                if (line.contains(text)) {
                    return line;
                }
            }
        }
        throw new AssertionError("no line with '" + text + "' in:\n" + seen);
    }

    /** A disk of its own, so small that a test can fill it; only root may mount one. */
    private Path smallDisk(Path where) throws Exception {
        Files.createDirectories(where);
        assumeTrue(
                ended("mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", where.toString()) == 0,
                "skipped: a small disk can be mounted by root only");
        mounted.add(where);
        return where;
    }

    private static int ended(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void fill(Path disk) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream rest = Files.newOutputStream(disk.resolve("rest"))) {
            while (true) {
                rest.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(disk).getUsableSpace()).isZero();
        }
    }

    private Phone phone(String extension, String password, MediaEngine sound) throws Exception {
        Phone phone = new Phone(PhoneSettings.of(pbx, DOMAIN, extension, password), sound);
        phone.register(SOON);
        return phone;
    }

    /** A busy machine that withdraws for a moment is no fault: the call is made again. */
    private PhoneCall answered(Phone caller) throws Exception {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
            PhoneCall call = caller.dial("100");
            if (call.awaitAnswered(SOON)) {
                return call;
            }
            call.close();
        }
        throw new AssertionError("no call was answered; printed: " + printed);
    }

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Anteroom.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void registersAnswersCommandsRefusesASecondUnregistersWhenToldToStopAndServesFromTheKeptPlanThen()
            throws Exception {
        Path config = configure("right");
        Process service = serve(config);
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();

        Ran messages = run("messages", "--config", config.toString());
        Ran missing = run("calls", "show", "9", "--config", config.toString());
        Ran second = run("serve", "--config", config.toString());

        assertThat(messages.code).as(messages.err).isZero();
        assertThat(messages.out).contains("There are no messages.");
        assertThat(missing.code).isEqualTo(1);
        assertThat(missing.err).contains("There is no call 9");
        assertThat(second.code).isEqualTo(75);
        assertThat(second.err).contains("runs already");
        assertThat(folder.resolve("emergency-plan.toml")).exists();

        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).as("stopped").isTrue();
        assertThat(service.exitValue()).isZero();
        assertThat(pbx.registered("100")).isFalse();
        assertThat(folder.resolve("control")).doesNotExist();

        servesEmergenciesFromTheKeptPlanWhenAKeyIsMistypedAndSaysEveryProblem(config);
    }

    private void servesEmergenciesFromTheKeptPlanWhenAKeyIsMistypedAndSaysEveryProblem(Path config) throws Exception {
        String plan = Files.readString(folder.resolve("emergency-plan.toml"));
        Files.writeString(config, Files.readString(config).replace("user =", "usr ="));

        serve(config);

        assertThat(awaitLog("EMERGENCY_ONLY"))
                .contains("sip.usr")
                .contains("sip.user")
                .contains("emergency-plan.toml");
        assertThat(printed)
                .anyMatch(
                        line -> line.startsWith("anteroom: " + config + ": line ") && line.contains("sip.usr: unknown"))
                .anyMatch(line ->
                        line.startsWith("anteroom: " + config + ": line ") && line.contains("sip.user: is missing"));
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
        assertThat(printed)
                .as("one alarm")
                .filteredOn(line -> line.contains(" sip.usr"))
                .hasSize(2);
        assertThat(Files.readString(folder.resolve("emergency-plan.toml"))).isEqualTo(plan);
        assertThat(run("messages", "--config", config.toString()).code).isEqualTo(78);
        assertThat(run("config", "check", "--config", config.toString()).code).isEqualTo(78);
    }

    @Test
    void keepsTryingWithAWrongPasswordAndSaysSoOnce() throws Exception {
        Process service = serve(configure("wrong"));

        assertThat(awaitLog("LINE")).contains("refuses extension 100").contains("check sip.user");

        assertThat(service.isAlive()).isTrue();
        assertThat(printed).noneMatch(line -> line.contains("wrong"));
        assertThat(pbx.registered("100")).isFalse();
    }

    @Test
    void goesOnWithACallWhenTheDiskFillsRaisesAnAlarmAndStillConnectsItsEmergency() throws Exception {
        Path disk = smallDisk(folder.resolve("records"));
        Path config = configure("right");
        Files.writeString(config, Files.readString(config) + "[recording]\nenabled = true\n");
        serve(config);
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
        int first = FreePort.of(20);
        MediaSettings ports = new MediaSettings(InetAddress.getLoopbackAddress(), first, first + 19, 20, 200, false);
        try (MediaEngine sound = new MediaEngine(ports, new MediaCounters());
                Phone doctor = phone("201", "doctor", sound);
                Phone caller = phone("301", "caller", sound)) {
            BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
            doctor.answering(Answering.after(Duration.ofMillis(300), call -> {
                call.awaitTurn(Duration.ofMillis(700), SOON);
                call.press('1');
                heard.add(call.hears(440, SOON));
                call.tone(620, Duration.ofSeconds(4));
            }));
            try (PhoneCall call = answered(caller)) {
                assertThat(call.awaitSpeech(SOON)).as("greeted").isTrue();

                fill(disk);

                assertThat(awaitLog("RECORDS [records]")).contains("is full");
                assertThat(call.ending()).as("the call goes on").isEmpty();
                call.press('*');
                long deadline = System.nanoTime() + SOON.toNanos();
                while (heard.isEmpty() && System.nanoTime() < deadline) {
                    call.tone(440, Duration.ofSeconds(1));
                }
                assertThat(heard.poll()).as("the doctor hears the caller").isTrue();
                assertThat(call.hears(620, SOON))
                        .as("the caller hears the doctor")
                        .isTrue();
            }
        }
    }
}
