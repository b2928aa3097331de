package org.anteroom.agent.rehearsal.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Happening;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.Spoken;
import org.anteroom.agent.rehearsal.caller.Manner;
import org.anteroom.agent.rehearsal.caller.Mind;
import org.anteroom.agent.rehearsal.caller.Move;
import org.anteroom.agent.rehearsal.caller.Situation;

/** One call over real SIP and RTP between a caller and the real agent: the caller listens to the agent's sound, and speaks. One
 *  thread, but for what it is told.
 */
final class PhoneTrial {
    private static final int TURN_LIMIT = 60;
    /** The caller and somebody of staff hear each other. */
    private static final String BRIDGED = "bridged";

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    /** After so long people answer what they were asked. */
    private static final Duration PAUSE = Duration.ofMillis(600);

    /** After so long they say something although they were asked nothing. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration LONG_QUIET = Duration.ofMillis(1_500);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);
    /** A caller who hears nothing for so long goes. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** What was said a moment ago may still be the reason for a silence. */
    private static final long SPOKE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LONGEST_SECONDS = 60;
    /** As fast as people press them. */
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(350);

    /** So long somebody hears a greeting who is in a hurry. */
    private static final Duration LISTENS = Duration.ofSeconds(4);

    private static final Duration STAFF_ANSWER_AFTER = Duration.ofSeconds(1);

    private static final double LONG_WAIT_MS = 1_000;

    private final Situation situation;
    private final Mind mind;
    private final CallerSound sound;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Utterance> spoken = new ArrayList<>();
    private final List<Long> stopped = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean alarmed;
    private volatile boolean staff;
    private int turns;
    private int loops;

    PhoneTrial(Situation situation, Mind mind, CallerSound sound) {
        this.situation = situation;
        this.mind = mind;
        this.sound = sound;
    }

    /** Something happened in the agent's call. Any thread. */
    void told(Happening happening) {
        switch (happening.kind()) {
            case SAID -> lines.add("A: " + happening.words());
            case HEARD -> lines.add("   the agent understood: " + happening.words());
            case BARGED_IN -> stopped.add(happening.nanos());
            case DECIDED -> {
                alarmed = true;
                lines.add("! " + happening.what());
            }
            case OUTBOUND -> {
                lines.add("* " + happening.what() + " " + happening.words());
                staff |= happening.what().equals(BRIDGED);
            }
            case STORED -> lines.add("* stored " + happening.what());
            case ENDED -> over.countDown();
            default -> {}
        }
    }

    /** How staff take a call that is put through to them. */
    Answering desk() {
        return Answering.after(STAFF_ANSWER_AFTER, call -> call.awaitEnded(ENDS_WITHIN));
    }

    /** How the clinician on call does. */
    Answering onCall() {
        return Answering.after(STAFF_ANSWER_AFTER, call -> {
            call.awaitSpeech(ANSWERED_WITHIN);
            call.press('1');
            call.awaitEnded(ENDS_WITHIN);
        });
    }

    /** Calls, talks, and hangs up; returns when the agent's call is over as well. */
    Talk call(Phone phone, LineEar ear) throws IOException, InterruptedException {
        try (PhoneCall call = phone.dial(CallExchange.NUMBER)) {
            if (!call.awaitAnswered(ANSWERED_WITHIN)) {
                return new Talk(Ending.UNANSWERED, lines, turns, loops, Timing.NONE);
            }
            long began = System.nanoTime();
            call.speakThrough(sound.mouth());
            Ending ending = talk(call, ear);
            double seconds = (System.nanoTime() - began) / 1e9;
            call.hangUp();
            awaitOver();
            List<Double> answers = answers(call);
            return new Talk(
                    ending, lines, turns, loops, new Timing(sound.speaker().id(), seconds, answers, interruptions()));
        }
    }

    /** How long each turn waited for its answer, ms; a long wait is noted where it was. */
    private List<Double> answers(PhoneCall call) {
        List<Double> answers = new ArrayList<>();
        for (Utterance each : spoken) {
            OptionalDouble waited = call.answeredMs(each.sound());
            if (waited.isPresent()) {
                answers.add(waited.getAsDouble());
                int line = lines.indexOf(each.line());
                if (waited.getAsDouble() > LONG_WAIT_MS && line >= 0) {
                    lines.set(
                            line,
                            String.format(Locale.ROOT, "%s   (waits %.0f ms)", each.line(), waited.getAsDouble()));
                }
            }
        }
        return answers;
    }

