package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.config.ClosuresFile;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.DeskFirstFile;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.StaffChoices;
import org.anteroom.agent.dialogue.StaffNews;
import org.anteroom.agent.dialogue.StaffOverride;
import org.anteroom.agent.practice.Hours;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an override by phone makes of what is in force, its files and the audit trail. */
class StaffDeskTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-03-02T12:00");
    private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-03-03T00:00");
    private static final StaffOverride.ToDesk TO_DESK = new StaffOverride.ToDesk(NOON);
    private static final StaffOverride.Closed CLOSED = new StaffOverride.Closed(NOON);

    private static final String TOML =
            """
            [practice]
            name = "Test Clinic"
            type = "medical"
            timezone = "America/New_York"
            [practice.hours]
            monday = ["08:00-12:00", "13:00-17:00"]
            tuesday = ["09:00-17:00"]
            [sip]
            pbx = "192.0.2.1"
            user = "200"
            password = "secret"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "nurse"
            number = "201"
            """;

    @TempDir
    Path folder;

    /** A Monday; 10:30 and some seconds where the practice is. */
    private Instant now = Instant.parse("2026-03-02T15:30:12Z");

    private final Clock clock = ((InstantSource) this::instant).withZone(ZoneOffset.UTC);
    private final List<String> out = new ArrayList<>();
    private OpenStore records;
    private PracticeConfig practice;
    private Trail trail;
    private StaffDesk desk;

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
        trail = new Trail(Optional.of(records.store()), clock, LoggerFactory.getLogger(StaffDeskTest.class));
        practice = Config.load(Files.writeString(file(), TOML)).practice();
        desk = started();
    }

    @AfterEach
    void close() {
        records.close();
    }

    private Instant instant() {
        return now;
    }

    private Path file() {
        return folder.resolve("anteroom.toml");
    }

    /** As a service that starts has it. */
    private StaffDesk started() throws Exception {
        return new StaffDesk(
                file(),
                () -> practice,
                ClosureBoard.beside(file(), practice.timezone(), clock, trail),
                DeskBoard.beside(file(), practice.timezone(), clock, trail, () -> true),
                Optional.empty(),
                trail,
                clock);
    }

    private StaffChoices choices() {
        return ((StaffNews.Welcome) desk.welcome("Ana")).choices();
    }

    private List<String> audited() {
        return records.store().read(handle -> handle.createQuery(
                        "select actor || ' ' || action || ' ' || subject from audit order by number")
                .mapTo(String.class)
                .list());
    }

    @Test
    void anOverrideIsKeptOverARestartEndsByItselfAndIsAuditedAsThePerson() throws Exception {
        assertThat(desk.put("Ana", TO_DESK)).isInstanceOfSatisfying(StaffNews.Put.class, put -> {
            assertThat(put.what()).isEqualTo(TO_DESK);
            assertThat(put.choices().inForce()).containsExactly(TO_DESK);
        });
        assertThat(desk.put("Dr. Reed", CLOSED)).isInstanceOf(StaffNews.Put.class);
        assertThat(DeskFirstFile.read(DeskFirstFile.beside(file())))
                .hasValueSatisfying(first -> assertThat(first.to()).isEqualTo(NOON));
        assertThat(ClosuresFile.read(ClosuresFile.beside(file()))).hasSize(1);

        desk = started();
        assertThat(choices().inForce()).containsExactly(TO_DESK, CLOSED);
        now = Instant.parse("2026-03-02T17:00:00Z");
        assertThat(choices().inForce()).isEmpty();
        assertThat(audited())
                .containsExactly(
                        "phone(Ana) desk.first until-2026-03-02T12:00", "phone(Dr._Reed) practice.closure until-1");
    }

    @Test
    void itIsEndedBeforeItsTime() throws Exception {
        desk.put("Ana", TO_DESK);
        desk.put("Ana", CLOSED);
        assertThat(desk.lift("Ana", TO_DESK)).isInstanceOf(StaffNews.Lifted.class);
        assertThat(desk.lift("Ana", CLOSED)).isInstanceOf(StaffNews.Lifted.class);
        assertThat(choices().inForce()).isEmpty();
        assertThat(desk.lift("Ana", CLOSED)).isEqualTo(new DutyNews.NotNow());
        assertThat(audited()).hasSize(4).contains("phone(Ana) desk.first end", "phone(Ana) practice.closure end-1");
    }

    @Test
    void whatCanNotBeKeptIsNotInForceAndNotSaidAsDone() throws Exception {
        Files.createDirectories(folder.resolve("desk-first.toml.new/x"));
        assertThat(desk.put("Ana", TO_DESK)).isEqualTo(new DutyNews.NotNow());
        assertThat(choices().inForce()).isEmpty();
        assertThat(audited()).isEmpty();

        now = Instant.parse("2026-03-02T18:00:00Z");
        assertThat(desk.put("Ana", CLOSED)).isEqualTo(new DutyNews.NotNow());
    }

    @Test
    void theEndsAreAnHourNoonClosingAndTheNextDaysOpening() {
        Hours hours = Hours.of(practice);
        assertThat(StaffEnds.of(hours, now))
                .extracting(LocalDateTime::toString)
                .containsExactly("2026-03-02T11:30", "2026-03-02T12:00", "2026-03-02T17:00", "2026-03-03T09:00");
        assertThat(StaffEnds.of(hours, Instant.parse("2026-03-02T16:50:00Z")))
                .extracting(LocalDateTime::toString)
                .containsExactly("2026-03-02T13:00", "2026-03-02T17:00", "2026-03-03T09:00");
        assertThat(StaffEnds.of(hours, Instant.parse("2026-03-03T04:10:00Z")))
                .extracting(LocalDateTime::toString)
                .containsExactly("2026-03-03T00:15", "2026-03-03T09:00");
        desk.put("Ana", new StaffOverride.Closed(LocalDateTime.parse("2026-03-02T17:00")));
        assertThat(choices().ends()).contains(NOON);
    }

    @Test
    void pinsAreReadAsTheyAreNowAndWrongOnesAreAudited() throws Exception {
        assertThat(desk.pins()).isEmpty();
        PinFile.write(
                PinFile.ofStaffBeside(file()), List.of(OncallPin.of("Ana", "2468".toCharArray(), new SecureRandom())));
        assertThat(desk.pins()).extracting(OncallPin::who).containsExactly("Ana");

        desk.wrongPin("");
        desk.locked("");
        assertThat(audited())
                .containsExactly("phone(several) staff.override wrong-pin", "phone(several) staff.override locked-out");
    }

    @Test
    void theCommandPutsShowsAndEnds() throws Exception {
        DeskBoard board = DeskBoard.beside(file(), practice.timezone(), clock, trail, () -> true);
        ask(board, Verb.SHOW_TO_DESK, "");
        ask(board, Verb.PUT_TO_DESK, "2026-03-02 12:00");
        ask(board, Verb.SHOW_TO_DESK, "");
        ask(board, Verb.END_TO_DESK, "");
        assertThat(out).hasSize(4);
        assertThat(out.get(2)).contains("until 2026-03-02 12:00");
        for (String wrong : List.of("noon", "2026-03-02 10:30", "2026-06-02 10:30")) {
            assertThat(refusal(board, Verb.PUT_TO_DESK, wrong)).contains("TIME must be");
        }
        assertThat(refusal(board, Verb.END_TO_DESK, "")).contains("not put to the desk");
        DeskBoard nobody = DeskBoard.beside(file(), practice.timezone(), clock, trail, () -> false);
        assertThat(refusal(nobody, Verb.PUT_TO_DESK, "2026-03-02 12:00")).contains("desk.number");
        assertThat(audited())
                .containsExactly("uid:1000(kim) desk.first until-2026-03-02T12:00", "uid:1000(kim) desk.first end");
    }

    @Test
    void aDamagedFileIsNotWrittenOver() throws Exception {
        Path kept = DeskFirstFile.beside(file());
        Files.writeString(kept, "nonsense");
        DeskBoard board = DeskBoard.damaged(file(), practice.timezone(), clock, trail, () -> true);
        assertThat(refusal(board, Verb.PUT_TO_DESK, "2026-03-02 12:00")).contains("can't be read");
        assertThat(kept).hasContent("nonsense");
    }

    private void ask(DeskBoard board, Verb verb, String until) throws Failure {
        board.serve(new ControlRequest(verb, 0, Map.of("until", until)), "uid:1000(kim)", out::add);
    }

    private String refusal(DeskBoard board, Verb verb, String until) {
        try {
            ask(board, verb, until);
            return "";
        } catch (Failure refused) {
            return refused.sentence();
        }
    }
}
