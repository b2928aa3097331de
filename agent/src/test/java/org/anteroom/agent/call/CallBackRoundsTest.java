package org.anteroom.agent.call;

import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.call.CallBackRing.Outcome;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.OpenAlarm;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.practice.CallBackStage;
import org.anteroom.agent.practice.CallBacks;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Promise;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is rung and told about promised call-backs, when time is the test's. */
class CallBackRoundsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:10:00Z");
    private static final CallBackOwner REED = new CallBackOwner("Dr. Reed", "201");

    @TempDir
    Path folder;

    private final List<CallBackRing.Matter> rung = new ArrayList<>();
    private final List<Alarm> sent = new ArrayList<>();
    private Instant now = NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private CompletableFuture<Outcome> ring = new CompletableFuture<>();
    private OpenStore open;
    private Alarms alarms;
    private CallBackRounds rounds;

    @BeforeEach
    void promise() throws Exception {
        open = new OpenStore(folder);
        await(new Inbox(open.store(), open.vault(), clock)
                .commit(
                        new Draft(
                                NOW,
                                "call-1",
                                "page",
                                Optional.of("Nora Whitfield"),
                                Optional.of("6145550192"),
                                Optional.of("a crown"),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        new Promise(NOW.plus(Duration.ofMinutes(30)), List.of(REED))));
        start(Optional.of("300"));
    }

    private void start(Optional<String> contact) {
        alarms = new Alarms(
                List.of(Outlet.direct("test", (notice, desk) -> sent.addAll(notice.alarms()), open.counters())),
                AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                clock,
                open.counters());
        rounds = new CallBackRounds(callBacks(), this::ring, () -> contact, alarms, clock, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        rounds.close();
        open.close();
    }

    private CallBacks callBacks() {
        return new CallBacks(open.store(), open.vault(), clock);
    }

    private CompletableFuture<Outcome> ring(CallBackRing.Matter matter) {
        rung.add(matter);
        ring = new CompletableFuture<>();
        return ring;
    }

    /** The phone that rings has done with it; the next look finds what came of that on the disk. */
    private void ended(Outcome outcome) throws Exception {
        if (outcome == Outcome.DONE) {
            assertThat(rung.get(rung.size() - 1).keep().get().get(30, TimeUnit.SECONDS))
                    .isTrue();
        }
        ring.complete(outcome);
        rounds.round();
        written();
        rounds.round();
        written();
    }

    /** What was written before this is on the disk. */
    private void written() throws Exception {
        await(open.store().write(unit -> true));
    }

    private void after(int minutes) {
        now = NOW.plus(Duration.ofMinutes(minutes));
        rounds.round();
    }

    private List<String> numbers() {
        return rung.stream()
                .flatMap(matter -> matter.phones().stream())
                .map(CallBackOwner::number)
                .toList();
    }

    private List<Alarm.Kind> open() {
        return alarms.list().stream().map(OpenAlarm::alarm).map(Alarm::kind).toList();
    }

    @Test
    void theOwnerIsRungAtOnceAndAtHalfTimeAndTheContactAtTheDeadline() throws Exception {
        after(0);
        assertThat(numbers()).containsExactly("201");
        assertThat(rung.get(0).announcement()).isEqualTo(TemplateId.CALL_BACK_ASKED);
        ended(Outcome.NOBODY);
        after(14);
        assertThat(numbers()).containsExactly("201");
        after(15);
        assertThat(numbers()).containsExactly("201", "201");
        ended(Outcome.TAKEN);
        after(29);
        assertThat(numbers()).containsExactly("201", "201");
        after(30);
        assertThat(numbers()).containsExactly("201", "201", "300");
        assertThat(rung.get(2).announcement()).isEqualTo(TemplateId.CALL_BACK_OVERDUE);
        assertThat(open()).containsExactly(Alarm.Kind.CALL_BACK);
        ended(Outcome.NOBODY);
        assertThat(open()).containsExactlyInAnyOrder(Alarm.Kind.CALL_BACK, Alarm.Kind.CALL_BACK_OVERDUE);
        after(90);
        assertThat(rung).hasSize(3);
    }

    @Test
    void oneRingAtATime() {
        after(0);
        after(0);
        after(1);
        assertThat(rung).hasSize(1);
    }

    @Test
    void withoutAContactTheAlarmChannelsAreToldAtTheDeadline() throws Exception {
        start(Optional.empty());
        after(31);
        ended(Outcome.NOBODY);
        assertThat(rung).isEmpty();
        assertThat(open()).containsExactly(Alarm.Kind.CALL_BACK_OVERDUE);
    }

    @Test
    void aContactWhoTakesItMakesNoAlarm() throws Exception {
        after(31);
        ended(Outcome.TAKEN);
        assertThat(numbers()).containsExactly("300");
        assertThat(open()).isEmpty();
        assertThat(callBacks().waiting().get(0).stage()).isEqualTo(CallBackStage.OVERDUE);
    }

    @Test
    void whatIsDoneByKeyIsDoneAndItsAlarmIsOver() throws Exception {
        after(0);
        assertThat(open()).containsExactly(Alarm.Kind.CALL_BACK);
        ended(Outcome.DONE);
        assertThat(callBacks().waiting()).isEmpty();
        assertThat(open()).isEmpty();
        after(31);
        assertThat(rung).hasSize(1);
    }

    @Test
    void whatIsDoneByCommandRingsNobodyAnyMore() throws Exception {
        after(0);
        ended(Outcome.NOBODY);
        await(callBacks().done("uid:1000", 1));
        after(31);
        assertThat(rung).hasSize(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void standsBackForAnEmergencyAndComesAgainButTellsOfWhatIsOverdue() throws Exception {
        after(0);
        ended(Outcome.GAVE_WAY);
        assertThat(numbers()).as("again when the phones are free").containsExactly("201", "201");
        ring.complete(Outcome.NOBODY);
        rounds.round();
        written();
        after(30);
        ended(Outcome.GAVE_WAY);
        assertThat(open()).contains(Alarm.Kind.CALL_BACK_OVERDUE);
        assertThat(numbers()).endsWith("300", "300");
    }

    @Test
    void oneThatCanNotBeRungDoesNotKeepTheOthersFromTheirTurnNorFromTheirAlarm() throws Exception {
        await(new Inbox(open.store(), open.vault(), clock)
                .commit(
                        new Draft(
                                NOW,
                                "call-2",
                                "page",
                                Optional.empty(),
                                Optional.of("6145550193"),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        new Promise(NOW.plus(Duration.ofMinutes(40)), List.of(REED))));
        after(0);
        assertThat(open()).as("told of both at once").containsExactly(Alarm.Kind.CALL_BACK, Alarm.Kind.CALL_BACK);
        ring.complete(Outcome.GAVE_WAY);
        rounds.round();
        ring.complete(Outcome.GAVE_WAY);
        rounds.round();
        assertThat(rung)
                .extracting(CallBackRing.Matter::caller)
                .containsExactly("6145550192", "6145550193", "6145550192");
        assertThat(alarms.list())
                .allSatisfy(open -> assertThat(open.alarm().times()).isEqualTo(1));
    }

    @Test
    void whereNobodyCanBeRungItComesAgainAndTellsOnceOfWhatIsOverdue() {
        after(31);
        ring.completeExceptionally(new IllegalStateException("the line is not served"));
        rounds.round();
        ring.completeExceptionally(new IllegalStateException("the line is not served"));
        rounds.round();
        assertThat(numbers()).containsExactly("300", "300", "300");
        assertThat(alarms.list()).singleElement().satisfies(open -> {
            assertThat(open.alarm().kind()).isEqualTo(Alarm.Kind.CALL_BACK_OVERDUE);
            assertThat(open.alarm().times()).isEqualTo(1);
        });
    }

    @Test
    void aRestartGoesOnWhereItWasAndRaisesAgainWhatIsOverdue() throws Exception {
        after(0);
        ended(Outcome.NOBODY);
        open.reopen();
        start(Optional.of("300"));
        after(1);
        assertThat(numbers()).as("told before").containsExactly("201");
        after(30);
        ended(Outcome.NOBODY);
        open.reopen();
        start(Optional.of("300"));
        after(31);
        assertThat(open()).containsExactly(Alarm.Kind.CALL_BACK_OVERDUE);
        assertThat(numbers()).containsExactly("201", "300");
    }

    @Test
    void alarmsSayNothingAboutTheCaller() throws Exception {
        after(0);
        ended(Outcome.NOBODY);
        after(31);
        ended(Outcome.NOBODY);
        assertThat(sent).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.line())
                .doesNotContain("6145550192", "Whitfield", "crown", "201"));
    }
}
