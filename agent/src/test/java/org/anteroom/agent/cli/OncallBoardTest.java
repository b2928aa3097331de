package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.emergency.Group;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The plan in force, and what overrides make of it. */
class OncallBoardTest {

    private static final String WHO = "uid:1000(manager)";
    /** A Monday; eight in the morning where the practice is. */
    private static final Instant NOW = Instant.parse("2026-03-02T13:00:00Z");

    private static final String TOML =
            """
            [practice]
            name = "Test Clinic"
            type = "medical"
            timezone = "America/New_York"
            [practice.hours]
            monday = ["08:00-12:00"]
            [sip]
            pbx = "192.0.2.1"
            user = "100"
            password = "secret"
            [[oncall.group]]
            name = "crisis"
            categories = ["suicidal"]
            [[oncall.group.target]]
            name = "crisis team"
            number = "400"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "whoever"
            rota = "doctors"
            [[oncall.group.target]]
            name = "desk"
            number = "300"
            when = "open"
            [[oncall.person]]
            name = "Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["202"]
            [[oncall.person]]
            name = "county"
            numbers = ["911"]
            kind = "service"
            state-law-checked = 2026-01-15
            [[oncall.rota]]
            name = "doctors"
            [[oncall.rota.shift]]
            who = "Reed"
            from = "2026-01-01 08:00"
            to = "2026-06-01 08:00"
            """;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private final List<EmergencyPlan> kept = new ArrayList<>();
    private OpenStore records;
    private OncallBoard board;

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
        board = board(TOML);
    }

    @AfterEach
    void close() {
        records.close();
    }

    private Path file() {
        return folder.resolve("anteroom.toml");
    }

    private OncallBoard board(String toml) throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        EmergencyPlan plan = EmergencyPlan.of(Config.load(Files.writeString(file(), toml)));
        Trail trail = new Trail(Optional.of(records.store()), clock, LoggerFactory.getLogger(OncallBoardTest.class));
        return new OncallBoard(file(), plan, clock, trail, kept::add);
    }

    private void put(String who, String from, String to) throws Failure {
        board.serve(
                new ControlRequest(Verb.ADD_OVERRIDE, 0, Map.of("rota", "doctors", "who", who, "from", from, "to", to)),
                WHO,
                lines::add);
    }

    private void remove(int number) throws Failure {
        board.serve(new ControlRequest(Verb.REMOVE_OVERRIDE, number), WHO, lines::add);
    }

    private String shown(Verb verb) throws Failure {
        lines.clear();
        board.serve(ControlRequest.of(verb), WHO, lines::add);
        return String.join("\n", lines);
    }

    private List<String> ringing(Instant moment) {
        return board.onCall().at(moment, false, "other").stream()
                .map(Group::targets)
                .flatMap(List::stream)
                .map(Target::number)
                .toList();
    }

    private List<String> audited() {
        return records.store().read(handle -> handle.createQuery(
                        "select actor || ' ' || action || ' ' || subject from audit order by number")
                .mapTo(String.class)
                .list());
    }

    @Test
    void anOverrideCountsAtOnceAndIsKeptAndAuditedAsWhoeverPutItIn() throws Exception {
        put("Yu", "2026-03-02 07:00", "2026-03-02 20:00");

        assertThat(ringing(NOW)).containsExactly("202");
        assertThat(ringing(NOW.plusSeconds(12 * 3600))).containsExactly("201");
        assertThat(OverridesFile.read(OverridesFile.beside(file())).orElseThrow())
                .singleElement()
                .satisfies(override -> assertThat(override.who()).isEqualTo("Yu"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(OverridesFile.beside(file()))))
                .isEqualTo("rw-------");
        assertThat(kept).singleElement().satisfies(plan -> assertThat(plan.overrides())
                .hasSize(1));
        assertThat(audited()).containsExactly(WHO + " oncall.override added-1");
    }

    @Test
    void anOverrideThatLeavesNobodyOnCallIsRefusedAndChangesNothing() {
        Failure refused =
                catchThrowableOfType(() -> put("county", "2026-03-02 07:00", "2026-03-02 20:00"), Failure.class);

        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.sentence())
                .startsWith("Refused: nobody is on call by the rota doctors from Mon 2026-03-02 08:00 to Mon 2026-03-02"
                        + " 20:00 (America/New_York)");
        assertThat(ringing(NOW)).containsExactly("201");
        assertThat(OverridesFile.beside(file())).doesNotExist();
        assertThat(audited()).containsExactly(WHO + " oncall.override refused-1");
    }

    @Test
    void anOverrideThatFillsAHoleCanNotBeTakenAwayAgain() throws Exception {
        board = board(TOML.replace("2026-06-01 08:00", "2026-03-10 08:00"));
        put("Yu", "2026-03-10 08:00", "2026-12-01 08:00");

        assertThatThrownBy(() -> remove(1)).hasMessageContaining("from Tue 2026-03-10 08:00");
        assertThat(ringing(Instant.parse("2026-03-20T12:00:00Z"))).containsExactly("202");
    }

    @Test
    void anOverrideThatFillsAHoleInPartIsTaken() throws Exception {
        board = board(TOML.replace("2026-06-01 08:00", "2026-03-10 08:00"));

        put("Yu", "2026-03-10 08:00", "2026-03-12 08:00");

        assertThat(ringing(Instant.parse("2026-03-11T12:00:00Z"))).containsExactly("202");
    }

    @Test
    @Timeout(20)
    void anOverrideUntilTheEndOfTimeIsSoonAccepted() throws Exception {
        board = board(TOML.substring(0, TOML.indexOf("[[oncall.rota.shift]]"))
                + "turns = [\"Reed\", \"Yu\"]\nfirst-week = 2026-01-05\n");

        put("Yu", "2026-03-02 07:00", "+99999999-01-01 00:00");

        assertThat(ringing(NOW)).containsExactly("202");
    }

    @Test
    void overridesKeepTheirNumbersUntilTheyAreRemoved() throws Exception {
        put("Yu", "2026-03-03 08:00", "2026-03-04 08:00");
        put("Yu", "2026-03-05 08:00", "2026-03-06 08:00");
        remove(1);

        assertThat(shown(Verb.LIST_OVERRIDES)).contains("  2  doctors").doesNotContain("  1  ");
        assertThatThrownBy(() -> remove(1)).hasMessageContaining("There is no override 1");
        assertThat(audited()).last().isEqualTo(WHO + " oncall.override removed-1");
    }

    @Test
    void saysOfAnOverrideOfSomebodyWhoHasGoneThatItRingsNobody() throws Exception {
        put("Yu", "2026-03-02 07:00", "2026-03-04 08:00");
        EmergencyPlan before = kept.get(0);
        Config after = Config.load(Files.writeString(file(), TOML.replace("\"Yu\"", "\"Ng\"")));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        board = new OncallBoard(
                file(),
                EmergencyPlan.of(after).with(before.overrides()),
                clock,
                new Trail(Optional.empty(), clock, LoggerFactory.getLogger(OncallBoardTest.class)),
                kept::add);

        assertThat(shown(Verb.LIST_OVERRIDES)).contains("Yu").contains("no longer in the configuration");
        assertThat(ringing(NOW)).containsExactly("201");
    }

    @Test
    void refusesTimesThatAreNoneOrHavePassed() {
        assertThatThrownBy(() -> put("Yu", "tomorrow", "2026-03-04 08:00")).hasMessageContaining("--from must be");
        assertThatThrownBy(() -> put("Yu", "2026-03-04 08:00", "2026-03-04 08:00"))
                .hasMessageContaining("later than --from");
        assertThatThrownBy(() -> put("Yu", "2026-03-01 08:00", "2026-03-02 08:00"))
                .hasMessageContaining("later than now");
    }

    @Test
    void anOverrideThatCanNotBeKeptDoesNotCount() throws Exception {
        Files.createDirectories(OverridesFile.beside(file()).resolveSibling("oncall-overrides.toml.new/x"));

        assertThatThrownBy(() -> put("Yu", "2026-03-02 07:00", "2026-03-02 20:00"))
                .hasMessageContaining("can't be kept");
        assertThat(ringing(NOW)).containsExactly("201");
    }

    @Test
    void showsWhoRingsNowAndWhereKindsOfEmergencyDiffer() throws Exception {
        String now = shown(Verb.SHOW_ON_CALL);

        assertThat(now)
                .startsWith("Mon 2026-03-02 08:00 America/New_York, open\nEvery other emergency rings\n  1. on call");
        assertThat(now).containsPattern("Reed +201\\n +desk +300\\nsuicidal rings\\n  1. crisis");
    }

    @Test
    void showsTheNextHandOvers() throws Exception {
        put("Yu", "2026-03-03 08:00", "2026-03-04 08:00");

        assertThat(shown(Verb.LIST_HAND_OVERS).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("Tue 2026-03-03 08:00  doctors")
                .endsWith("Reed -> Yu");
    }

    @Test
    void travelsThroughTheControlSocket() throws Exception {
        ControlRequest request = new ControlRequest(Verb.ADD_OVERRIDE, 0, Map.of("rota", "r \"1\"", "who", "Reéd"));

        assertThat(ControlRequest.parse(request.line())).isEqualTo(request);
    }
}
