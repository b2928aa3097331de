package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintainerScriptsTest {

    private static final Path SCRIPTS = Path.of("src/control");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm", "postrm"})
    void areScriptsOfThePlainShellThatStopAtTheFirstFault(String name) throws Exception {
        assertThat(Files.readString(SCRIPTS.resolve(name))).startsWith("#!/bin/sh\nset -e\n");
        assertThat(Peer.run(
                        SOON,
                        List.of(
                                "sh",
                                "-n",
                                SCRIPTS.resolve(name).toAbsolutePath().toString())))
                .isEmpty();
    }

    @Test
    void keyIsLookedForWhereTheConfigurationNamesIt() throws Exception {
        assertThat(
                        namedKey(
                                """
                        [sip]
                        key-file = "not this"
                        [records]
                        #key-file = "/nor/this"
                          key-file = "/keys/our key" # because
                        [recording]
                        key-file = "nor this"
                        """))
                .isEqualTo("/keys/our key");
        assertThat(namedKey("[records]\nkey-file='records.key'\n")).isEqualTo("records.key");
    }

    @Test
    void keyIsAtItsDefaultWhereTheConfigurationNamesNone() throws Exception {
        assertThat(namedKey("[records]\n#key-file = \"/etc/anteroom/records.key\"\n"))
                .isEmpty();
    }

    @Test
    void aNewKeyIsNotMadeWhereSealedThingsAreAndAnEmptyDiskIsNone() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data/lost+found")).getParent();
        Files.createFile(data.resolve(".hidden"));
        String sealed = "if sealed '" + data + "'; then echo sealed; else echo empty; fi";
        assertThat(shell("postinst", sealed, "sealed")).isEqualTo("empty");

        for (String name : List.of("records.db", "audit.anchor", "cells.keyset", "recordings/1.sealed")) {
            Path file = data.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
            assertThat(shell("postinst", sealed, "sealed")).as(name).isEqualTo("sealed");
            Files.delete(file);
        }
    }

    @Test
    void rootFollowsNoLinkInTheFolderTheServiceMayWriteTo() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path config = folder.resolve("anteroom.toml");
        String script = "config=" + config + "\n" + "PATH=" + bin + ":$PATH; guard_config";
        for (String each : List.of("chown", "chmod")) {
            command(bin, each, "echo " + each);
        }
        command(bin, "dpkg-statoverride", "exit 1");
        Files.createSymbolicLink(config, Path.of("/etc/passwd"));
        assertThat(shell("postinst", script, "guard_config")).isEmpty();

        Files.delete(config);
        Files.writeString(config, "[sip]");
        boolean root = "root".equals(System.getProperty("user.name"));
        assertThat(shell("postinst", script, "guard_config")).isEqualTo(root ? "chown\nchmod" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "inactive, true, deb-systemd-invoke start anteroom.service",
        "failed, true, deb-systemd-invoke start anteroom.service",
        "active, true, systemctl --no-block restart anteroom.service",
        "active, false, systemctl --no-block restart anteroom.service",
        "activating, true, systemctl --no-block restart anteroom.service",
        "activating, false, ''",
        "deactivating, true, ''",
    })
    void anUpgradeDoesNotWaitForAnEmergencyAndLeavesAStopOneStop(String state, boolean enabled, String does)
            throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path done = Files.createFile(folder.resolve("done"));
        command(bin, "deb-systemd-helper", enabled ? "exit 0" : "exit 1");
        command(bin, "systemctl", "[ \"$1\" = show ] && echo " + state + " || echo systemctl \"$@\" >>" + done);
        command(bin, "deb-systemd-invoke", "echo deb-systemd-invoke \"$@\" >>" + done);
        String script =
                "PATH=" + bin + ":$PATH; unit=anteroom.service; config=" + folder.resolve("none") + "; take_over";
        command(bin, "policy-rc.d", "exit 0");
        shell("postinst", script, "take_over", "start", "unfilled");
        assertThat(done).hasContent(does);

        Files.writeString(done, "");
        command(bin, "policy-rc.d", "exit 101");
        shell("postinst", script, "take_over", "start", "unfilled");
        assertThat(Files.size(done) > 0).isEqualTo(does.startsWith("deb-systemd-invoke"));
    }

    @Test
    void aStartThatEndsBecauseNothingIsConfiguredIsMadeInSilenceAndAnyOtherIsHeard() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        command(bin, "deb-systemd-invoke", "echo Could not execute systemctl >&2; echo >" + folder.resolve("started"));
        Path config = Files.writeString(folder.resolve("anteroom.toml"), "[sip]\npbx = \"\"\n");
        String script = "PATH=" + bin + ":$PATH; unit=anteroom.service; config=" + config + "; start 2>&1";
        assertThat(shell("postinst", script, "start", "unfilled")).isEmpty();
        assertThat(folder.resolve("started")).exists();

        Files.writeString(config, "[sip]\npbx = \"10.0.0.2\"\n");
        assertThat(shell("postinst", script, "start", "unfilled")).contains("Could not execute systemctl");
    }

    @Test
    void whatToDoNextIsTheLastThingSaid() throws Exception {
        String script = Files.readString(SCRIPTS.resolve("postinst"));
        assertThat(script.indexOf("run anteroom setup")).isGreaterThan(script.lastIndexOf("\t\tstart\n"));
    }

    @Test
    void onlyRootsOwnFileAsksForThePurgeOfRecords() throws Exception {
        String script = "folder=" + folder + "\nif may_purge; then echo yes; else echo no; fi";
        assertThat(shell("postrm", script, "may_purge")).isEqualTo("no");

        Path marker = Files.createSymbolicLink(folder.resolve("purge-data"), Path.of("/etc/passwd"));
        assertThat(shell("postrm", script, "may_purge")).isEqualTo("no");

        Files.delete(marker);
        Files.createFile(marker);
        boolean root = "root".equals(System.getProperty("user.name"));
        assertThat(shell("postrm", script, "may_purge")).isEqualTo(root ? "yes" : "no");
        if (root) {
            Peer.run(SOON, List.of("chown", "nobody", marker.toString()));
            assertThat(shell("postrm", script, "may_purge")).isEqualTo("no");
        }
    }

    private static void command(Path bin, String name, String does) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String namedKey(String configuration) throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("anteroom.toml"), configuration);
        return shell("postinst", "config=" + config + "\nnamed key-file", "named");
    }

    /** What a line of shell says that has functions of a maintainer script. */
    private static String shell(String name, String line, String... functions)
            throws IOException, InterruptedException {
        String script = Files.readString(SCRIPTS.resolve(name));
        StringBuilder source = new StringBuilder();
        for (String function : functions) {
            int start = script.indexOf("\n" + function + "() {");
            source.append(script, start, script.indexOf("\n}\n", start) + 3);
        }
        return Peer.run(SOON, List.of("sh", "-c", source + line));
    }
}
