package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a hand-over by phone makes of the plan in force, its file and the audit trail. */
class DutyDeskTest {

    /** A Monday; eight in the morning where the practice is. */
    private static final Instant NOW = Instant.parse("2026-03-02T13:00:00Z");

    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-03-02T20:00");

    private static final String TOML =
            """
            [practice]
            name = "Test Clinic"
            type = "medical"
            timezone = "America/New_York"
            [sip]
            pbx = "192.0.2.1"
            user = "100"
            password = "secret"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "whoever"
            rota = "doctors"
            [[oncall.person]]
            name = "Dr. Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Dr. Yu"
            numbers = ["202"]
            [[oncall.rota]]
            name = "doctors"
            turns = ["Dr. Reed", "Dr. Yu"]
            first-week = 2026-03-02
            """;

    @TempDir
    Path folder;

    private final List<EmergencyPlan> kept = new ArrayList<>();
    private OpenStore records;
    private OncallBoard board;
    private DutyDesk desk;

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        EmergencyPlan plan = EmergencyPlan.of(Config.load(Files.writeString(file(), TOML)));
        Trail trail = new Trail(Optional.of(records.store()), clock, LoggerFactory.getLogger(DutyDeskTest.class));
        board = new OncallBoard(file(), plan, clock, trail, kept::add);
        desk = new DutyDesk(file(), board, trail);
    }

    @AfterEach
    void close() {
        records.close();
    }

    private Path file() {
        return folder.resolve("anteroom.toml");
    }

    private List<String> onCall(Instant at) {
        return board.onCall().names("doctors", at);
    }

    private List<String> audited() {
        return records.store().read(handle -> handle.createQuery(
                        "select actor || ' ' || action || ' ' || subject from audit order by number")
                .mapTo(String.class)
                .list());
    }

    @Test
    void itCountsAtOnceAndIsKeptAndAuditedAsBoth() throws Exception {
        assertThat(desk.choices("Dr. Reed").get(0).others()).containsExactly("Dr. Yu");

        assertThat(desk.handOver(new HandOver("doctors", "Dr. Reed", "Dr. Yu", EVENING)))
                .isEqualTo(new DutyNews.Done());

        assertThat(onCall(NOW)).containsExactly("Dr. Yu");
        assertThat(onCall(NOW.plusSeconds(12 * 3_600))).containsExactly("Dr. Reed");
        assertThat(OverridesFile.read(OverridesFile.beside(file())).orElseThrow())
                .singleElement()
                .satisfies(override -> assertThat(override.who()).isEqualTo("Dr. Yu"));
        assertThat(kept).singleElement().satisfies(plan -> assertThat(plan.overrides())
                .hasSize(1));
        assertThat(audited())
                .containsExactly("phone(Dr._Reed) oncall.hand-over given-1", "phone(Dr._Yu) oncall.hand-over taken-1");
    }

    @Test
    void whatIsNotTheirsChangesNothing() {
        assertThat(desk.handOver(new HandOver("doctors", "Dr. Yu", "Dr. Reed", EVENING)))
                .isEqualTo(new DutyNews.NotNow());

        assertThat(onCall(NOW)).containsExactly("Dr. Reed");
        assertThat(OverridesFile.beside(file())).doesNotExist();
        assertThat(audited()).containsExactly("phone(Dr._Yu) oncall.hand-over not-possible");
    }

    @Test
    void whatCanNotBeKeptIsNotDone() throws Exception {
        Files.createDirectories(OverridesFile.beside(file()).resolveSibling("oncall-overrides.toml.new/x"));

        assertThat(desk.handOver(new HandOver("doctors", "Dr. Reed", "Dr. Yu", EVENING)))
                .isEqualTo(new DutyNews.NotNow());

        assertThat(onCall(NOW)).containsExactly("Dr. Reed");
        assertThat(kept).isEmpty();
        assertThat(audited()).containsExactly("phone(Dr._Reed) oncall.hand-over not-kept");
    }

    @Test
    void whatFailsAfterItIsInForceIsAlarmedAndItIsDoneAllTheSame() throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Alarms alarms = new Alarms(
                List.of(), AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)), clock, new Counters());
        Trail trail = new Trail(Optional.of(records.store()), clock, LoggerFactory.getLogger(DutyDeskTest.class));
        EmergencyPlan plan = EmergencyPlan.of(Config.load(file()));
        board = new OncallBoard(file(), plan, clock, trail, new AlarmingKeeper(alarms, changed -> {
            throw new IllegalStateException("broken");
        }));
        desk = new DutyDesk(file(), board, trail);

        assertThat(desk.handOver(new HandOver("doctors", "Dr. Reed", "Dr. Yu", EVENING)))
                .isEqualTo(new DutyNews.Done());

        assertThat(onCall(NOW)).containsExactly("Dr. Yu");
        assertThat(audited()).hasSize(2);
        assertThat(alarms.open()).extracting(Alarm::kind).containsExactly(Alarm.Kind.CONFIGURATION);
    }

    @Test
    void pinsAreReadAsTheyAreNowAndALockIsAudited() throws Exception {
        assertThat(desk.pins()).isEmpty();
        PinFile.write(
                PinFile.beside(file()), List.of(OncallPin.of("Dr. Yu", "2468".toCharArray(), new SecureRandom())));
        assertThat(desk.pins()).extracting(OncallPin::who).containsExactly("Dr. Yu");

        desk.wrongPin("Dr. Yu");
        desk.locked("Dr. Yu");
        desk.locked("");
        board.serve(new ControlRequest(ControlRequest.Verb.CHANGED_PIN, 2), "uid:0(root)", line -> {});
        assertThat(audited())
                .containsExactly(
                        "phone(Dr._Yu) oncall.hand-over wrong-pin",
                        "phone(Dr._Yu) oncall.hand-over locked-out",
                        "phone(several) oncall.hand-over locked-out",
                        "uid:0(root) oncall.pin made-person-2");
    }
}
