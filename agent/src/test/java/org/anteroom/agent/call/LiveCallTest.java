package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioCodec;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Render;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call at a time that is the test's: no PBX, no packets, phones that don't answer. */
final class LiveCallTest {
    /** A Monday: the office is open. */
    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");
    /** The same day's night: the people on call are the nearest. */
    private static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");

    /** Reed until nine in the evening of that day, Yu from then on. */
    private static final String ROTA =
            """
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "whoever is on call"
            rota = "doctors"
            [[oncall.person]]
            name = "Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["202"]
            [[oncall.rota]]
            name = "doctors"
            [[oncall.rota.shift]]
            who = "Reed"
            from = "2026-11-20 08:00"
            to = "2026-11-23 21:00"
            [[oncall.rota.shift]]
            who = "Yu"
            from = "2026-11-23 21:00"
            to = "2026-11-27 08:00"
            """;

    private static final String HEART =
            """
            [[oncall.group]]
            name = "heart"
            categories = ["chest-pain"]
            [[oncall.group.target]]
            name = "heart"
            number = "203"
            """;

    @TempDir
    Path folder;

    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final List<String> hungUp = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
    private final CallThreads threads = new CallThreads(1, fault -> {});
    /** What outbound legs tell: of a line that is not open, that each has ended. */
    private final BlockingQueue<Mail.FarLegEvent> legs = new LinkedBlockingQueue<>();

    private final long began = System.nanoTime();
    private final CallJournal journal = new CallJournal(began);
    private Instant now = OPEN;
    /** What the conversation does next. */
    private List<Act> acts = List.of();

    private MediaEngine media;
    private Line line;
    private PortReserve reserve;
    private SpokenPrompts prompts;
    private final List<Clause> judged = new CopyOnWriteArrayList<>();
    private LiveCall call;

    /** Who is on call at this moment; a command may change it during the call. */
    private OnCall duty;

    @BeforeEach
    void answer() throws Exception {
        duty = Unplugged.duty(folder, Clinic.ONE_DOCTOR);
        media = Senses.media(30_320, 30_339);
        line = Unplugged.line(new Unplugged.NoCalls());
        reserve = PortReserve.open(media);
        call = call();
        call.leg(new LegEvent.Answered(stream(true)), began);
        call.tick(after(500));
        call.stepped(step());
    }

    @AfterEach
    void close() throws Exception {
        call.close();
        reserve.close();
        threads.close();
        line.close();
        media.close();
    }

    @Test
    void aCallerWhomNoRecogniserHearsAnyMoreIsPutThroughToTheNearestPersonAtOnce() {
        call.heard(new Heard.Lost(0, 2_000), began);

        assertThat(events(CallEvent.Decided.class)).singleElement().satisfies(decided -> {
            assertThat(decided.grade()).isEqualTo("CONCERN");
            assertThat(decided.rule()).isEqualTo("ear.lost");
        });
        assertThat(invited()).containsExactly("front desk");

        call.key('*', after(1_000));
        assertThat(rules()).as("the keys still work").containsExactly("ear.lost", "emergency-key");
        assertThat(invited()).containsExactly("front desk", "doctor");
    }

    @Test
    void aLesserConcernNeverStopsPhonesThatRingForAnAlarm() {
        call.key('*', began);
        call.heard(new Heard.Lost(0, 2_000), after(500));
        call.tick(after(600));

        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void whatTheDetectorStillWaitedWithIsDecidedWhenTheCallerHangsUp() {
        call.heard(partial("i have chest pain"), after(1_300));
        assertThat(invited()).isEmpty();

        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_310));

