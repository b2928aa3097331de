package org.anteroom.agent.cli.doctor;

import static org.anteroom.agent.cli.doctor.Judged.is;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.junit.jupiter.api.Test;

/** Machine, installation and configuration: each check with its fault planted as a value, and with all well. */
class HostChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final long GIGABYTE = 1L << 30;
    private static final Path FILE = Path.of("/etc/anteroom/anteroom.toml");

    @Test
    void javaIsNewEnoughAndForThisProcessor() {
        is(State.OK, MachineChecks.java(new MachineChecks.Java(17, "17.0.9", "Debian", "amd64", "64")));
        is(
                State.FAULT,
                MachineChecks.java(new MachineChecks.Java(11, "11.0.2", "Debian", "amd64", "64")),
                "too old",
                "apt install");
        is(State.FAULT, MachineChecks.java(new MachineChecks.Java(17, "17.0.9", "Debian", "aarch64", "64")), "aarch64");
    }

    @Test
    void nativesThatDontLoadAreNamed() {
        is(State.OK, MachineChecks.natives(new MachineChecks.Natives(Map.of("the recogniser", ""), true)));
        is(
                State.FAULT,
                MachineChecks.natives(new MachineChecks.Natives(Map.of("the recogniser", "no libgomp"), true)),
                "recogniser",
                "no libgomp");
        is(
                State.WARNING,
                MachineChecks.natives(new MachineChecks.Natives(Map.of(), false)),
                "apt install libspeexdsp1");
    }

    @Test
    void aClockBeforeTheBuildOrWithoutAServerIsTold() {
        Optional<ClockChecks.Held> held = Optional.of(new ClockChecks.Held(true, Duration.ofMillis(20)));
        is(State.OK, ClockChecks.clock(NOW, NOW.minusSeconds(1), held));
        is(State.FAULT, ClockChecks.clock(Instant.EPOCH, NOW, held), "1970", "timedatectl");
        is(
                State.WARNING,
                ClockChecks.clock(NOW, NOW, Optional.of(new ClockChecks.Held(false, Duration.ZERO))),
                "time server");
        is(
                State.WARNING,
                ClockChecks.clock(NOW, NOW, Optional.of(new ClockChecks.Held(true, Duration.ofSeconds(16)))),
                "16 s");
        is(State.SKIPPED, ClockChecks.clock(NOW, NOW, Optional.empty()));
    }

    @Test
    void aTimeZoneIsAPlaceWithRecentRules() {
        is(State.OK, ClockChecks.zone(ZoneId.of("America/New_York"), Optional.of("2025b"), NOW));
        is(State.WARNING, ClockChecks.zone(ZoneId.of("UTC"), Optional.of("2025b"), NOW), "daylight");
        is(State.WARNING, ClockChecks.zone(ZoneId.of("America/New_York"), Optional.of("2019c"), NOW), "2019c");
    }

    @Test
    void aFullDiskAndOneWithoutInodesAreFaults() {
        is(State.OK, DiskChecks.room(List.of(room(100 * GIGABYTE, 50 * GIGABYTE, 1000, 900, "ext2/ext3"))));
        is(
                State.FAULT,
                DiskChecks.room(List.of(room(100 * GIGABYTE, 1 << 20, 1000, 900, "ext2/ext3"))),
                "full",
                "du -xh");
        is(State.FAULT, DiskChecks.room(List.of(room(100 * GIGABYTE, 50 * GIGABYTE, 1000, 3, "ext2/ext3"))), "inodes");
        is(State.WARNING, DiskChecks.room(List.of(room(100 * GIGABYTE, GIGABYTE / 2, 0, 0, "btrfs"))), "512 MB");
        is(State.SKIPPED, DiskChecks.room(List.of()));
    }

    @Test
    void recordsOnTheNetworkOrInMemoryAreFaults() {
        is(State.OK, DiskChecks.local(room(1, 1, 0, 0, "ext2/ext3")));
        is(State.FAULT, DiskChecks.local(room(1, 1, 0, 0, "nfs")), "network", "records.folder");
        is(State.FAULT, DiskChecks.local(room(1, 1, 0, 0, "tmpfs")), "memory");
    }

    @Test
    void aSlowDiskIsTold() {
        is(State.OK, DiskChecks.latency(Duration.ofMillis(3)));
        is(State.WARNING, DiskChecks.latency(Duration.ofMillis(700)), "700 ms");
        is(State.FAULT, DiskChecks.latency(Duration.ofSeconds(3)), "3000 ms");
    }

    private static DiskChecks.Room room(long size, long free, long inodes, long freeInodes, String type) {
        return new DiskChecks.Room(Path.of("/var/lib/anteroom"), size, free, inodes, freeInodes, type);
    }

    @Test
    void randomNumbersMustNotWait() {
        is(State.OK, MachineChecks.entropy(Optional.of(true)));
        is(State.FAULT, MachineChecks.entropy(Optional.of(false)), "virtio-rng");
        is(State.SKIPPED, MachineChecks.entropy(Optional.empty()));
    }

    @Test
    void memoryIsComparedWithTheConfiguredCalls() {
        OptionalLong none = OptionalLong.empty();
        is(State.OK, MachineChecks.memory(memory(OptionalLong.of(4 * GIGABYTE), none, false), 4));
        is(
                State.FAULT,
                MachineChecks.memory(memory(OptionalLong.of(GIGABYTE / 2), none, false), 4),
                "calls.simultaneous");
        is(State.OK, MachineChecks.memory(memory(OptionalLong.of(GIGABYTE / 2), none, true), 4));
        is(
                State.FAULT,
                MachineChecks.memory(memory(OptionalLong.of(4 * GIGABYTE), OptionalLong.of(GIGABYTE / 2), true), 4),
                "MemoryMax");
        is(State.SKIPPED, MachineChecks.memory(memory(none, none, false), 4));
    }

    private static MachineChecks.Memory memory(OptionalLong available, OptionalLong limit, boolean running) {
        return new MachineChecks.Memory(available, OptionalLong.of(0), limit, running);
    }

    @Test
    void aSlowProcessorIsComparedWithTheConfiguredCalls() {
        is(State.OK, MachineChecks.capacity(0.15, 2, 4), "about 26 calls");
        is(State.WARNING, MachineChecks.capacity(0.8, 2, 8), "calls.simultaneous = 5");
        is(State.FAULT, MachineChecks.capacity(1.4, 2, 1), "faster machine");
    }

    @Test
    void fewFilesAreTold() {
        is(State.OK, MachineChecks.fileLimit(OptionalLong.of(4096), 4));
        is(State.WARNING, MachineChecks.fileLimit(OptionalLong.of(256), 4), "LimitNOFILE");
        is(State.SKIPPED, MachineChecks.fileLimit(OptionalLong.empty(), 4));
    }

    @Test
    void anOlderVersionThatRunsOnIsTold() {
        is(State.OK, InstallationChecks.version("1.2", Optional.of("1.2")));
        is(State.WARNING, InstallationChecks.version("1.2", Optional.of("1.1")), "restart anteroom");
        is(State.SKIPPED, InstallationChecks.version("1.2", Optional.empty()));
    }

    @Test
    void aUnitThatIsOffFailedOrUnwatchedIsTold() {
        Map<String, String> well = Map.of(
                "LoadState", "loaded", "UnitFileState", "enabled", "ActiveState", "active", "WatchdogUSec", "30s");
        is(State.OK, InstallationChecks.unit(well));
        is(State.SKIPPED, InstallationChecks.unit(Map.of()));
        is(State.SKIPPED, InstallationChecks.unit(Map.of("LoadState", "not-found")));
        is(State.FAULT, InstallationChecks.unit(Map.of("LoadState", "masked")), "unmask");
        is(State.WARNING, InstallationChecks.unit(with(well, "UnitFileState", "disabled")), "enable");
        is(State.FAULT, InstallationChecks.unit(with(well, "ActiveState", "failed")), "journalctl");
        is(State.WARNING, InstallationChecks.unit(with(well, "NeedDaemonReload", "yes")), "daemon-reload");
        is(State.WARNING, InstallationChecks.unit(with(well, "WatchdogUSec", "0")), "WatchdogSec");
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new java.util.HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    @Test
    void aKeyForEverybodyIsAFaultAndOneThatMayNotBeReadIsLeftOut() {
        is(State.OK, InstallationChecks.key(Optional.empty(), true, FILE), "copy");
        is(
                State.FAULT,
                InstallationChecks.key(
                        Optional.of("The key may be read by others. Mend it with: chmod 0400 x"), true, FILE),
                "chmod 0400");
        is(State.FAULT, InstallationChecks.key(Optional.of("The key file is missing."), false, FILE), "safe place");
        is(State.SKIPPED, InstallationChecks.key(Optional.of("The key file x belongs to anteroom"), false, FILE));
    }

    @Test
    void filesForEverybodyAreFaults() {
        is(State.OK, InstallationChecks.modes(List.of(mode("rw-r-----", true), mode("rw-r--r--", false))));
        is(State.FAULT, InstallationChecks.modes(List.of(mode("rw-r--r--", true))), "chmod o-rwx");
        is(State.FAULT, InstallationChecks.modes(List.of(mode("rw-r--rw-", false))), "write");
        is(
                State.SKIPPED,
                InstallationChecks.modes(List.of(new InstallationChecks.Mode(FILE, Optional.empty(), false, true))));
    }

    private static InstallationChecks.Mode mode(String mode, boolean secret) {
        return new InstallationChecks.Mode(FILE, Optional.of(PosixFilePermissions.fromString(mode)), true, secret);
    }

    @Test
    void aMarkerThatWouldDeleteTheRecordsIsTold() {
        is(State.OK, InstallationChecks.leftovers(FILE, Sight.ABSENT));
        is(State.WARNING, InstallationChecks.leftovers(FILE, Sight.THERE), "rm ");
        is(State.SKIPPED, InstallationChecks.leftovers(FILE, Sight.HIDDEN), "may not look");
    }

    @Test
    void theConfigurationIsJudged() {
        is(State.OK, ConfigurationChecks.valid(FILE, List.of(), true));
        is(State.FAULT, ConfigurationChecks.valid(FILE, List.of("a", "b", "c"), false), "And 2 more", "does not start");
        is(State.FAULT, ConfigurationChecks.valid(FILE, List.of("a"), true), "emergencies only");
        is(State.FAULT, ConfigurationChecks.unreadable(FILE, Sight.THERE), "can't be read", "chmod 0640");
        is(
                State.FAULT,
                ConfigurationChecks.unreadable(FILE, Sight.HIDDEN),
                "can't be read",
                "may not enter its folder");
        is(State.FAULT, ConfigurationChecks.unreadable(FILE, Sight.ABSENT), "is not there", "config init");
        is(State.OK, ConfigurationChecks.doubts(List.of()));
        is(State.WARNING, ConfigurationChecks.doubts(List.of("desk.number: is not set")), "desk.number");
        is(
                State.WARNING,
                ConfigurationChecks.doubts(List.of("desk.number: is not set.", "alarms: has no channel.")),
                "desk.number: is not set.\nalarms: has no channel.");
    }

    @Test
    void theKeptPlanIsJudged() {
        is(State.OK, ConfigurationChecks.keptPlan(ConfigurationChecks.Kept.CURRENT, FILE, "", true));
        is(
                State.FAULT,
                ConfigurationChecks.keptPlan(ConfigurationChecks.Kept.CURRENT, FILE, "Others may read it.", true),
                "chmod 0600");
        is(State.WARNING, ConfigurationChecks.keptPlan(ConfigurationChecks.Kept.OLD, FILE, "", true), "reload");
        is(
                State.WARNING,
                ConfigurationChecks.keptPlan(ConfigurationChecks.Kept.MISSING, FILE, "", false),
                "start anteroom");
        is(State.FAULT, ConfigurationChecks.keptPlan(ConfigurationChecks.Kept.BROKEN, FILE, "", false), "rm ");
        is(State.SKIPPED, ConfigurationChecks.keptPlan(ConfigurationChecks.Kept.UNREADABLE, FILE, "", false));
    }
}
