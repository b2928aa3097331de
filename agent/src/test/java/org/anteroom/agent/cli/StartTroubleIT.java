package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.interop.ChildProcess;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled application on a machine where something is wrong: what it says, and by which exit code the service manager
 *  tries again or not. A service that serves emergencies is ended as soon as it has said so: that it does is proved elsewhere.
 */
class StartTroubleIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    /** A user who owns nothing. */
    private static final int NOBODY = 65_534;

    @TempDir
    Path folder;

    private final List<ChildProcess> processes = new ArrayList<>();
    private Path config;
    private Path records;

    /** What a service that ran before left. */
    @BeforeEach
    void configure() throws Exception {
        config = folder.resolve("anteroom.toml");
        records = folder.resolve("records");
        Vault.createKeyFile(folder.resolve("records.key"));
        Files.writeString(config, toml("control"));
        Vault vault = Vault.open(folder.resolve("records.key"), records);
        Store.open(records, vault, new Counters(), new Health()).close();
        PlanFile.write(
                PlanFile.beside(config), StartingPoint.of(config, Instant.now()).plan());
    }

    @AfterEach
    void end() {
        processes.forEach(ChildProcess::terminate);
        processes.forEach(ChildProcess::close);
    }

    private static String toml(String socket) throws IOException {
        return PracticeToml.of(9, "right").replace("socket = \"control\"", "socket = \"" + socket + "\"")
                + """
                [calls]
                simultaneous = 1
                [speech]
                expected-calls = 1
                prompts = "%s"
                [watch]
                port = 0
                """
                        .formatted(Files.createDirectories(Path.of("target", "test-prompts"))
                                .toAbsolutePath());
    }

    private static String program() {
        return new File(System.getProperty("anteroom.app"), "bin/anteroom").getAbsolutePath();
    }

    /** @param through what starts it, such as env or setpriv */
    private ChildProcess serve(String... through) throws IOException {
        return serve(config, through);
    }

    private ChildProcess serve(Path with, String... through) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(through), Stream.of(program(), "serve", "--config", with.toString()))
                .toList();
        ChildProcess process = ChildProcess.start(folder.toFile(), command);
        processes.add(process);
        return process;
    }

    private static int ended(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void asSomebodyElse() throws Exception {
        assumeTrue(ended(nobody("test", "-x", program())) == 0, "skipped: only root can start it as another user");
        assertThat(ended("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))
                .isZero();
    }

    private static String[] nobody(String... command) {
        return Stream.concat(
                        Stream.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                        Stream.of(command))
                .toArray(String[]::new);
    }

    /** Runs shell commands in a mount namespace of its own before it starts there. */
    private ChildProcess serveAmongMounts(String script) throws Exception {
        assumeTrue(ended("unshare", "-m", "true") == 0, "skipped: only root can mount");
        return serve("unshare", "-m", "sh", "-euc", script + "\nexec \"$@\"", "sh");
    }

    private static void toRoot(Path file) throws Exception {
        assertThat(ended("chown", "0:0", file.toString())).isZero();
    }

    /** Emergencies are served from the plan, and the operator is told this. */
    private static void servesEmergenciesAndSays(ChildProcess service, String... what) throws Exception {
        assertThat(service.awaitLine(line -> line.contains("EMERGENCY_ONLY"), SOON))
                .as(service.output())
                .isTrue();
        assertThat(service.output().lines().filter(line -> line.contains("EMERGENCY_ONLY")))
                .singleElement()
                .asString()
                .contains(what)
                .contains("starts anew by itself");
        assertThat(service.running()).isTrue();
    }

    @Test
    void aKeyThatBelongsToSomebodyElseLeavesEmergencies() throws Exception {
        asSomebodyElse();
        toRoot(folder.resolve("records.key"));

        servesEmergenciesAndSays(
                serve(nobody()),
                folder.resolve("records.key") + " belongs to root and can't be read by the service",
                "chown");
    }

    @Test
    void recordsThatBelongToSomebodyElseLeaveEmergencies() throws Exception {
        asSomebodyElse();
        toRoot(records);

        servesEmergenciesAndSays(serve(nobody()), records.toString(), "Permission denied", "belongs to the service");
    }

    /** As after a command that root gave while the service was stopped. */
    @Test
    void aDatabaseThatBelongsToSomebodyElseLeavesEmergencies() throws Exception {
        asSomebodyElse();
        toRoot(records.resolve("records.db"));

        servesEmergenciesAndSays(
                serve(nobody()),
                records.resolve("records.db") + " can't be opened for writing",
                "Give the folder to the service's user");
    }

    @Test
    void aConfigurationThatBelongsToSomebodyElseLeavesEmergenciesFromTheKeptPlanAndNothingWithoutIt() throws Exception {
        asSomebodyElse();
        toRoot(config);
        assertThat(ended("chmod", "0600", config.toString())).isZero();
        ChildProcess kept = serve(nobody());
        servesEmergenciesAndSays(kept, config + ": can't be read", "Permission denied", "emergency-plan.toml");
        kept.close();
        toRoot(PlanFile.beside(config));

        ChildProcess nothing = serve(nobody());

        assertThat(nothing.awaitExit(SOON)).as(nothing.output()).isEqualTo(78);
        assertThat(nothing.output())
                .contains("anteroom: " + config + ": can't be read")
                .contains("anteroom: " + PlanFile.beside(config) + ": can't be read");
    }

    /** The first start of all, whose keys and database find no room. */
    @Test
    void aFullDiskLeavesEmergencies() throws Exception {
        ChildProcess service = serveAmongMounts(
                """
                mount -t tmpfs -o size=64k,mode=0700 tmpfs '%s'
                cat /dev/zero > '%s/rest' || true
                """
                        .formatted(records, records));

        servesEmergenciesAndSays(service, records.toString(), "No space left on device", "disk has space");
    }

    @Test
    void aReadOnlyDiskLeavesEmergenciesAndSaysThatThePlanStaysAsItIs() throws Exception {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(config, toml(run.resolve("control").toString()));
        ChildProcess service = serveAmongMounts(
                """
                mount --bind '%1$s' '%1$s'
                mount --bind '%2$s' '%2$s'
                mount -o remount,bind,ro '%1$s'
                """
                        .formatted(folder, run));

        servesEmergenciesAndSays(service, records + " can't be used for records", "Read-only file system");
        assertThat(service.awaitLine(line -> line.contains("The emergency plan can't be kept"), SOON))
                .as(service.output())
                .isTrue();
    }

    @Test
    void aSecondOneIsTriedAgainAfterAPauseWhereAServiceManagerWouldTryAtOnce() throws Exception {
        String notify = folder.resolve("notify").toString();
        try (ControlServer first =
                        new ControlServer(folder.resolve("control"), (request, actor, lines) -> {}, new Counters());
                DatagramInbox manager = DatagramInbox.at(notify)) {
            assertThat(first).isNotNull();
            ChildProcess unmanaged = serve();
            ChildProcess managed = serve("env", "NOTIFY_SOCKET=" + notify);
            ChildProcess stopped = serve("env", "NOTIFY_SOCKET=" + notify);

            assertThat(managed.awaitLine(line -> line.contains("tried again in 10 s"), SOON))
                    .as(managed.output())
                    .isTrue();
            long paused = System.nanoTime();
            assertThat(stopped.awaitLine(line -> line.contains("tried again in 10 s"), SOON))
                    .as(stopped.output())
                    .isTrue();
            stopped.terminate();
            assertThat(stopped.awaitExit(SOON)).as("told to stop in the pause").isZero();
            assertThat(unmanaged.awaitExit(SOON)).isEqualTo(75);
            assertThat(unmanaged.output())
                    .contains("anteroom: Another Anteroom runs already: it answers on " + folder.resolve("control"))
                    .contains("Stop it first")
                    .doesNotContain("tried again");
            assertThat(managed.awaitExit(SOON)).isEqualTo(75);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - paused))
                    .as("ms of the pause")
                    .isGreaterThan(9_000);
            assertThat(managed.output()).contains("Another Anteroom runs already");
            assertThat(told(manager)).anyMatch(notice -> notice.startsWith("STATUS=Another Anteroom runs already"));
        }
    }

    /** What doesn't look as if it would pass is not asked for each second either. */
    @Test
    void aDamagedInstallationIsTriedAgainAfterAPauseToo() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("model"));
        Files.writeString(config, toml("control").replace("[speech]", "[speech]\nmodel = \"" + empty + "\""));
        String notify = folder.resolve("notify").toString();
        try (DatagramInbox manager = DatagramInbox.at(notify)) {
            ChildProcess service = serve("env", "NOTIFY_SOCKET=" + notify);

            assertThat(service.awaitLine(line -> line.contains("tried again in 10 s"), SOON))
                    .as(service.output())
                    .isTrue();
            assertThat(tells(manager, notice -> notice.startsWith("STATUS=") && notice.contains("model")))
                    .isTrue();
        }
    }

    /** Whether the manager is told such a thing soon: it may come after the line of the log. */
    private static boolean tells(DatagramInbox manager, Predicate<String> wanted) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < deadline) {
            if (manager.next(Duration.ofSeconds(1)).filter(wanted).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> told(DatagramInbox manager) {
        List<String> told = new ArrayList<>();
        for (Optional<String> next = manager.next(Duration.ofMillis(100));
                next.isPresent();
                next = manager.next(Duration.ofMillis(100))) {
            told.add(next.get());
        }
        return told;
    }

    /** Each with a socket and ports of its own: nothing but the records can tell them that there are two. */
    @Test
    void ofTwoThatStartAtTheSameMomentOnTheSameRecordsOneServes() throws Exception {
        Path other = Files.writeString(folder.resolve("other.toml"), toml("control-of-the-other"));
        List<ChildProcess> both = List.of(serve(config), serve(other));

        assertThat(eitherSays(both, "in use by another Anteroom process")).isTrue();
        ChildProcess second = both.get(says(both.get(0), "in use by another") ? 0 : 1);
        ChildProcess first = both.get(second == both.get(0) ? 1 : 0);

        assertThat(second.awaitExit(SOON)).isEqualTo(75);
        assertThat(second.output())
                .contains("The records in " + records + " are in use by another Anteroom process.")
                .contains("stop it first");
        assertThat(first.running()).isTrue();
        assertThat(says(first, "in use by another")).isFalse();
        try (FileChannel lock = FileChannel.open(records.resolve("lock"), StandardOpenOption.WRITE);
                FileLock mine = lock.tryLock()) {
            assertThat(mine).as("the lock of the records, held by the first").isNull();
        }
        assertThat(first.awaitLine(line -> line.contains("Anteroom answers calls"), SOON))
                .as(first.output())
                .isTrue();
    }

    private static boolean eitherSays(List<ChildProcess> both, String what) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < deadline) {
            for (ChildProcess each : both) {
                if (each.awaitLine(line -> line.contains(what), Duration.ofMillis(100))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean says(ChildProcess process, String what) {
        return process.count(line -> line.contains(what)) > 0;
    }
}
