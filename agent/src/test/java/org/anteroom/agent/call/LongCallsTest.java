package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.Spoken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole calls that take as long as people talk: real SIP, RTP, recognition, synthesis, database. They are made at the same
 * time, as in a practice.
 */
final class LongCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final double DOCTOR_HZ = 620;
    private static final int SAMPLES_PER_MS = 8;
    private static final int PAUSE_MS = 1_000;
    private static final int MONOLOGUE_MS = 40_000;
    /** What a recording begins or ends with that isn't speech. */
    private static final int QUIET = 200;

    private static final List<String> ORDINARY = List.of("message-about", "message-wish", "message-more", "hours-wish");

    @TempDir
    static Path folder;

    private static final List<OneCall> CALLS = new ArrayList<>();
    private static Clinic clinic;
    private static ExecutorService callers;
    private static Future<OneCall> whole;
    private static Future<OneCall> inPieces;
    private static Future<OneCall> monologue;

    @BeforeAll
    static void allCall() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(DOCTOR_HZ));
        Phone phone = clinic.phone(Clinic.CALLER);
        for (int i = 0; i < 3; i++) {
            CALLS.add(OneCall.of(clinic, phone));
        }
        callers = Executors.newCachedThreadPool();
        whole = begin(CALLS.get(0), LongCallsTest::leavesAMessage);
        inPieces = begin(CALLS.get(1), LongCallsTest::leavesAMessageInPieces);
        monologue = begin(CALLS.get(2), LongCallsTest::talksOnAndOn);
    }

    @AfterAll
    static void allHangUp() throws Exception {
        callers.shutdownNow();
        for (OneCall call : CALLS) {
            call.close();
        }
        clinic.close();
    }

    private interface Caller {
        void talks(OneCall call) throws Exception;
    }

    private static Future<OneCall> begin(OneCall call, Caller caller) {
        Callable<OneCall> talk = () -> {
            caller.talks(call);
            return call;
        };
        return callers.submit(talk);
    }

    private static OneCall over(Future<OneCall> call) throws Exception {
        return call.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aMessageIsStoredBeforeItIsSpokenOfAsSaved() throws Exception {
        OneCall call = over(whole);
        assertThat(said(call).get(0))
                .as("the first sentence of every call")
                .isEqualTo(TemplateId.GREETING_EMERGENCY.key());
        assertThat(call.all())
                .as("told as saved after it was stored")
                .filteredOn(event -> event instanceof CallEvent.Stored || saved(event))
                .first()
                .isInstanceOf(CallEvent.Stored.class);
        Message message = message(call);
        assertThat(message.content().callBack()).contains("2125550173");
        assertThat(message.content().incomplete()).isFalse();
        assertThat(call.all()).noneMatch(CallEvent.BargedIn.class::isInstance);
    }

    private static void leavesAMessage(OneCall call) throws Exception {
        for (String clip : List.of(
                "message-wish",
                "message-name",
                "message-no",
                "message-number",
                "message-yes",
                "message-about",
                "message-nothing")) {
            call.answers(clip);
        }
        call.nextSaid(TemplateId.MESSAGE_SAVED);
        call.answers("message-bye");
        assertThat(call.phone.awaitEnded(SOON)).isTrue();
    }

    /** A caller who thinks in the middle of a message is answered too early, and loses nothing by it. */
    @Test
    void whatFollowsAPauseStopsOurQuestionAndIsAddedToTheMessage() throws Exception {
        OneCall call = over(inPieces);
        assertThat(message(call).content().about().orElse("")).contains("twice").contains("still on my desk");
        List<CallEvent> events = call.all();
        int asked = said(events, TemplateId.ASK_ABOUT);
        assertThat(events.subList(asked, events.size()))
                .as("our question, begun in the pause, gave way")
                .anyMatch(CallEvent.BargedIn.class::isInstance);
    }

    private static void leavesAMessageInPieces(OneCall call) throws Exception {
        beginsAMessage(call);
        short[] pause = new short[PAUSE_MS * SAMPLES_PER_MS];
        short[] first = CallerAudio.clip("message-about").pcm();
        short[] second = CallerAudio.clip("message-more").pcm();
        call.answers("the message", joined(joined(first, pause), second));
        call.answers("message-nothing");
        call.next(CallEvent.Stored.class, stored -> true);
    }

    /** Said while a message is recorded, in the middle of it. */
    @Test
    void anEmergencyAfterFortySecondsOfTalkReachesTheDoctorWhileTheCallerTalksOn() throws Exception {
        OneCall call = over(monologue);
        List<CallEvent> events = call.all();
        assertThat(events.subList(decided(events), events.size()))
                .as("what is said to the caller from then on")
                .filteredOn(CallEvent.Said.class::isInstance)
                .extracting(event -> ((CallEvent.Said) event).template())
                .containsOnly(TemplateId.CONNECTING.key());
    }

    private static void talksOnAndOn(OneCall call) throws Exception {
        beginsAMessage(call);
        short[] talk = new short[0];
        for (int i = 0; talk.length < MONOLOGUE_MS * SAMPLES_PER_MS; i++) {
            talk = joined(talk, spoken(ORDINARY.get(i % ORDINARY.size())));
        }
        short[] whole = joined(joined(talk, spoken("emergency-breathe")), spoken("message-about"));
        CompletableFuture<Spoken> talking = CompletableFuture.supplyAsync(() -> says(call, whole), callers);
        CallEvent.Decided decided = call.next(
                CallEvent.Decided.class,
                one -> true,
                Duration.ofMillis(MONOLOGUE_MS).plus(SOON));
        CallersSide side = CallersSide.of(call.phone);
        assertThat(decided.grade()).isEqualTo("ALARM");
        assertThat(talking.isDone()).as("the caller has stopped talking").isFalse();
        call.next(CallEvent.Outbound.class, leg -> leg.what().equals("bridged"));
        side.isUnbroken();
        assertThat(call.phone.hears(DOCTOR_HZ, SOON)).isTrue();
    }

    private static Spoken says(OneCall call, short[] pcm) {
        try {
            return call.phone.say(pcm);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Over the greeting, with the number that the call comes from, up to the message itself. */
    private static void beginsAMessage(OneCall call) throws Exception {
        call.interrupts("message-wish");
        call.nextSaid(TemplateId.TAKING_MESSAGE);
        call.answers("message-name");
        call.nextSaid(TemplateId.ASK_SAME_NUMBER);
        call.phone.press('1');
        call.nextSaid(TemplateId.ASK_ABOUT);
        call.phone.listenAfresh();
    }

    private static Message message(OneCall call) throws Exception {
        List<Message> messages = clinic.messages().stream()
                .filter(message -> message.content().callId().equals(call.id()))
                .toList();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static boolean saved(CallEvent event) {
        return event instanceof CallEvent.Said said && said.template().equals(TemplateId.MESSAGE_SAVED.key());
    }

    private static List<String> said(OneCall call) {
        return call.all().stream()
                .filter(CallEvent.Said.class::isInstance)
                .map(event -> ((CallEvent.Said) event).template())
                .toList();
    }

    private static int said(List<CallEvent> events, TemplateId template) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof CallEvent.Said said && said.template().equals(template.key())) {
                return i;
            }
        }
        throw new AssertionError(template + " was not said: " + events);
    }

    private static int decided(List<CallEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof CallEvent.Decided) {
                return i;
            }
        }
        throw new AssertionError("nothing was decided: " + events);
    }

    private static short[] joined(short[] one, short[] other) {
        short[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Without the silence around a recording, so that nothing is a pause. */
    private static short[] spoken(String clip) throws Exception {
        short[] pcm = CallerAudio.clip(clip).pcm();
        int from = 0;
        int to = pcm.length;
        while (from < to && Math.abs(pcm[from]) < QUIET) {
            from++;
        }
        while (to > from && Math.abs(pcm[to - 1]) < QUIET) {
            to--;
        }
        return Arrays.copyOfRange(pcm, from, to);
    }
}
