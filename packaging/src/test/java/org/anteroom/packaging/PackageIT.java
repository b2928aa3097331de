package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of the package on a Debian machine behind a PBX, from the installation to the last trace. Each step goes on from
 *  the one before.
 */
@Tag("interop")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackageIT {

    private static final Path DEB = Path.of(System.getProperty("anteroom.deb", "target/anteroom.deb"));
    private static final long LARGEST_BYTES = 160_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(4);
    /** From the installation, with a configuration there, to a registration. */
    private static final Duration READY = Duration.ofSeconds(60);
    /** On a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** From the crash to the next process, on a machine that has much else to do. */
    private static final Duration BACK = Duration.ofSeconds(10);
    /** Of systemd-analyze security; lower is better. */
    private static final double EXPOSURE = 1.5;

    private static final String INSTALL =
            "DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends -o Dpkg::Use-Pty=0";
    private static final String CONFIG = "/etc/anteroom/anteroom.toml";
    private static final String KEY = "/etc/anteroom/records.key";
    private static final String ARCHIVE = "/usr/lib/anteroom/cds/classes.jsa";
    private static final String FACE = "stat -c '%U:%G %a' ";
    private static final String PID = "systemctl show -P MainPID anteroom";

    private static Path work;
    private static Practice practice;
    private static Machine machine;
    private static Peer lintian;
    private static Peer demo;
    private static String files;
    private static String key;

    @BeforeAll
    static void boot() throws Exception {
        Needs.root();
        Needs.programs(Map.of(
                "lintian", "lintian",
                "systemd-nspawn", "systemd-container",
                "kamailio", "kamailio",
                "baresip", "baresip",
                "ip", "iproute2"));
        Path archive = Needs.debianRoot();
        work = Files.createTempDirectory(DEB.toAbsolutePath().getParent(), "package-it-");
        practice = Practice.open(
                Files.createDirectory(work.resolve("practice")),
                Path.of("../agent/src/test/resources/org/anteroom/agent/interop/kamailio.cfg"));
        try {
            machine = Machine.boot(Files.createDirectory(work.resolve("root")), archive, practice.network());
        } catch (Machine.CannotBootHere e) {
            Assumptions.abort(e.getMessage());
        }
        Files.copy(DEB, machine.file("/root/anteroom.deb"));
        // beside the installation, and done before times are taken
        lintian = Peer.start(List.of("lintian", "--fail-on", "error,warning", "--info", DEB.toString()));
    }

    @AfterAll
    static void end() throws Exception {
        if (lintian != null) {
            lintian.close();
        }
        if (demo != null) {
            demo.close();
        }
        if (machine != null) {
            machine.close();
        }
        if (practice != null) {
            practice.close();
        }
        if (work != null) {
            Peer.run(LONG, List.of("rm", "-rf", "--one-file-system", work.toString()));
        }
    }

    @Test
    @Order(1)
    void installsWithoutANetworkAndTellsWhatIsLeftToDo() throws Exception {
        assertThat(Files.size(DEB)).isLessThanOrEqualTo(LARGEST_BYTES);
        Machine.Outcome apt = machine.run(INSTALL + " /root/anteroom.deb");

        assertThat(apt.exit()).as(apt.output()).isZero();
        assertThat(apt.output())
                .contains("anteroom: run anteroom setup", "fill in " + CONFIG, "made the key of the records");
        assertThat(machine.tell("dpkg-query -W -f='${db:Status-Status}' anteroom"))
                .isEqualTo("installed");
        assertThat(machine.tell(FACE + CONFIG)).isEqualTo("root:anteroom 640");
        assertThat(machine.tell(FACE + KEY)).isEqualTo("anteroom:anteroom 400");
        assertThat(machine.tell(FACE + "/etc/anteroom")).isEqualTo("root:anteroom 1770");
        assertThat(machine.tell(FACE + "/var/lib/anteroom")).isEqualTo("anteroom:anteroom 700");
        assertThat(machine.tell("anteroom --version")).startsWith("anteroom 0.");
        assertThat(machine.tell(FACE + ARCHIVE)).isEqualTo("root:root 444");
        assertThat(machine.tell("ANTEROOM_JVM=-Xshare:on anteroom --version"))
                .as("the archive is taken")
                .startsWith("anteroom 0.");
        files = machine.tell("dpkg -L anteroom");
        key = machine.tell("sha256sum " + KEY);
        report("package", Files.size(DEB) / 1_000_000 + " MB");
        report("apt-get install, Java being there", seconds(apt.took()) + "; " + ours());
    }

    @Test
    @Order(2)
    void notConfiguredSaysSoAndIsNotTriedAgain() throws Exception {
        assertThat(machine.await("systemctl is-failed anteroom", SOON)).isTrue();

        assertThat(machine.tell("systemctl show -P ExecMainStatus anteroom")).isEqualTo("78");
        assertThat(machine.tell("systemctl show -P NRestarts anteroom")).isEqualTo("0");
        assertThat(machine.tell("systemctl is-enabled anteroom")).isEqualTo("enabled");
        assertThat(machine.tell("journalctl -u anteroom -o cat")).contains("sip.pbx", "is not filled in");
    }

    @Test
    @Order(3)
    void unitIsInOrderAndWellShut() throws Exception {
        assertThat(machine.tell("systemd-analyze verify --man=no anteroom.service"))
                .isEmpty();
        String security =
                machine.tell("systemd-analyze security --no-pager --offline=yes /lib/systemd/system/anteroom.service");

        Matcher exposure =
                Pattern.compile("Overall exposure level.*: ([0-9.]+)").matcher(security);
        assertThat(exposure.find()).as(security).isTrue();
        report("systemd-analyze security", exposure.group(1));
        assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(EXPOSURE);
    }

    @Test
    @Order(4)
    void isCleanForLintian() throws Exception {
        int exit = lintian.exit(LONG);

        assertThat(exit).as(lintian.output()).isZero();
    }

    @Test
    @Order(5)
    void configuredItRegisters() throws Exception {
        configure();
        String check = machine.tell("anteroom config check");
        long before = practice.registrations();
        long start = System.nanoTime();
        machine.tell("systemctl start anteroom");
        assertThat(practice.awaitRegistration(before, PATIENCE))
                .as(check + log())
                .isTrue();
        report(
                "first systemctl start to registered, sentences being rendered on the way",
                seconds(Duration.ofNanos(System.nanoTime() - start)));
        // Three calls in real time, beside which the service is called, reloaded and stopped.
        demo = machine.start("anteroom demo");
    }

    @Test
    @Order(6)
    void aPatientsCallFromOutsideIsAnswered() throws Exception {
        assertThat(practice.call(12)).as("seconds heard;\n" + log()).isGreaterThan(3);
        assertThat(machine.tell("anteroom calls list")).isNotBlank();
    }

    @Test
    @Order(7)
    void reloadsWhereTheUnitCan() throws Exception {
        Assumptions.assumeTrue(
                machine.run("systemctl show -P CanReload anteroom").output().equals("yes"),
                "The unit has no ExecReload=.");
        String pid = machine.tell(PID);
        machine.tell("systemctl reload anteroom");

        assertThat(machine.tell(PID)).isEqualTo(pid);
    }

    @Test
    @Order(8)
    void stopsAndComesBackByItselfWhenItsPortIsFreeAgain() throws Exception {
        machine.tell("systemctl stop anteroom");

        assertThat(machine.tell("systemctl show -P Result,ActiveState anteroom").split("\\s+"))
                .contains("success", "inactive");
        long before = practice.registrations();
        try (Peer other = machine.start("exec perl -MIO::Socket::INET -e '$s = IO::Socket::INET->new("
                + "LocalPort => 5060, Proto => \"udp\") or die $!; $| = 1; print \"bound\\n\"; sleep 600'")) {
            assertThat(other.awaitLines(line -> line.equals("bound"), 1, SOON)).isTrue();
            machine.tell("systemctl start --no-block anteroom");
            assertThat(machine.await("systemctl show -P StatusText anteroom | grep -q 5060", PATIENCE))
                    .as(log())
                    .isTrue();
            assertThat(machine.await("test \"$(systemctl show -P ExecMainStatus anteroom)\" = 75", PATIENCE))
                    .isTrue();
            assertThat(machine.run("systemctl is-failed anteroom").output()).isNotEqualTo("failed");
        }
        assertThat(practice.awaitRegistration(before, PATIENCE)).as(log()).isTrue();
    }

    @Test
    @Order(9)
    void theDemoHasPlayedBesideTheService() throws Exception {
        assertThat(demo.exit(LONG)).as(demo.output()).isZero();
    }

    @Test
    @Order(10)
    void killedItIsStartedAnewAtOnceAndRegisters() throws Exception {
        String pid = machine.tell(PID);
        long before = practice.registrations();
        long start = System.nanoTime();
        machine.tell("kill -9 " + pid);
        assertThat(machine.await("test \"$(" + PID + ")\" -gt 0 && test \"$(" + PID + ")\" != " + pid, SOON))
                .isTrue();
        Duration back = Duration.ofNanos(System.nanoTime() - start);
        assertThat(practice.awaitRegistration(before, PATIENCE)).as(log()).isTrue();

        report(
                "kill -9 to started anew, to registered",
                seconds(back) + ", " + seconds(Duration.ofNanos(System.nanoTime() - start)));
        assertThat(back).isLessThan(BACK);
    }

    @Test
    @Order(11)
    void restartedItRegistersSoon() throws Exception {
        long again = practice.registrations();
        long start = System.nanoTime();
        machine.tell("systemctl restart anteroom");
        assertThat(practice.awaitRegistration(again, PATIENCE)).as(log()).isTrue();
        report(
                "systemctl restart to registered, the sentences being there",
                seconds(Duration.ofNanos(System.nanoTime() - start)));
    }

    @Test
    @Order(12)
    void anUpgradeRestartsItAndLosesNothing() throws Exception {
        assertThat(machine.await("anteroom calls list | grep -q .", SOON))
                .as(log())
                .isTrue();
        String pid = machine.tell(PID);
        String config = machine.tell("sha256sum " + CONFIG);
        String calls = machine.tell("anteroom calls list");
        long before = practice.registrations();
        Machine.Outcome apt = machine.run(INSTALL + " --reinstall /root/anteroom.deb");

        assertThat(apt.exit()).as(apt.output()).isZero();
        assertThat(machine.tell("sha256sum " + CONFIG)).isEqualTo(config);
        assertThat(machine.tell(FACE + CONFIG)).isEqualTo("root:anteroom 640");
        assertThat(machine.tell("sha256sum " + KEY)).isEqualTo(key);
        // The restart is not waited for, and the old one may register once more before it.
        assertThat(machine.await("main=$(" + PID + "); [ $main != 0 ] && [ $main != " + pid + " ]", PATIENCE))
                .as(log())
                .isTrue();
        assertThat(practice.awaitRegistration(before, PATIENCE)).as(log()).isTrue();
        assertThat(machine.await("anteroom calls list | grep -q .", SOON))
                .as(log())
                .isTrue();
        assertThat(machine.tell("anteroom calls list")).isEqualTo(calls);
    }

    @Test
    @Order(13)
    void anotherJavaHasItsClassArchiveMadeAnewAndTheServiceGoesOn() throws Exception {
        String pid = machine.tell(PID);
        machine.tell("touch -d 2020-01-01 " + ARCHIVE);
        // As when a newer Java is unpacked.
        Machine.Outcome triggered = machine.run(
                "dpkg-trigger --by-package=openjdk-17-jre-headless /usr/lib/jvm/java-17-openjdk-amd64/lib/server"
                        + " && dpkg --triggers-only anteroom");

        assertThat(triggered.exit()).as(triggered.output()).isZero();
        assertThat(machine.tell("find " + ARCHIVE + " -newermt 2021-01-01")).isEqualTo(ARCHIVE);
        assertThat(machine.tell(PID)).isEqualTo(pid);
    }

    @Test
    @Order(14)
    void removedItStopsAndKeepsConfigurationKeyAndRecords() throws Exception {
        Machine.Outcome apt = machine.run("apt-get remove -qy anteroom");

        assertThat(apt.exit()).as(apt.output()).isZero();
        assertThat(machine.run("systemctl is-active anteroom").output()).isNotEqualTo("active");
        assertThat(machine.tell("sha256sum " + KEY)).isEqualTo(key);
        assertThat(machine.tell("ls " + CONFIG + " /var/lib/anteroom")).contains(CONFIG, ".db");
    }

    @Test
    @Order(15)
    void purgedItKeepsKeyAndRecordsSaysSoAndLeavesNothingElse() throws Exception {
        machine.tell("runuser -u anteroom -- touch /etc/anteroom/purge-data /etc/anteroom/closures.toml.new");
        Machine.Outcome apt = machine.run("apt-get purge -qy anteroom");

        assertThat(apt.exit()).as(apt.output()).isZero();
        assertThat(apt.output())
                .contains("patients' records in /var/lib/anteroom and their key in /etc/anteroom are kept");
        assertThat(machine.tell("sha256sum " + KEY)).isEqualTo(key);
        assertThat(machine.tell("ls /etc/anteroom").lines())
                .containsExactlyInAnyOrder("records.key", "sip-password", "purge-data");
        machine.tell("rm /etc/anteroom/purge-data");
        assertThat(leftOvers()).containsExactlyInAnyOrder("/etc/anteroom", "/var/lib/anteroom");
    }

    @Test
    @Order(16)
    void installedAgainWithAConfigurationThereItAnswersSoonAndFindsItsRecords() throws Exception {
        configure();
        long before = practice.registrations();
        long start = System.nanoTime();
        Machine.Outcome apt = machine.run(INSTALL + " -o Dpkg::Options::=--force-confold /root/anteroom.deb");

        assertThat(apt.exit()).as(apt.output()).isZero();
        assertThat(apt.output()).doesNotContain("fill in", "made the key");
        assertThat(practice.awaitRegistration(before, PATIENCE)).as(log()).isTrue();
        Duration ready = Duration.ofNanos(System.nanoTime() - start);
        report("apt-get install to answering, Java and configuration being there", seconds(ready) + "; " + ours());
        assertThat(ready).isLessThan(READY);
        assertThat(machine.tell("sha256sum " + KEY)).isEqualTo(key);
        assertThat(machine.await("anteroom calls list | grep -q .", SOON))
                .as(log())
                .isTrue();
    }

    @Test
    @Order(17)
    void purgedWithThePurgeDataFileThereNothingIsLeft() throws Exception {
        machine.tell("touch /etc/anteroom/purge-data");
        Machine.Outcome apt = machine.run("apt-get purge -qy anteroom");

        assertThat(apt.exit()).as(apt.output()).isZero();
        assertThat(leftOvers()).isEmpty();
        assertThat(machine.tell("getent passwd anteroom")).isNotBlank();
    }

    /** The package's example, with the PBX that is there. */
    private static void configure() throws Exception {
        String example = Files.readString(Path.of("src/examples/anteroom.toml"))
                .replace("192.0.2.10", Practice.PBX)
                .replace("user = \"200\"", "user = \"" + Practice.EXTENSION + "\"");
        machine.write(CONFIG, example);
        machine.write("/etc/anteroom/sip-password", Practice.PASSWORD + "\n");
        machine.tell("cd /etc/anteroom && chgrp anteroom sip-password && chmod 0640 sip-password");
    }

    /** What is still there of what the package installed, and whatever else bears its name. */
    private static List<String> leftOvers() throws IOException, InterruptedException {
        machine.write("/root/files", files);
        String there = machine.tell("while read -r file; do"
                + " if [ -e \"$file\" ] && ! [ -d \"$file\" ]; then echo \"$file\"; fi; done </root/files;"
                + " find / -xdev ! -path '/proc/*' ! -path '/sys/*' ! -path '/root/*' -name '*anteroom*' ! -path '/etc/anteroom/*';"
                + " find /run -name '*anteroom*' ! -path '/run/systemd/propagate*'");
        return there.lines().distinct().toList();
    }

    /** How long unpacking and configuring took by dpkg's own log, which has whole seconds. */
    private static String ours() throws IOException, InterruptedException {
        return machine.tell(
                "grep -E ' status (half-installed|unpacked|half-configured|installed) anteroom:' /var/log/dpkg.log"
                        + " | tail -n 5 | awk '{ printf \"%s%s %s\", sep, $2, $4; sep = \", \" }'");
    }

    private static String log() throws IOException, InterruptedException {
        return machine.run("journalctl -u anteroom -o cat | tail -n 50").output() + "\n" + practice.pbxLog();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }

    private static void report(String what, String figure) {
        System.out.println("PackageIT: " + what + ": " + figure);
    }
}
