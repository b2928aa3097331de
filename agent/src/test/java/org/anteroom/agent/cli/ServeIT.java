package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled application as a process of its own, at the rehearsal PBX. */
class ServeIT {

    private static final Duration UP_WITHIN = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private DemoPbx pbx;

    @BeforeEach
    void start() {
        pbx = new DemoPbx(PbxPlan.of("practice.test", new Extension("100", "right")), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        pbx.close();
    }

    private Path configure(String password) throws Exception {
        Vault.createKeyFile(folder.resolve("records.key"));
        return Files.writeString(
                folder.resolve("anteroom.toml"),
                """
                [practice]
                name = "Test Clinic"
                type = "medical"
                timezone = "UTC"
                [practice.hours]
                monday = ["08:00-12:00"]
                [sip]
                pbx = "127.0.0.1"
                pbx-port = %d
                domain = "practice.test"
                user = "100"
                password = "%s"
                bind = "127.0.0.1"
                port = %d
                [speech]
                expected-calls = 1
                [[oncall.group]]
                name = "on call"
                [[oncall.group.target]]
                name = "doctor"
                number = "201"
                [records]
                folder = "records"
                key-file = "records.key"
                [control]
                socket = "control"
                """
                        .formatted(pbx.address().getPort(), password, freePort()));
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    private Process serve(Path config) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("anteroom.app") + "/bin/anteroom", "serve", "--config", config.toString())
                .redirectErrorStream(true)
                .start();
        processes.add(process);
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(log::add);
            } catch (IOException e) {
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
    void registersAnswersCommandsRefusesASecondAndUnregistersWhenToldToStop() throws Exception {
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
        assertThat(second.code).isEqualTo(1);
        assertThat(second.err).contains("runs already");
        assertThat(folder.resolve("emergency-plan.toml")).exists();

        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).as("stopped").isTrue();
        assertThat(service.exitValue()).isEqualTo(143);
        assertThat(pbx.registered("100")).isFalse();
        assertThat(folder.resolve("control")).doesNotExist();
    }

    @Test
    void runsForEmergenciesOnlyWithoutItsKeyAndSaysHowToMendThat() throws Exception {
        Path config = configure("right");
        Files.delete(folder.resolve("records.key"));
        serve(config);

        assertThat(awaitLog("EMERGENCY_ONLY")).contains("records.key").contains("is missing");
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
        Ran messages = run("messages", "--config", config.toString());
        assertThat(messages.code).isEqualTo(1);
        assertThat(messages.err).contains("emergencies only");
    }

    @Test
    void servesEmergenciesFromTheKeptPlanWhenAKeyIsMistypedAndSaysEveryProblem() throws Exception {
        Path config = configure("right");
        Process service = serve(config);
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).as("stopped").isTrue();
        String plan = Files.readString(folder.resolve("emergency-plan.toml"));
        Files.writeString(config, Files.readString(config).replace("user =", "usr ="));

        serve(config);

        assertThat(awaitLog("anteroom: " + config))
                .contains("line ")
                .contains("sip.usr")
                .contains("sip.user");
        assertThat(awaitLog("EMERGENCY_ONLY")).contains("sip.usr").contains("emergency-plan.toml");
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
        assertThat(Files.readString(folder.resolve("emergency-plan.toml"))).isEqualTo(plan);
        assertThat(run("messages", "--config", config.toString()).code).isEqualTo(2);
        assertThat(run("config", "check", "--config", config.toString()).code).isEqualTo(2);
    }

    @Test
    void keepsTryingWithAWrongPasswordAndSaysSoOnce() throws Exception {
        Process service = serve(configure("wrong"));

        awaitLog("LINE");

        assertThat(service.isAlive()).isTrue();
        assertThat(pbx.registered("100")).isFalse();
    }
}
