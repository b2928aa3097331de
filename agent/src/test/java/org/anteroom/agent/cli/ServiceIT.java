package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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

/** The assembled application as a service manager sees it: what it is told, and what becomes of calls when it reloads and stops
 *  the service. The manager is a socket of the test's.
 */
class ServiceIT {

    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DOMAIN = "practice.test";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private DemoPbx pbx;
    private MediaEngine sound;
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private DatagramInbox manager;
    private Thread listening;
    private Path config;
    private Process service;

    @BeforeEach
    void start() throws Exception {
        pbx = new DemoPbx(
                PbxPlan.of(
                        DOMAIN,
                        new Extension("100", "right"),
                        new Extension("201", "doctor"),
                        new Extension("301", "caller"),
                        new Extension("302", "caller")),
                Clock.systemUTC());
        int ports = FreePort.of(20);
        sound = new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), ports, ports + 19, 20, 200, false),
                new MediaCounters());
        manager = DatagramInbox.at(folder.resolve("notify").toString());
        listening = new Thread(this::listen, "test-manager");
        listening.start();
        Vault.createKeyFile(folder.resolve("records.key"));
        config = Files.writeString(
                folder.resolve("anteroom.toml"),
                PracticeToml.of(pbx.address().getPort(), "right")
                        + """
                        [calls]
                        simultaneous = 1
                        stop-seconds = 1
                        [speech]
                        expected-calls = 1
                        """);
        ProcessBuilder serving = new ProcessBuilder(
                        // Whoever runs the tests may ignore it, as under nohup, and it would inherit that.
                        "env",
                        "--default-signal=HUP",
                        System.getProperty("anteroom.app") + "/bin/anteroom",
                        "serve",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        serving.environment().put("NOTIFY_SOCKET", folder.resolve("notify").toString());
        serving.environment().put("WATCHDOG_USEC", "4000000");
        serving.environment().put("ANTEROOM_JVM", "-XX:DumpLoadedClassList=" + folder.resolve("loaded"));
        service = serving.start();
        awaitTold("READY=1");
        assertThat(pbx.awaitRegistered("100", UP_WITHIN)).as("registered").isTrue();
    }

    @AfterEach
    void stop() throws Exception {
        service.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        listening.interrupt();
        listening.join();
        manager.close();
        sound.close();
        pbx.close();
    }

    @Test
    void reloadsWithoutDroppingACallAndStopsWithoutCuttingAnEmergency() throws Exception {
        awaitTold("STATUS=Registered as extension 100");
        awaitTold("WATCHDOG=1");
        try (Phone doctor = phone("201", "doctor");
                Phone first = phone("301", "caller");
                Phone second = phone("302", "caller")) {
            doctor.answering(Answering.after(Duration.ofMillis(200), call -> {
                call.awaitSpeech(SOON);
                call.press('1');
                call.press('5');
                call.tone(620, Duration.ofSeconds(90));
            }));
            try (PhoneCall standing = answered(first)) {
                assertThat(standing.awaitSpeech(SOON)).as("greeted").isTrue();
                awaitTold("STATUS=Registered as extension 100 at 127.0.0.1; 1 call.");

                refusesAWrongConfigurationAndSaysWhy();
                assertThat(letIn(second)).as("one call at a time").isFalse();
                rewrite("simultaneous = 1", "simultaneous = 2");
                Ran reloaded = run("reload", "--config", config.toString());
                assertThat(reloaded.code).as(reloaded.err).isZero();
                assertThat(reloaded.out).contains("calls").contains("Calls in progress keep theirs");
                // Two calls since the reload.
                answered(second).close();

                signalReloadsToo();

                assertThat(standing.ending()).as("the call goes on").isEmpty();
                aBridgedEmergencySurvivesSigterm(standing);
            }
        }
        assertThat(service.waitFor(90, TimeUnit.SECONDS)).as("stopped").isTrue();
        assertThat(service.exitValue()).isZero();
        assertThat(reloadMs())
                .as("reloads, ms; at most 200 where the machine has nothing else to do")
                .hasSize(2)
                .allMatch(ms -> ms <= 5_000);
        isStartedWithNearlyAllItLoadsInTheListOfTheClassArchive();
    }

    /** What isn't rendered must be spoken also while it stops: what the phone is told before and after its key. */
    @Test
    void whoIsRungWhenTheServiceIsToldToStopStillHearsWhatItIsAboutAndIsConnected() throws Exception {
        CountDownLatch stopAsked = new CountDownLatch(1);
        CountDownLatch rings = new CountDownLatch(1);
        AtomicLong toldAfterItsKeyMs = new AtomicLong();
        try (Phone doctor = phone("201", "doctor");
                Phone caller = phone("301", "caller")) {
            doctor.answering(Answering.after(Duration.ofMillis(200), call -> {
                rings.countDown();
                stopAsked.await(SOON.toSeconds(), TimeUnit.SECONDS);
                call.listenAfresh();
                call.awaitSpeech(SOON);
                call.press('1');
                long accepted = System.nanoTime();
                call.awaitTurn(Duration.ofMillis(500), SOON);
                toldAfterItsKeyMs.set(loudMs(call, accepted));
                call.press('5');
                call.tone(620, Duration.ofSeconds(60));
            }));
            try (PhoneCall call = answered(caller)) {
                assertThat(call.awaitSpeech(SOON)).as("greeted").isTrue();
                call.press('*');
                assertThat(rings.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
                service.destroy();
                awaitTold("STOPPING=1");
                stopAsked.countDown();

                call.listenAfresh();
                assertThat(call.hears(620, SOON))
                        .as("the doctor is heard; log: %s", log())
                        .isTrue();
                assertThat(toldAfterItsKeyMs.get())
                        .as("ms told after the key: more than what may be left of the request for it")
                        .isGreaterThan(800);
            }
        }
        assertThat(service.waitFor(90, TimeUnit.SECONDS)).as("stopped").isTrue();
        assertThat(service.exitValue()).isZero();
    }

    /** What the archive of classes lacks makes every start a little longer. */
    private void isStartedWithNearlyAllItLoadsInTheListOfTheClassArchive() throws IOException {
        // Lambdas and what a library writes at run time have a name of their own in each run.
        Set<String> loaded = Files.readAllLines(folder.resolve("loaded")).stream()
                .filter(line -> line.matches("[A-Za-z].*"))
                .map(line -> line.split(" ")[0])
                .filter(name -> !name.matches(".*(Lambda|\\$\\$|/generated/|\\+0x).*"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Set.copyOf(Files.readAllLines(Path.of("src/main/app/classes.list")));
        Path fresh = Files.write(Path.of("target/classes.list"), loaded);
        loaded.removeAll(listed);

        assertThat(loaded)
                .as("classes that src/main/app/classes.list lacks: replace it by " + fresh)
                .hasSizeLessThan(listed.size() / 20);
    }

    private void refusesAWrongConfigurationAndSaysWhy() throws Exception {
        rewrite("number = \"201\"", "number = \"201\"\nnumbr = \"1\"");
        Ran wrong = run("reload", "--config", config.toString());
        assertThat(wrong.code).isEqualTo(78);
        assertThat(wrong.err).contains("numbr");
        new ProcessBuilder("kill", "-HUP", Long.toString(service.pid())).start().waitFor();
        awaitTold("RELOADING=1");
        awaitTold("READY=1");
        awaitTold("The last reload was refused");
        rewrite("\nnumbr = \"1\"", "");
    }

    private void signalReloadsToo() throws Exception {
        rewrite("stop-seconds = 1", "stop-seconds = 2");
        new ProcessBuilder("kill", "-HUP", Long.toString(service.pid())).start().waitFor();
        awaitTold("RELOADING=1");
        awaitTold("READY=1");
    }

    private void aBridgedEmergencySurvivesSigterm(PhoneCall call) throws Exception {
        call.press('*');
        call.listenAfresh();
        assertThat(call.hears(620, SOON)).as("the doctor is heard").isTrue();

        service.destroy();

        awaitTold("STOPPING=1");
        awaitTold("STATUS=Stopping: 1 emergency is on the line");
        awaitTold("EXTEND_TIMEOUT_USEC=");
        service.destroy();
        awaitTold("WATCHDOG=1");
        awaitTold("EXTEND_TIMEOUT_USEC=");
        call.listenAfresh();
        assertThat(call.hears(620, SOON)).as("the doctor is still heard").isTrue();
        assertThat(pbx.registered("100")).isFalse();
        assertThat(service.isAlive()).isTrue();
    }

    /** How long each reload took, as the service measured it. */
    private List<Long> reloadMs() throws IOException {
        return Files.readAllLines(folder.resolve("log")).stream()
                .filter(line -> line.contains("Reloaded within "))
                .map(line -> Long.parseLong(line.replaceAll(".*Reloaded within (\\d+) ms.*", "$1")))
                .toList();
    }

    private void rewrite(String what, String with) throws IOException {
        Files.writeString(config, Files.readString(config).replace(what, with));
    }

    private boolean letIn(Phone phone) throws Exception {
        try (PhoneCall call = phone.dial("100")) {
            return call.awaitAnswered(SOON);
        }
    }

    private static long loudMs(PhoneCall call, long afterNanos) {
        return 20
                * call.packets().stream()
                        .filter(packet -> packet.incoming() && packet.loud() && packet.nanos() > afterNanos)
                        .count();
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
        throw new AssertionError("no call was answered; told: " + told);
    }

    private Phone phone(String extension, String password) throws Exception {
        Phone phone = new Phone(PhoneSettings.of(pbx, DOMAIN, extension, password), sound);
        phone.register(SOON);
        return phone;
    }

    /** As a manager does: at once, because few notices wait in a socket. */
    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            manager.next(Duration.ofMillis(200)).ifPresent(notices::add);
        }
    }

    /** The next notice with this in it; those before it are dropped. */
    private void awaitTold(String text) throws Exception {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> next = Optional.ofNullable(notices.poll(1, TimeUnit.SECONDS));
            next.ifPresent(told::add);
            if (next.filter(notice -> notice.contains(text)).isPresent()) {
                return;
            }
        }
        throw new AssertionError("never told " + text + "; told: " + told + "; log: " + log());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
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
}
