package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Render;
import org.anteroom.speech.SpokenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our own voice coming back from the caller's line, as a bad line would send it: late, weaker, and with nothing that cancels
 * it. Through the listening path of a call.
 */
final class OwnVoiceEchoTest {
    private static final int FRAME = 160;
    private static final int SAMPLES_PER_MS = 8;
    private static final int DELAY_MS = 140;
    private static final int GAP_MS = 1_400;

    /** Decibels: nothing of ours comes back. */
    private static final int SILENT = -120;

    private record Outcome(List<String> decisions, List<String> interruptions) {}

    /** Every sentence as loud as a line may return it, and once more weaker: each takes as long as a call's recogniser does. */
    @ParameterizedTest
    @CsvSource({"-10, 0, 1", "-20, 0, 2", "-30, 1, 2"})
    void noSentenceOfOursRaisesAnAlarmOrInterruptsUs(int decibels, int first, int step) throws Exception {
        List<Render> all = renders();
        List<Render> renders = IntStream.iterate(first, at -> at < all.size(), at -> at + step)
                .mapToObj(all::get)
                .toList();
        int half = renders.size() / 2;
        List<Outcome> both = atOnce(
                () -> echoes(renders.subList(0, half), decibels),
                () -> echoes(renders.subList(half, renders.size()), decibels));
        for (Outcome one : both) {
            assertThat(one.decisions()).as("decisions").isEmpty();
            assertThat(one.interruptions()).as("interruptions").isEmpty();
        }
    }

    private static Outcome echoes(List<Render> renders, int decibels) throws Exception {
        Outcome all = new Outcome(new ArrayList<>(), new ArrayList<>());
        try (Ear ear = new Ear()) {
            for (Render render : renders) {
                Outcome one = new Outcome(new ArrayList<>(), new ArrayList<>());
                ear.echo(render, decibels, Optional.empty(), one);
                all.decisions().addAll(one.decisions());
                all.interruptions().addAll(one.interruptions());
            }
        }
        return all;
    }