    /** A turn of the caller's as it stands among the lines. */
    private record Utterance(String line, Spoken sound) {}

    /**
     * What was said and done on the line.
     *
     * @param lines both sides, in order
     */
    record Talk(Ending ending, List<String> lines, int turns, int loops, Timing timing) {
        Talk {
            lines = List.copyOf(lines);
        }
    }

    private Ending talk(PhoneCall call, LineEar ear) throws IOException, InterruptedException {
        String before = "";
        interrupt(call);
        while (turns < TURN_LIMIT) {
            Optional<String> said = listen(call, ear);
            if (said.isEmpty()) {
                return ended(call);
            }
            lines.add("   the caller understood: " + said.get());
            loops += said.get().equals(before) ? 1 : 0;
            before = said.get();
            Move move = mind.hear(said.get());
            call.listenAfresh();
            if (move instanceof Move.HangUp) {
                lines.add("* hangs up");
                return Ending.HUNG_UP;
            }
            if (move instanceof Move.Say words) {
                turns++;
                say(call, words.words());
            } else if (move instanceof Move.Press keys) {
                turns++;
                press(call, keys.keys());
            }
        }
        return Ending.TURN_LIMIT;
    }

    /** Some don't hear a greeting out. */
    private void interrupt(PhoneCall call) throws IOException, InterruptedException {
        boolean hurried = situation.manner().style() == Manner.Style.HURRIED && situation.seed() % 2 == 0;
        if (hurried && call.awaitSpeech(ANSWERED_WITHIN) && !call.awaitEnded(LISTENS)) {
            call.listenAfresh();
            if (mind.hear("") instanceof Move.Say words) {
                turns++;
                say(call, words.words());
            }
        }
    }

    private Ending ended(PhoneCall call) {
        if (staff) {
            return alarmed ? Ending.EMERGENCY : Ending.TRANSFER;
        }
        return call.ending().isPresent() ? Ending.GOODBYE : Ending.HUNG_UP;
    }

    /** What the agent says until it is quiet; empty when there is nobody to talk to any more. */
    private Optional<String> listen(PhoneCall call, LineEar ear) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        String said = "";
        while (System.nanoTime() < until) {
            boolean pause = call.awaitTurn(slow() ? QUIET : PAUSE, STEP);
            ear.hear(call.heardFrom(ear.fed()));
            if (staff || call.ending().isPresent()) {
                mind.overhear((said + " " + ear.said()).strip());
                return Optional.empty();
            }
            if (pause) {
                said = (said + " " + ear.said()).strip();
                if (mind.asked(said) || call.awaitTurn(slow() ? LONG_QUIET : QUIET, Duration.ZERO)) {
                    return Optional.of(said);
                }
                call.awaitEnded(STEP);
            }
        }
        lines.add("* nobody says anything");
        return Optional.empty();
    }

    /** Whether they take their time. */
    private boolean slow() {
        Manner.Style style = situation.manner().style();
        return style == Manner.Style.ELDERLY || style == Manner.Style.HESITANT;
    }

    private void say(PhoneCall call, String words) throws IOException, InterruptedException {
        short[] pcm = sound.say(words);
        String line = "C: " + words;
        lines.add(line);
        CompletableFuture<Spoken> said = sound.mouth().say(pcm);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < until && call.ending().isEmpty()) {
            try {
                Spoken whole = said.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
                long ended = whole.endedNanos() - CallerSound.SILENT_END.toNanos();
                spoken.add(new Utterance(line, new Spoken(whole.startedNanos(), ended)));
                break;
            } catch (TimeoutException goesOn) {
                continue;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A caller's sound failed.", e);
            }
        }
        call.listenAfresh();
    }

    private void press(PhoneCall call, String keys) throws InterruptedException {
        lines.add("K: " + keys);
        for (int at = 0; at < keys.length(); at++) {
            call.press(keys.charAt(at));
            if (call.awaitEnded(BETWEEN_KEYS)) {
                return;
            }
        }
        call.listenAfresh();
    }

    private void awaitOver() throws InterruptedException {
        if (!over.await(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            lines.add("* the agent's call did not end");
        }
    }

    /** How often the agent fell silent although the caller had said nothing. */
    private int interruptions() {
        return (int) stopped.stream()
                .filter(nanos -> spoken.stream()
                        .noneMatch(each -> nanos >= each.sound().startedNanos()
                                && nanos <= each.sound().endedNanos() + SPOKE_NANOS))
                .count();
    }
}
