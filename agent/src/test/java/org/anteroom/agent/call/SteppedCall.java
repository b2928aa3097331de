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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioCodec;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.PlaybackListener;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Sound;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Render;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One call at a time that is the test's: no PBX, no packets, phones that don't answer. */
abstract class SteppedCall {
    /** A Monday: the office is open. */
    static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");
    /** The same day's night: the people on call are the nearest. */
    static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");

    private static final short[] SHORT = new short[160];

    @TempDir
    Path folder;

    final List<CallEvent> events = new CopyOnWriteArrayList<>();
    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    final List<String> hungUp = new CopyOnWriteArrayList<>();
    final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
    final CallThreads threads = new CallThreads(1, fault -> {});
    /** What outbound legs tell: of a line that is not open, that each has ended. */
    final BlockingQueue<Mail.FarLegEvent> legs = new LinkedBlockingQueue<>();

    final long began = System.nanoTime();
    final CallJournal journal = new CallJournal(began);
    Instant now = OPEN;
    /** Why the PBX sent the call, where that may decide how it begins. */
    Optional<CallReason> reason = Optional.empty();
    /** Further lines of the configuration. */
    String more = "";

    /** What the conversation does next. */
    List<Act> acts = List.of();

    MediaEngine media;
    Line line;
    PortReserve reserve;
    SpokenPrompts prompts;
    final List<Clause> judged = new CopyOnWriteArrayList<>();
    private BlockingQueue<Mail.CallerPlayback> played = new LinkedBlockingQueue<>();
    private RtpPort port;
    /** The turns whose meaning was asked for, if any is. */
    final List<List<String>> asked = new CopyOnWriteArrayList<>();

    boolean answering;
    LiveCall call;

    /** Who is on call at this moment; a command may change it during the call. */
    OnCall duty;

    @BeforeEach
    void answer() throws Exception {
        duty = Unplugged.duty(folder, Clinic.ONE_DOCTOR);
        media = Senses.media(30_320, 30_339);
        line = Unplugged.line(new Unplugged.NoCalls());
        reserve = PortReserve.open(media);
        call = call();
        call.leg(new LegEvent.Answered(stream(true)), began);
        call.tick(after(500));
        answered();
    }

    /** What follows the greeting. */
    void answered() throws Exception {
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

    /** What a phone is told that takes a call of the number that calls here. */
    static String disclosure(String category) throws Exception {
        return new TransferSentences(
                        Senses.shared().catalogue,
                        "Maple Street Clinic",
                        FailedSentence.CALL_911,
                        () -> category,
                        Optional.of("2125550111"))
                .text(EmergencySentence.DISCLOSURE);
    }

    /** The caller asks for the desk, which rings. */
    FarLeg ringDesk(long nanos) throws Exception {
        acts = List.of(new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED));
        call.key('0', nanos);
        call.stepped(step());
        acts = List.of();
        return rung();
    }

    Mail.Stepped step() throws Exception {
        Mail step = mails.poll(10, TimeUnit.SECONDS);
        assertThat(step).as("what the conversation did").isInstanceOf(Mail.Stepped.class);
        return (Mail.Stepped) step;
    }

    void far(Mail mail) {
        if (mail instanceof Mail.FarLegEvent event) {
            legs.add(event);
        }
    }

    /** The next phone that was rung. */
    FarLeg rung() throws Exception {
        Mail.FarLegEvent event = legs.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("a phone is rung").isNotNull();
        return event.leg();
    }

    static Mail.FarLegEvent answered(FarLeg leg, long nanos) {
        return new Mail.FarLegEvent(leg, new LegEvent.Answered(stream(true)), nanos);
    }

    LiveCall call() throws Exception {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        CallParts parts =
                chosen(Unplugged.parts(folder, more, media, clock, new Health(), alarms, events::add, () -> duty));
        prompts = parts.prompts();
        port = media.open();
        BlockingQueue<Mail.CallerPlayback> playing = new LinkedBlockingQueue<>();
        played = playing;
        CallerLine caller = new CallerLine(new Unplugged.Leg(hungUp), port, parts.ears(), mail -> {});
        InetAddress loopback = InetAddress.getLoopbackAddress();
        CallLegs both = new CallLegs(
                caller,
                new Dialler(line, loopback, reserve, parts.prompts(), this::far, new LetGo()),
                Optional.of("2125550111"),
                reason,
                (utterance, event, nanos) -> playing.add(new Mail.CallerPlayback(utterance, event, nanos)),
                judged::add,
                (turn, words) -> answering && asked.add(words));
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

    /** These sentences take 20 ms each. */
    void brief(TemplateId... sentences) throws Exception {
        for (TemplateId id : sentences) {
            Map<Slot, String> slots = id.ofPractice() ? Map.of(Slot.PRACTICE, "Maple Street Clinic") : Map.of();
            prompts.keep(new Render(Senses.shared().catalogue.text(id, slots), SHORT));
        }
    }

    /** All that we want to say has been said. */
    void plays(long nanos) throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        port.player().play(Sound.of(SHORT), (playback, event, when) -> {
            if (event != PlaybackListener.Event.STARTED) {
                last.countDown();
            }
        });
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        for (Mail.CallerPlayback one = played.poll(); one != null; one = played.poll()) {
            call.playback(new Mail.CallerPlayback(one.utterance(), one.event(), nanos));
        }
    }

    /** What was spoken. */
    List<String> said() {
        return events(CallEvent.Said.class).stream()
                .map(CallEvent.Said::template)
                .toList();
    }

    /** What this test has otherwise. */
    CallParts chosen(CallParts parts) {
        return parts;
    }

    List<String> invited() {
        return events(CallEvent.Outbound.class).stream()
                .filter(leg -> leg.what().equals("invite"))
                .map(CallEvent.Outbound::target)
                .toList();
    }

    /** By which rules it was decided that a human is needed. */
    List<String> rules() {
        return events(CallEvent.Decided.class).stream()
                .map(CallEvent.Decided::rule)
                .toList();
    }

    /** The meaning of what was asked for in this place becomes known. */
    void scored(int asked, Score score, long ms) {
        call.scored(new Evidence.Scored(judged.get(asked), score), after(ms));
    }

    <E extends CallEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    long after(long ms) {
        return began + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** Words of 300 ms each. */
    static Heard.Partial partial(String words) {
        List<String> each = List.of(words.split(" "));
        return new Heard.Partial(
                0,
                each.size() * 300L,
                IntStream.range(0, each.size())
                        .mapToObj(i -> new Word(each.get(i), 1, i * 300, (i + 1) * 300))
                        .toList());
    }

    /** The same as a turn that is over. */
    static Heard.Final whole(String words) {
        Heard.Partial partial = partial(words);
        return new Heard.Final(0, partial.audioMs() + 500, partial.words(), List.of(), List.of(), List.of(), 0, (int)
                partial.audioMs());
    }

    static AgreedStream stream(boolean flows) {
        return stream(flows, 9);
    }

    static AgreedStream stream(boolean flows, int port) {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new AgreedStream(
                there, there, AudioCodec.PCMU, 0, OptionalInt.of(101), OptionalInt.of(101), 20, flows, flows);
    }
}