        assertThat(events(CallEvent.Decided.class))
                .extracting(CallEvent.Decided::category)
                .containsExactly("chest-pain");
        assertThat(invited()).containsExactly("doctor");
        assertThat(call.finished(after(20_000))).as("the phones ring on").isFalse();
    }

    @Test
    void anEmergencyRingsWhoeverTheRotaHasOnCallWhenItBegins() throws Exception {
        duty = Unplugged.duty(folder, ROTA);
        now = Instant.parse("2026-11-23T21:00:00Z");

        call.key('*', after(1_000));

        assertThat(invited()).containsExactly("Yu");
    }

    @Test
    void anEmergencyRingsTheGroupForItsKindFirst() throws Exception {
        duty = Unplugged.duty(folder, HEART + ROTA);
        now = NIGHT;
        call.heard(partial("i have chest pain"), after(1_300));

        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_310));

        assertThat(invited()).containsExactly("heart");
    }

    @Test
    void phonesThatRingGoOnWhenAnOverrideComesAndTheNextEmergencyRingsByIt() throws Exception {
        now = NIGHT;
        call.key('*', after(1_000));
        duty = Unplugged.duty(folder, ROTA);
        call.tick(after(2_000));
        assertThat(invited()).containsExactly("doctor");
        call.close();

        call = call();
        call.leg(new LegEvent.Answered(stream(true)), began);
        call.key('*', after(3_000));
        assertThat(invited()).containsExactly("doctor", "Yu");
    }

    @Test
    void ninetySecondsWithoutAPacketOfTheCallerEndTheCall() {
        call.tick(after(89_900));
        assertThat(hungUp).isEmpty();

        call.tick(after(90_100));
        assertThat(hungUp).isNotEmpty();
        assertThat(call.ended()).isEqualTo("no sound from the caller");
    }

    @Test
    void timeOnHoldIsNotTimeWithoutSound() {
        call.leg(new LegEvent.Reoffered(stream(false)), after(1_000));
        call.tick(after(200_000));
        call.leg(new LegEvent.Reoffered(stream(true)), after(200_100));
        call.tick(after(200_200));
        call.tick(after(290_000));
        assertThat(hungUp).isEmpty();

        call.tick(after(290_200));
        assertThat(hungUp).isNotEmpty();
    }

    @Test
    void aStoppingServiceKeepsACallerWhoNeedsAHumanUntilTheDeadline() {
        call.key('*', began);
        call.stop(after(10_000), after(100));
        call.tick(after(9_900));
        assertThat(hungUp).isEmpty();
        assertThat(alarms).isEmpty();

        call.tick(after(10_000));
        assertThat(hungUp).isNotEmpty();
        assertThat(alarms).extracting(Alarm::kind).contains(Alarm.Kind.CALL_CUT);
        assertThat(alarms).allMatch(alarm -> alarm.kind().grave());
        assertThat(call.finished(after(16_000))).isTrue();
    }

    @Test
    void aStoppingServiceEndsAnOrdinaryCallAtOnceUnlessWhatWasJustHeardIsAnEmergency() {
        call.heard(partial("i have chest pain"), after(1_300));
        call.stop(after(10_000), after(1_310));
        assertThat(invited()).containsExactly("doctor");
        assertThat(hungUp).isEmpty();
    }

    @Test
    void aStoppingServiceEndsAnOrdinaryCallAtOnce() {
        call.stop(after(10_000), after(100));
        assertThat(hungUp).isNotEmpty();
        assertThat(call.ended()).isEqualTo("service stopped");
    }

    @Test
    void aStoppingServiceLetsARingingDeskGoAtOnce() throws Exception {
        FarLeg desk = ringDesk(after(600));

        call.stop(after(10_000), after(700));

        assertThat(desk.closed()).as("its INVITE is cancelled").isTrue();
        assertThat(call.ended()).isEqualTo("service stopped");
        assertThat(alarms).isEmpty();
    }

    @Test
    void aStoppingServiceLeavesCallerAndDeskTalkingUntilTheDeadlineAndThenHangsBothUp() throws Exception {
        FarLeg desk = ringDesk(after(600));
        call.far(answered(desk, after(700)));

        call.stop(after(10_000), after(800));
        call.tick(after(9_900));
        assertThat(desk.bridged()).isTrue();
        assertThat(hungUp).isEmpty();

        call.tick(after(10_000));
        assertThat(desk.closed()).isTrue();
        assertThat(hungUp).isNotEmpty();
        assertThat(call.ended()).isEqualTo("service stopped");
    }

    @Test
    void aRecogniserThatDiesWhileTheDeskRingsCostsNothingOnceItIsBack() throws Exception {
        ringDesk(after(600));
        call.heard(new Heard.Lost(0, 700), after(700));
        call.heard(partial("hello"), after(1_000));

        call.tick(after(5_700));
        call.tick(after(5_750));

        assertThat(events(CallEvent.Decided.class)).isEmpty();
    }

    @Test
    void aCallerWhoseRecogniserDiesWhileTheDeskRingsGoesToAPersonWhenNobodyTakesTheCall() throws Exception {
        ringDesk(after(600));
        call.heard(new Heard.Lost(0, 700), after(700));
        assertThat(events(CallEvent.Decided.class)).isEmpty();

        call.tick(after(5_700));
        call.tick(after(5_750));

        assertThat(rules()).containsExactly("ear.lost");
    }

    @Test
    void whatAFinishedTurnMeansIsJudgedAndBringsAPerson() throws Exception {
        List<Word> words = List.of(new Word("he", 1, 0, 200), new Word("toppled", 1, 200, 700));
        call.heard(new Heard.Final(0, 1_500, words, List.of(), List.of(), 0, 700), after(1_500));
        assertThat(judged).extracting(Clause::text).containsExactly("he toppled");
        assertThat(events(CallEvent.Decided.class)).isEmpty();

        Score.Near near = new Score.Near("m-1", "she keeled over", "unconscious", true, 0.8);
        scored(0, new Score(0.9, List.of(near)), 1_510);

        assertThat(events(CallEvent.Decided.class)).singleElement().satisfies(decided -> {
            assertThat(decided.rule()).isEqualTo("meaning");
            assertThat(decided.category()).isEqualTo("unconscious");
        });
        assertThat(invited()).contains("doctor");
    }

    @Test
    void whatACallerSaidBeforeHangingUpIsJudgedBeforeTheCallEnds() throws Exception {
        now = NIGHT;
        call.heard(partial("and then the thing"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        assertThat(judged).extracting(Clause::text).containsExactly("and then the thing");
        assertThat(call.ended()).isEmpty();

        Score.Near near = new Score.Near("m-1", "she keeled over", "unconscious", true, 0.8);
        scored(0, new Score(0.9, List.of(near)), 1_110);

        assertThat(call.ended()).isNotEmpty();
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void soIsWhatACallerSaidWhileTheDeskRang() throws Exception {
        ringDesk(after(600));
        call.heard(partial("and then the thing"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        assertThat(call.ended()).isEmpty();

        scored(0, new Score(0.9, List.of()), 1_110);

        assertThat(rules()).containsExactly("meaning");
    }

    @Test
    void aMeaningThatIsNeverFoundOutKeepsNoCall() throws Exception {
        call.heard(partial("and then the thing"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        call.tick(after(2_050));
        assertThat(call.ended()).isEmpty();
        call.tick(after(2_150));
        assertThat(call.ended()).isNotEmpty();
    }

    @Test
    void whyAPersonCameStandsInTheJournalWhereTheConversationWasLost() {
        call.conversationFailed("IllegalStateException", after(1_000));
        assertThat(journal.take())
                .filteredOn(entry -> entry.kind() == CallJournal.Kind.DECISION)
                .extracting(CallJournal.Entry::detail)
                .containsExactly("CONCERN conversation.lost caller");
    }

    @Test
    void aDoubtfulPhraseCountsUnlessTheTurnIsPlainlyHarmless() throws Exception {
        now = NIGHT;
        call.heard(whole("the old printer choked"), after(1_500));
        scored(0, new Score(-0.5, List.of()), 1_510);
        call.tick(after(2_000));
        assertThat(invited()).isEmpty();

        call.heard(whole("so she choked"), after(2_500));
        scored(1, new Score(0, List.of()), 2_510);
        assertThat(rules()).containsExactly("choking");
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void aDoubtfulPhraseWhoseMeaningIsNeverFoundOutCounts() throws Exception {
        call.heard(whole("my mother choked"), after(1_500));
        call.tick(after(2_100));
        assertThat(invited()).isEmpty();
        call.tick(after(2_250));
        assertThat(rules()).containsExactly("choking");
    }

    @Test
    void aDoubtfulPhraseCountsWhenTheCallEndsBeforeItsMeaningIsKnown() throws Exception {
        now = NIGHT;
        call.heard(whole("my mother choked"), after(1_500));
        call.end("goodbye", after(1_510));
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void aDoubtfulPhraseOfACallerWhoIsGoneCountsWhenItsMeaningIsNeverFoundOut() throws Exception {
        now = NIGHT;
        call.heard(partial("my mother choked"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        assertThat(invited()).isEmpty();
        call.tick(after(1_850));
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void aGraverMatterBetweenTwoRoundsRingsAtOnceInsteadOfWithTheNext() throws Exception {
        now = NIGHT;
        call.heard(new Heard.Lost(0, 600), after(600));
        FarLeg first = rung();
        call.tick(after(10_700));
        assertThat(events(CallEvent.Outbound.class))
                .extracting(CallEvent.Outbound::what)
                .as("the first round is over")
                .containsExactly("invite", "cancelled");

        call.key('*', after(10_800));

        assertThat(invited()).containsExactly("doctor", "doctor");
        assertThat(first.closed()).as("nobody of the first round is left").isTrue();
        FarLeg second = rung();
        call.far(answered(second, after(11_000)));
        call.far(new Mail.FarKey(second, '1', after(12_000)));
        assertThat(events(CallEvent.Outbound.class))
                .extracting(CallEvent.Outbound::what)
                .endsWith("told disclosure");
    }

    @Test
    void whoTakesTheNextRoundHearsTheGraverMatterThatTheCallerSaidBetweenTheTwo() throws Exception {
        now = NIGHT;
        try (MarkedPhone phone = new MarkedPhone()) {
            prompts.keep(new Render(disclosure("chest pain"), MarkedPhone.mark()));
            call.heard(new Heard.Lost(0, 600), after(600));
            rung();
            call.tick(after(10_700));

            call.heard(partial("i have chest pain"), after(10_800));
            call.tick(after(11_500));

            assertThat(events(CallEvent.Decided.class))
                    .extracting(CallEvent.Decided::category)
                    .endsWith("chest-pain");
            assertThat(invited()).containsExactly("doctor", "doctor");
            FarLeg second = rung();
            AgreedStream toThePhone = stream(true, phone.port());
            call.far(new Mail.FarLegEvent(second, new LegEvent.Answered(toThePhone), after(11_600)));
            call.far(new Mail.FarKey(second, '1', after(12_000)));
            assertThat(phone.hearsTheMark()).isTrue();
        }
    }

    /** What a phone is told that takes a call of the number that calls here. */
    private static String disclosure(String category) throws Exception {
        return new TransferSentences(
                        Senses.shared().catalogue,
                        "Maple Street Clinic",
                        FailedSentence.CALL_911,
                        () -> category,
                        Optional.of("2125550111"))
                .text(EmergencySentence.DISCLOSURE);
    }

    /** The caller asks for the desk, which rings. */
    private FarLeg ringDesk(long nanos) throws Exception {
        acts = List.of(new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED));
        call.key('0', nanos);
        call.stepped(step());
        acts = List.of();
        return rung();
    }

    private Mail.Stepped step() throws Exception {
        Mail step = mails.poll(10, TimeUnit.SECONDS);
        assertThat(step).as("what the conversation did").isInstanceOf(Mail.Stepped.class);
        return (Mail.Stepped) step;
    }

    private void far(Mail mail) {
        if (mail instanceof Mail.FarLegEvent event) {
            legs.add(event);
        }
    }

    /** The next phone that was rung. */
    private FarLeg rung() throws Exception {
        Mail.FarLegEvent event = legs.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("a phone is rung").isNotNull();
        return event.leg();
    }

    private static Mail.FarLegEvent answered(FarLeg leg, long nanos) {
        return new Mail.FarLegEvent(leg, new LegEvent.Answered(stream(true)), nanos);
    }

    private LiveCall call() throws Exception {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        CallParts parts = Unplugged.parts(folder, media, clock, new Health(), alarms, events::add, () -> duty);
        prompts = parts.prompts();
        RtpPort port = media.open();
        CallerLine caller = new CallerLine(new Unplugged.Leg(hungUp), port, parts.ears(), mail -> {});
        InetAddress loopback = InetAddress.getLoopbackAddress();
        CallLegs both = new CallLegs(
                caller,
                new Dialler(line, loopback, reserve, parts.prompts(), this::far),
                Optional.of("2125550111"),
                (utterance, event, nanos) -> {},
                judged::add);
        Talk talk = new Talk(
                parts.conversation().start(),
                (state, input, when) -> new Step(state, acts),
                threads,
                mails::add,
                clock::instant);
        CallTrace trace = new CallTrace("call", journal, parts.observer(), parts.counters(), parts.latencies());
        Recorder recorder = new Recorder(Optional.empty(), parts.alarms(), parts.counters());
        return new LiveCall(parts, both, talk, Requests.of(parts, "call", port, recorder, mail -> {}), trace);
    }

    private List<String> invited() {
        return events(CallEvent.Outbound.class).stream()
                .filter(leg -> leg.what().equals("invite"))
                .map(CallEvent.Outbound::target)
                .toList();
    }

    /** By which rules it was decided that a human is needed. */
    private List<String> rules() {
        return events(CallEvent.Decided.class).stream()
                .map(CallEvent.Decided::rule)
                .toList();
    }

    /** The meaning of what was asked for in this place becomes known. */
    private void scored(int asked, Score score, long ms) {
        call.scored(new Evidence.Scored(judged.get(asked), score), after(ms));
    }

    private <E extends CallEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private long after(long ms) {
        return began + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** Words of 300 ms each. */
    private static Heard.Partial partial(String words) {
        List<String> each = List.of(words.split(" "));
        return new Heard.Partial(
                0,
                each.size() * 300L,
                IntStream.range(0, each.size())
                        .mapToObj(i -> new Word(each.get(i), 1, i * 300, (i + 1) * 300))
                        .toList());
    }

    /** The same as a turn that is over. */
    private static Heard.Final whole(String words) {
        Heard.Partial partial = partial(words);
        return new Heard.Final(
                0, partial.audioMs() + 500, partial.words(), List.of(), List.of(), 0, (int) partial.audioMs());
    }

    private static AgreedStream stream(boolean flows) {
        return stream(flows, 9);
    }

    private static AgreedStream stream(boolean flows, int port) {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new AgreedStream(
                there, there, AudioCodec.PCMU, 0, OptionalInt.of(101), OptionalInt.of(101), 20, flows, flows);
    }
}
