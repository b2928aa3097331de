package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Stage;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioCodec;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.PlaybackListener;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Sound;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Render;
import org.anteroom.speech.Word;

/**
 * A call with the real conversation, without recogniser, packets or phones that answer: what the caller says comes as words, what we
 * say is 20 ms long. Single-threaded like its mailbox.
 */
final class WalkedCall implements AutoCloseable {
    private static final int WORD_MS = 300;
    private static final int PAUSE_MS = 2_000;
    private static final short[] SHORT = new short[160];

    private record Played(int utterance, PlaybackListener.Event event) {}

    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final List<Input> inputs = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Mail> steps = new LinkedBlockingQueue<>();
    /** What phones have to tell that were rung: on a line that isn't open, that each has ended. Told at the end only. */
    private final BlockingQueue<Mail> legs = new LinkedBlockingQueue<>();

    private final BlockingQueue<Played> played = new LinkedBlockingQueue<>();
    private final long began = System.nanoTime();
    private final RtpPort port;
    private final Talk talk;
    private final LiveCall call;
    private Stage stage = Stage.NEW;
    private int audioMs;

    /** Answered, and nothing said yet. */
    WalkedCall(CallParts shared, MediaEngine media, Line line, PortReserve reserve, CallThreads threads)
            throws Exception {
        CallParts parts = shared.observedBy(events::add);
        for (TemplateId id : List.of(TemplateId.CONNECTING, TemplateId.ALL_FAILED_CALL_911)) {
            parts.prompts().keep(new Render(parts.catalogue().text(id, Map.of()), SHORT));
        }
        port = media.open();
        CallerLine caller = new CallerLine(new Unplugged.Leg(new ArrayList<>()), port, parts.ears(), mail -> {});
        CallLegs ends = new CallLegs(
                caller,
                new Dialler(line, InetAddress.getLoopbackAddress(), reserve, parts.prompts(), legs::add, new LetGo()),
                Optional.of("2125550111"),
                Optional.empty(),
                (utterance, event, nanos) -> played.add(new Played(utterance, event)),
                clause -> {},
                TurnInMind.Asking.NONE);
        talk = new Talk(
                parts.conversation().start(),
                (state, input, now) -> step(parts, state, input, now),
                threads,
                steps::add,
                parts.clock()::instant);
        CallTrace trace =
                new CallTrace("call", new CallJournal(began), parts.observer(), parts.counters(), parts.latencies());
        Recorder recorder = new Recorder(Optional.empty(), parts.alarms(), parts.counters());
        call = new LiveCall(parts, ends, talk, Requests.of(parts, "call", port, recorder, mail -> {}), trace);
        call.leg(new LegEvent.Answered(stream()), began);
    }

    /** The conversation's own step; what it wants to say is short. */
    private Step step(CallParts parts, State state, Input input, Instant now) {
        inputs.add(input);
        Step step = parts.conversation().step(state, input, now);
        for (Act act : step.acts()) {
            if (act instanceof Act.Say say) {
                parts.prompts().keep(new Render(parts.catalogue().text(say), SHORT));
            }
        }
        return step;
    }

    /** The greeting, and the question after it. */
    void greet() throws Exception {
        passes(500);
        answers();
    }

    /** A finished turn of the caller. */
    void says(String words) {
        List<Word> said = new ArrayList<>();
        int from = audioMs + PAUSE_MS;
        audioMs = from;
        for (String word : words.split(" ")) {
            said.add(new Word(word, 1, audioMs, audioMs + WORD_MS));
            audioMs += WORD_MS;
        }
        call.heard(new Heard.Final(0, audioMs, said, List.of(), List.of(), List.of(), from, audioMs), now());
    }

    /** The words of a turn so far. */
    void begins(String words) {
        List<Word> said = new ArrayList<>();
        audioMs += PAUSE_MS;
        for (String word : words.split(" ")) {
            said.add(new Word(word, 1, audioMs, audioMs + WORD_MS));
            audioMs += WORD_MS;
        }
        call.heard(new Heard.Partial(0, audioMs, said), now());
    }

    /** The caller stops for a moment within a turn. */
    void pauses() {
        audioMs += WORD_MS;
        call.heard(new Heard.Paused(0, audioMs), now());
    }

    /** The conversation has thought out all that it was told, and its answers have come back. */
    void answers() throws Exception {
        while (talk.busy()) {
            Mail mail = steps.poll(10, TimeUnit.SECONDS);
            assertThat(mail).as("what the conversation did").isInstanceOf(Mail.Stepped.class);
            Mail.Stepped step = (Mail.Stepped) mail;
            stage = step.step().state().stage();
            call.stepped(step);
        }
    }

    void passes(int ms) {
        audioMs += ms;
        call.tick(now());
    }

    /** All that we want to say is on the wire. */
    void plays() throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        port.player().play(Sound.of(SHORT), (playback, event, nanos) -> {
            if (event != PlaybackListener.Event.STARTED) {
                last.countDown();
            }
        });
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        for (Played one = played.poll(); one != null; one = played.poll()) {
            call.playback(new Mail.CallerPlayback(one.utterance(), one.event(), now()));
        }
    }

    /** Where the conversation stood after its last answer. */
    Stage stage() {
        return stage;
    }

    /** What the conversation was told. */
    List<Input> inputs() {
        return inputs;
    }

    List<CallEvent.Decided> decided() {
        return events(CallEvent.Decided.class).toList();
    }

    /** The templates of what was spoken. */
    List<String> said() {
        return events(CallEvent.Said.class).map(CallEvent.Said::template).toList();
    }

    /** Who was rung. */
    List<String> rung() {
        return events(CallEvent.Outbound.class)
                .filter(leg -> leg.what().equals("invite"))
                .map(CallEvent.Outbound::target)
                .toList();
    }

    private <E extends CallEvent> Stream<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private long now() {
        return began + TimeUnit.MILLISECONDS.toNanos(audioMs);
    }

    private static AgreedStream stream() {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        return new AgreedStream(
                there, there, AudioCodec.PCMU, 0, OptionalInt.of(101), OptionalInt.of(101), 20, true, true);
    }

    @Override
    public void close() {
        call.close();
        legs.forEach(call::far);
    }
}
