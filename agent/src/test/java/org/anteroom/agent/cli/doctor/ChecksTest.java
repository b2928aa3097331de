package org.anteroom.agent.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.anteroom.agent.sip.PbxAnswer;
import org.junit.jupiter.api.Test;

/** Each check with its fault planted as a value, and with all well. */
class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final long GIGABYTE = 1L << 30;
    private static final Path FILE = Path.of("/etc/anteroom/anteroom.toml");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static void is(State state, Finding finding, String... words) {
        assertThat(finding.state()).as(finding.toString()).isEqualTo(state);
        List.of(words).forEach(word -> assertThat(finding.toString()).contains(word));
        if (state == State.FAULT || state == State.WARNING) {
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.mend()).isNotBlank();
        }
    }

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
        is(State.OK, InstallationChecks.leftovers(FILE, false));
        is(State.WARNING, InstallationChecks.leftovers(FILE, true), "rm ");
    }

    @Test
    void theConfigurationIsJudged() {
        is(State.OK, ConfigurationChecks.valid(FILE, List.of(), true));
        is(State.FAULT, ConfigurationChecks.valid(FILE, List.of("a", "b", "c"), false), "And 2 more", "does not start");
        is(State.FAULT, ConfigurationChecks.valid(FILE, List.of("a"), true), "emergencies only");
        is(State.FAULT, ConfigurationChecks.unreadable(FILE, true), "chmod 0640");
        is(State.FAULT, ConfigurationChecks.unreadable(FILE, false), "config init");
        is(State.OK, ConfigurationChecks.doubts(List.of()));
        is(State.WARNING, ConfigurationChecks.doubts(List.of("desk.number: is not set")), "desk.number");
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

    @Test
    void anAddressThatIsNotOursOrHasNoRouteIsAFault() {
        is(State.OK, TelephoneChecks.address(Optional.of(HERE), true, Optional.of(HERE), "pbx"));
        is(State.FAULT, TelephoneChecks.address(Optional.of(HERE), false, Optional.of(HERE), "pbx"), "sip.bind");
        is(State.FAULT, TelephoneChecks.address(Optional.empty(), true, Optional.empty(), "pbx"), "ip route get");
    }

    @Test
    void portsThatOthersHoldAreTold() {
        is(State.OK, TelephoneChecks.ports(5060, false, Set.of(), false, 16384, 16583));
        is(State.OK, TelephoneChecks.ports(5060, false, Set.of(), true, 16384, 16583), "running service");
        is(State.FAULT, TelephoneChecks.ports(5060, true, Set.of(), false, 16384, 16583), "ss -lntup");
        is(State.WARNING, TelephoneChecks.ports(5060, false, Set.of(16400), false, 16384, 16583), "16400");
    }

    @Test
    void aNameThatIsUnknownOrSlowIsTold() {
        is(State.OK, TelephoneChecks.dns("pbx", List.of(HERE), Duration.ofMillis(5)));
        is(State.FAULT, TelephoneChecks.dns("pbx", List.of(), Duration.ofMillis(5)), "getent ahosts pbx");
        is(State.WARNING, TelephoneChecks.dns("pbx", List.of(HERE), Duration.ofSeconds(2)), "2000 ms");
    }

    @Test
    void aFirewallThatDropsOurPortsIsTold() {
        String open =
                "table inet filter {\n chain input {\n type filter hook input priority filter; policy accept;\n }\n}";
        String drops = open.replace("policy accept;", "policy drop;\n tcp dport 22 accept");
        is(State.SKIPPED, TelephoneChecks.firewall(Optional.empty(), 5060, 16384));
        is(State.OK, TelephoneChecks.firewall(Optional.of(open), 5060, 16384));
        is(State.WARNING, TelephoneChecks.firewall(Optional.of(drops), 5060, 16384), "5060");
        is(
                State.OK,
                TelephoneChecks.firewall(Optional.of(drops + "udp dport { 5060, 16384-16583 } accept"), 5060, 16384));
    }

    @Test
    void aPbxIsNamedOrMissed() {
        is(State.OK, TelephoneChecks.pbx(answered(Duration.ofMillis(4))), "FreePBX", "oncall.keys.taken-by-pbx");
        is(State.WARNING, TelephoneChecks.pbx(answered(Duration.ofMillis(900))), "900 ms");
        is(
                State.FAULT,
                TelephoneChecks.pbx(new PbxAnswer.None(PbxAnswer.Why.SILENT, "Nothing answers.")),
                "Nothing answers",
                "ping");
    }

    private static PbxAnswer answered(Duration took) {
        InetSocketAddress pbx = new InetSocketAddress(HERE, 5060);
        return new PbxAnswer.Answered(
                pbx,
                200,
                Optional.of("FPBX-16.0.40"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                pbx,
                Optional.empty(),
                took,
                List.of());
    }

    @Test
    void aRegistrationThatFailsSaysWhy() {
        is(State.OK, TelephoneChecks.registration(new TelephoneChecks.Registered(true, "200", "", "")));
        is(
                State.FAULT,
                TelephoneChecks.registration(new TelephoneChecks.Registered(false, "200", "", "Wrong password.")),
                "Wrong password");
    }

    @Test
    void codecsThatWeDontSpeakAreAFault() {
        is(State.OK, TelephoneChecks.codecs(List.of("PCMU", "TELEPHONE-EVENT"), "x"));
        is(State.FAULT, TelephoneChecks.codecs(List.of("G729", "OPUS"), "x"), "G729", "ulaw");
        is(State.WARNING, TelephoneChecks.codecs(List.of("PCMA"), "x"), "DTMF");
        is(State.SKIPPED, TelephoneChecks.codecs(List.of(), "x"));
    }

    @Test
    void soundInOneDirectionOnlyIsAFault() {
        is(State.OK, TelephoneChecks.echo(new TelephoneChecks.Echo(true, true, "")));
        is(State.FAULT, TelephoneChecks.echo(new TelephoneChecks.Echo(false, true, "")), "hears nothing of Anteroom");
        is(State.FAULT, TelephoneChecks.echo(new TelephoneChecks.Echo(true, false, "")), "Anteroom hears nothing");
        is(State.FAULT, TelephoneChecks.echo(new TelephoneChecks.Echo(false, false, "refused.")), "refused");
    }

    @Test
    void anEmergencyWithTwoPhonesTakesThreeChannels() {
        is(State.OK, TelephoneChecks.trunk(4, 2), "up to 3 channels", "6");
    }

    @Test
    void aHoleInThePlanIsAFault() {
        is(State.OK, PeopleChecks.plan(List.of()));
        is(State.FAULT, PeopleChecks.plan(List.of("from Monday", "from Friday")), "from Monday", "1 more", "override");
    }

    @Test
    void numbersAreDialableAndNotOurOwn() {
        is(State.OK, PeopleChecks.numbers(Map.of("a", "555 0142"), "200"));
        is(
                State.FAULT,
                PeopleChecks.numbers(Map.of("oncall.group[1].target[1].number", "200"), "200"),
                "own extension");
        is(State.WARNING, PeopleChecks.numbers(Map.of("a", "1234567890123456"), "200"), "16 characters");
        is(State.FAULT, PeopleChecks.numbers(Map.of(), "200"));
    }

    @Test
    void anOnCallTestIsRecentAndConfirmedByAll() {
        is(State.OK, PeopleChecks.onCallTest(Optional.of(NOW.minus(Duration.ofDays(3))), "confirmed-2-of-2", NOW));
        is(State.WARNING, PeopleChecks.onCallTest(Optional.of(NOW.minus(Duration.ofDays(3))), "confirmed-1-of-2", NOW));
        is(
                State.WARNING,
                PeopleChecks.onCallTest(Optional.of(NOW.minus(Duration.ofDays(90))), "confirmed-2-of-2", NOW),
                "90 days");
        is(State.WARNING, PeopleChecks.onCallTest(Optional.empty(), "", NOW), "never");
    }

    @Test
    void holidaysThatTheConfigurationDoesNotNameAreTold() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        is(
                State.WARNING,
                PeopleChecks.holidays(Set.of(LocalDate.of(2027, 1, 1)), today),
                "Christmas Day (2026-12-25)",
                "Martin Luther King Day (2027-01-18)");
        is(
                State.OK,
                PeopleChecks.holidays(
                        Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 18)),
                        today));
        is(State.OK, PeopleChecks.holidays(Set.of(), LocalDate.of(2026, 3, 1)), "No federal holiday");
    }

    @Test
    void aHolidayOnASundayIsKeptOnMonday() {
        assertThat(FederalHolidays.between(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 10)))
                .containsExactly(new FederalHolidays.Holiday(
                        "Independence Day", LocalDate.of(2027, 7, 4), LocalDate.of(2027, 7, 5)));
        assertThat(FederalHolidays.between(LocalDate.of(2027, 12, 31), LocalDate.of(2027, 12, 31)))
                .extracting(FederalHolidays.Holiday::name)
                .containsExactly("New Year's Day");
        assertThat(FederalHolidays.of(2026))
                .extracting(FederalHolidays.Holiday::date)
                .contains(LocalDate.of(2026, 1, 19), LocalDate.of(2026, 5, 25), LocalDate.of(2026, 11, 26));
    }

    @Test
    void namesTheRecogniserCantHearAreTold() {
        is(State.OK, PeopleChecks.vocabulary(Map.of(), 3));
        is(
                State.WARNING,
                PeopleChecks.vocabulary(Map.of("nguyenova", List.of("nguyen")), 3),
                "nguyenova",
                "it may hear: nguyen");
    }

    @Test
    void anOldOrFailedDrillIsTold() {
        Optional<Instant> recent = Optional.of(NOW.minus(Duration.ofDays(2)));
        is(State.OK, PeopleChecks.drill(true, recent, Optional.empty(), 9, NOW));
        is(State.WARNING, PeopleChecks.drill(false, Optional.empty(), Optional.empty(), 9, NOW), "drills.md");
        is(State.WARNING, PeopleChecks.drill(true, Optional.empty(), Optional.empty(), 9, NOW), "No drill");
        is(
                State.WARNING,
                PeopleChecks.drill(true, Optional.of(NOW.minus(Duration.ofDays(20))), Optional.empty(), 9, NOW),
                "20 days");
        is(State.FAULT, PeopleChecks.drill(true, recent, Optional.of("The drill failed."), 9, NOW), "drill report");
    }

    @Test
    void aFallBackIsProvedLately() {
        Optional<Instant> recent = Optional.of(NOW.minus(Duration.ofDays(2)));
        is(State.OK, PeopleChecks.fallBack(recent, true, NOW));
        is(State.FAULT, PeopleChecks.fallBack(recent, false, NOW), "fallback.md");
        is(State.WARNING, PeopleChecks.fallBack(Optional.empty(), false, NOW), "--outage");
        is(State.WARNING, PeopleChecks.fallBack(Optional.of(NOW.minus(Duration.ofDays(200))), true, NOW), "200 days");
    }

    @Test
    void theRecordsAreJudged() {
        is(State.OK, RecordsChecks.whole(Optional.empty()));
        is(State.FAULT, RecordsChecks.whole(Optional.of("It is damaged.")), "backup");
        is(State.OK, RecordsChecks.written(Optional.empty(), NOW));
        is(State.OK, RecordsChecks.written(Optional.of(NOW), NOW), "today");
        is(State.WARNING, RecordsChecks.written(Optional.of(NOW.minus(Duration.ofDays(30))), NOW), "30 days");
        is(State.WARNING, RecordsChecks.written(Optional.of(NOW.plus(Duration.ofDays(1))), NOW), "still to come");
        is(State.OK, RecordsChecks.audit(Optional.empty()));
        is(State.FAULT, RecordsChecks.audit(Optional.of("entry 7 was changed")), "entry 7");
    }

    @Test
    void whoIsToldIsJudged() {
        Optional<Instant> recent = Optional.of(NOW.minus(Duration.ofDays(2)));
        is(State.WARNING, WatchingChecks.alarms(0, List.of()), "alarms.mail");
        is(State.OK, WatchingChecks.alarms(1, List.of()));
        is(State.FAULT, WatchingChecks.alarms(1, List.of("alarms.mail[1]: its password can't be read")));
        is(State.SKIPPED, WatchingChecks.alarmTest(0, Optional.empty(), "", NOW));
        is(State.WARNING, WatchingChecks.alarmTest(1, Optional.empty(), "", NOW), "never");
        is(State.OK, WatchingChecks.alarmTest(1, recent, "carried-2-of-2", NOW));
        is(State.FAULT, WatchingChecks.alarmTest(1, recent, "carried-1-of-2", NOW), "1-of-2");
        is(
                State.WARNING,
                WatchingChecks.alarmTest(1, Optional.of(NOW.minus(Duration.ofDays(200))), "carried-2-of-2", NOW));
        is(State.SKIPPED, WatchingChecks.conditions(false, List.of(), 0));
        is(State.OK, WatchingChecks.conditions(true, List.of(), 0));
        is(State.FAULT, WatchingChecks.conditions(true, List.of("The disk is full."), 0), "disk is full");
        is(State.FAULT, WatchingChecks.conditions(true, List.of(), 2), "2 grave");
    }
}