    /** Two lines at once, as there are two cores to hear them: what takes minutes otherwise. */
    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService lines = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = lines.submit(one);
            Future<T> second = lines.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            lines.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -20})
    void aCallerWhoTellsOfAnEmergencyOverTheEchoOfTheGreetingIsHeard(int decibels) throws Exception {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        Render greeting = renders().get(0);
        try (Ear ear = new Ear()) {
            ear.echo(greeting, decibels, Optional.of(CallerAudio.clip("hours-chest-pain")), outcome);
        }
        assertThat(outcome.decisions())
                .as("what was heard: " + outcome.interruptions())
                .anyMatch(decision -> decision.startsWith(Grade.ALARM.name()));
    }

    /**
     * The words, and when they are due in the greeting: the caller says them then. Not among them: "a life is in danger"
     * over an echo of -10 dB that nothing cancels yet, and "nine one one" over one: they are too much like the echo alone, see
     * decisions 001, 002 and 004.
     */
    @ParameterizedTest
    @CsvSource({
        "over-emergency, 300, -10, false",
        "over-danger, 200, -20, false",
        "over-nine-one-one, 1400, -20, false",
        "over-emergency, 300, -10, true",
        "over-danger, 200, -20, true",
        "over-nine-one-one, 1400, -20, true"
    })
    void aCallerWhoSaysOurVeryWordsOverThemIsHeard(String clip, int atMs, int decibels, boolean cancelled)
            throws Exception {
        short[] late = late(clip, atMs);
        Render greeting = renders().get(0);
        List<String> decisions;
        if (cancelled) {
            decisions = EchoingLine.decisions(greeting, decibels, late);
        } else {
            Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
            try (Ear ear = new Ear()) {
                ear.echo(
                        greeting,
                        decibels,
                        Optional.of(new CallerAudio.Clip(clip, "", OptionalInt.empty(), late)),
                        outcome);
            }
            decisions = outcome.decisions();
        }
        assertThat(decisions)
                .as(clip + " at " + atMs + " ms over " + decibels + " dB" + (cancelled ? ", cancelled" : ""))
                .isNotEmpty();
    }

    /** The canceller must not take for an echo what is none: a line that returns nothing, a caller at any moment of the greeting. */
    @ParameterizedTest
    @CsvSource({"emergency-overdose, 300, 1500", "emergency-unconscious, 900, 2100", "emergency-shout, 1200, 1800"})
    void aCallerOverTheGreetingIsHeardOnALineWithoutEcho(String clip, int atMs, int orAtMs) throws Exception {
        Render greeting = renders().get(0);
        List<List<String>> both = atOnce(
                () -> EchoingLine.decisions(greeting, SILENT, late(clip, atMs)),
                () -> EchoingLine.decisions(greeting, SILENT, late(clip, orAtMs)));
        assertThat(both.get(0)).as(clip + " at " + atMs + " ms").isNotEmpty();
        assertThat(both.get(1)).as(clip + " at " + orAtMs + " ms").isNotEmpty();
    }

    private static short[] late(String clip, int atMs) throws IOException {
        short[] caller = CallerAudio.clip(clip).pcm();
        short[] late = new short[atMs * SAMPLES_PER_MS + caller.length];
        System.arraycopy(caller, 0, late, atMs * SAMPLES_PER_MS, caller.length);
        return late;
    }

    @Test
    void whatACancellerLeavesOfOurGreetingIsNotTheCaller() throws Exception {
        Render greeting = renders().get(0);
        assertThat(atOnce(
                        () -> EchoingLine.decisions(greeting, -10, new short[0]),
                        () -> EchoingLine.decisions(greeting, -20, new short[0])))
                .allSatisfy(decisions -> assertThat(decisions).isEmpty());
    }

    @Test
    void aCallerMayAnswerWithOurOwnWords() {
        OwnVoice own = new OwnVoice();
        own.started(1, "would you like to leave a message", 1_900, 0);
        own.ended(1, 1_900);
        assertThat(own.ours(new HeardWord("message", 1, 2_800, 3_100))).isFalse();
    }

    /** Every sentence that is rendered before it is needed, the emergency sentence of the greeting first. */
    private static List<Render> renders() throws Exception {
        BuiltPrompts prompts = new BuiltPrompts();
        Set<String> texts = new LinkedHashSet<>(Prompts.fixed());
        texts.addAll(Prompts.forPractice(Catalogue.of(PracticeType.MEDICAL), "Maple Street Clinic"));
        List<Render> renders = new ArrayList<>();
        for (String text : texts) {
            renders.add(prompts.get(text));
        }
        return renders;
    }

    /** The listening path of one call, with its own voice and detector. */
    private static final class Ear implements AutoCloseable {
        private final Listening listening;
        private final Senses senses = Senses.shared();
        private final EchoWatch watch = new EchoWatch();
        private long samples;

        Ear() throws Exception {
            listening = senses.ears.listening();
        }

        /** Plays a sentence to a line that echoes, stops it as the call would, and takes what is heard. */
        void echo(Render render, int decibels, Optional<CallerAudio.Clip> caller, Outcome outcome) {
            OwnVoice own = new OwnVoice();
            Turn turn = new Turn(senses.detector, own, watch);
            int callers = caller.map(clip -> clip.pcm().length).orElse(0);
            int length = Math.max(render.pcm().length + DELAY_MS * SAMPLES_PER_MS, callers) + GAP_MS * SAMPLES_PER_MS;
            short[] sent = new short[length];
            long startMs = samples / SAMPLES_PER_MS;
            own.started(1, SpokenText.words(render.text()), render.durationMs(), startMs);
            boolean over = false;
            for (int from = 0; from + FRAME <= length; from += FRAME) {
                long nowMs = samples / SAMPLES_PER_MS;
                if (!over
                        && (from >= render.pcm().length
                                || !outcome.interruptions().isEmpty())) {
                    over = true;
                    own.ended(1, nowMs);
                }
                if (!over) {
                    System.arraycopy(render.pcm(), from, sent, from, Math.min(FRAME, render.pcm().length - from));
                }
                short[] frame = incoming(sent, from, decibels, caller);
                samples += FRAME;
                watch.frame(frame, Arrays.copyOfRange(sent, from, from + FRAME));
                for (Heard heard : listening.feed(frame, FRAME)) {
                    note(turn, heard, render, outcome);
                }
                turn.quiet(nowMs).decision().ifPresent(decision -> note(decision, render, outcome));
            }
        }

        private static void note(Turn turn, Heard heard, Render render, Outcome outcome) {
            if (heard instanceof Heard.Partial partial) {
                Turn.Outcome now = turn.heard(partial);
                now.decision().ifPresent(decision -> note(decision, render, outcome));
                if (now.interrupts()) {
                    outcome.interruptions().add(render.text() + " <- " + partial.words());
                }
            } else if (heard instanceof Heard.Paused paused) {
                turn.paused(paused.audioMs()).ifPresent(decision -> note(decision, render, outcome));
            } else if (heard instanceof Heard.Final whole) {
                Turn.Outcome now = turn.heard(whole);
                now.decision().ifPresent(decision -> note(decision, render, outcome));
                now.said().ifPresent(said -> outcome.interruptions().add(render.text() + " <= " + said.words()));
            }
        }

        private static void note(Decision decision, Render render, Outcome outcome) {
            outcome.decisions().add(decision.grade() + " " + decision.rule() + " <- " + render.text());
        }

        /** What comes from the caller's line: what we sent, later and weaker, and perhaps the caller. */
        private static short[] incoming(short[] sent, int from, int decibels, Optional<CallerAudio.Clip> caller) {
            double gain = Math.pow(10, decibels / 20.0);
            short[] frame = new short[FRAME];
            for (int i = 0; i < FRAME; i++) {
                int echoed = from + i - DELAY_MS * SAMPLES_PER_MS;
                double sample = echoed < 0 ? 0 : sent[echoed] * gain;
                if (caller.isPresent() && from + i < caller.get().pcm().length) {
                    sample += caller.get().pcm()[from + i];
                }
                frame[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
            }
            return frame;
        }

        @Override
        public void close() {
            listening.close();
        }
    }
}
