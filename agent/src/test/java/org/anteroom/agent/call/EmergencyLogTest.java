package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.call.CallJournal.Entry;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.records.Recording;
import org.anteroom.agent.records.Recordings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmergencyLogTest {
    private static final Instant BEGAN = Instant.parse("2026-11-21T23:00:00Z");
    private static final Instant LATER = BEGAN.plusSeconds(86_400);
    private static final String CALL = "20261121-230000-abc";
    private static final String KIM = "uid:1000(kim)";

    @TempDir
    Path folder;

    private OpenStore records;
    private CallLog calls;
    private Recordings recordings;
    private EmergencyLog log;
    private int entries;

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
        Clock clock = Clock.fixed(LATER, ZoneOffset.UTC);
        calls = new CallLog(records.store(), records.vault(), clock);
        recordings = Recordings.open(records.data(), records.vault());
        log = new EmergencyLog(records.store(), records.vault(), recordings, clock);
    }

    @AfterEach
    void close() {
        records.close();
    }

    private Entry entry(long atMs, Kind kind, String detail) {
        return new Entry(++entries, atMs, kind, detail);
    }

    private void write(Entry... page) throws Exception {
        OpenStore.await(calls.write(
                new CallLog.Page(CALL, BEGAN, Optional.of("2125550111"), Optional.empty(), "", List.of(page))));
    }

    private void alarmOverTwoPages() throws Exception {
        write(
                entry(0, Kind.CALL, "answered"),
                entry(1_000, Kind.HEARD, "the blue kettle"),
                entry(40_000, Kind.HEARD, "my chest hurts"),
                entry(40_100, Kind.DECISION, "ALARM chest-pain chest-pain"),
                entry(40_000, Kind.WORD, "ends at 39000 ms of the call's sound"),
                entry(40_100, Kind.EVIDENCE, "my chest hurts"),
                entry(40_101, Kind.LEG, "1 invite doctor"));
        write(
                entry(45_000, Kind.LEG, "1 bridged"),
                entry(50_000, Kind.LEG, "1 false alarm"),
                entry(60_000, Kind.LADDER, "the caller talked to a human"));
    }

    private List<String> audit() {
        return records.store()
                .read(handle -> handle.createQuery("select actor || ' ' || action || ' ' || subject from audit"
                                + " where action like 'emergency.%' order by number")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void anEmergencyIsAStretchOfItsCallsJournalOverItsPages() throws Exception {
        alarmOverTwoPages();
        Emergency one = OpenStore.await(log.show(KIM, 1)).orElseThrow().emergency();

        assertThat(one.call()).isEqualTo(CALL);
        assertThat(one.when()).isEqualTo(BEGAN.plusSeconds(40));
        assertThat(one.flight().takenBy()).contains("doctor");
        assertThat(one.flight().takenAfterMs()).contains(5_000L);
        assertThat(one.flight().over()).contains("the caller talked to a human");
        assertThat(one.flight().turns())
                .as("what was said 20 s before and no more")
                .containsExactly("my chest hurts");
        assertThat(audit()).contains(KIM + " emergency.show " + CALL);
    }

    @Test
    void theListHoldsNothingThatTheCallerSaid() throws Exception {
        alarmOverTwoPages();
        Emergency one = OpenStore.await(log.list(KIM, 10)).get(0);

        assertThat(one.flight().turns()).isEmpty();
        assertThat(one.flight().reason().words()).isEmpty();
        assertThat(one.flight().takenBy()).contains("doctor");
        assertThat(one.flight().takenAfterMs()).as("as on its page").contains(5_000L);
        assertThat(audit()).contains(KIM + " emergency.list all");
    }

    @Test
    void theKeysOfWhoTookItCountAsTheClinicansOutcome() throws Exception {
        alarmOverTwoPages();
        Emergency one = OpenStore.await(log.list(KIM, 10)).get(0);

        assertThat(one.judgements())
                .containsExactly(new Judgement(BEGAN.plusSeconds(50), "doctor", Judgement.Verdict.FALSE_ALARM));
        assertThat(audit()).contains("anteroom emergency.outcome " + CALL + ":false-alarm");
    }

    @Test
    void theNewestOutcomeCountsAndNoneIsForgotten() throws Exception {
        alarmOverTwoPages();
        assertThat(OpenStore.await(log.judge(KIM, 1, Judgement.Verdict.REAL))).isTrue();
        Emergency one = OpenStore.await(log.list(KIM, 10)).get(0);

        assertThat(one.verdict()).contains(Judgement.Verdict.REAL);
        assertThat(one.judgements()).extracting(Judgement::by).containsExactly("doctor", KIM);
        assertThat(one.judgements().get(1).when()).isEqualTo(LATER);
        assertThat(audit()).contains(KIM + " emergency.outcome " + CALL + ":real");
    }

    @Test
    void anOutcomeOfNoEmergencyIsRefused() throws Exception {
        assertThat(OpenStore.await(log.judge(KIM, 7, Judgement.Verdict.REAL))).isFalse();
        assertThat(OpenStore.await(log.show(KIM, 7))).isEmpty();
        assertThat(audit()).containsExactly(KIM + " emergency.show none");
    }

    @Test
    void aCallThatWasGivenBackMayHoldAnotherEmergency() throws Exception {
        alarmOverTwoPages();
        write(
                entry(61_000, Kind.DECISION, "CONCERN wrong distress"),
                entry(61_001, Kind.LEG, "1 invite nurse"),
                entry(62_000, Kind.DECISION, "ALARM emergency-key key"));
        List<Emergency> both = OpenStore.await(log.list(KIM, 10));

        assertThat(both).extracting(Emergency::number).containsExactly(2L, 1L);
        assertThat(both.get(0).flight().reason().rule()).isEqualTo("emergency-key");
        assertThat(both.get(0).flight().rung()).containsExactly("nurse");
        assertThat(both.get(0).flight().over()).isEmpty();
        assertThat(both.get(0).judgements()).isEmpty();
    }

    @Test
    void whoMerelyAskedForSomebodyIsNoneUntilItIsGrave() throws Exception {
        write(
                entry(1_000, Kind.DECISION, "NONE conversation.caller-asked caller-asked"),
                entry(1_001, Kind.LEG, "1 invite doctor"));
        assertThat(OpenStore.await(log.list(KIM, 10))).isEmpty();
        write(entry(5_000, Kind.DECISION, "ALARM emergency-key key"));
        assertThat(OpenStore.await(log.list(KIM, 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.flight().rung()).containsExactly("doctor"));
    }

    @Test
    void aRecordingIsNamedOnlyWhereItIsThereAndWasAnnounced() throws Exception {
        alarmOverTwoPages();
        assertThat(OpenStore.await(log.show(KIM, 1)).orElseThrow().recorded()).isFalse();
        try (Recording recording = recordings.begin(CALL)) {
            recording.write(new short[320], 320);
        }
        assertThat(OpenStore.await(log.show(KIM, 1)).orElseThrow().recorded())
                .as("there, but the caller was not told")
                .isFalse();
        write(entry(70_000, Kind.SAID, TemplateId.GREETING_RECORDED.key()));
        assertThat(OpenStore.await(log.show(KIM, 1)).orElseThrow().recorded()).isTrue();
        recordings.delete(CALL);
        assertThat(OpenStore.await(log.show(KIM, 1)).orElseThrow().recorded()).isFalse();
    }

    @Test
    void onlyWhatPeopleHaveJudgedIsExportedAndThatIsAudited() throws Exception {
        write(entry(1_000, Kind.DECISION, "ALARM emergency-key key"), entry(2_000, Kind.LADDER, "over"));
        alarmOverTwoPages();
        assertThat(OpenStore.await(log.export(KIM)).judged())
                .extracting(Emergency::number)
                .containsExactly(2L);
        assertThat(audit()).contains(KIM + " emergency.export all");
    }

    @Test
    void aSurveyHoldsTheCallsThatBeganSinceAndIsAudited() throws Exception {
        alarmOverTwoPages();
        EmergencyLog.Survey survey = OpenStore.await(log.survey(KIM));
        assertThat(survey.since(BEGAN)).hasSize(1);
        assertThat(survey.since(BEGAN.plusSeconds(1))).isEmpty();
        assertThat(audit()).contains(KIM + " emergency.list all");
    }

    @Test
    void noFileHoldsWhatWasSaidInTheOpen() throws Exception {
        alarmOverTwoPages();
        OpenStore.await(log.judge(KIM, 1, Judgement.Verdict.REAL));
        records.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain("kettle", "my chest hurts", "2125550111");
            }
        }
        open();
        assertThat(records.store().verifyAudit()).isEmpty();
    }
}
