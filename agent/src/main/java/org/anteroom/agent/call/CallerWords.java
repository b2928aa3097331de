package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detection;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.watch.Metric;
import org.anteroom.speech.Heard;

/**
 * What the caller says and keys: the detector decides about it first, in every state of the call; then the conversation
 * gets it. Mailbox only.
 */
final class CallerWords {
    private static final long SETTLED_MS = 1_000;
    /** Many times what it takes: what a doubtful rule found waits no longer for its meaning. */
    private static final long JUDGING_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    /** A caller who is gone waits for nothing, so what was said last has more time, should many be judged at once. */
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CallParts parts;
    private final CallerLine caller;
    private final Turn turn;
    private final Conversing conversing;
    private final CallTrace trace;
    private final Consumer<Clause> mind;
    private final Supplier<CallState> state;
    private final Summons summons;
    /** The recogniser says that nothing is heard any more. */
    private boolean deaf;
    /** It does, and nobody was told. */
    private boolean unheard;
    /** The finished clause whose meaning was asked for last and isn't known yet; with the time of asking. */
    private Optional<Clause> asked = Optional.empty();

    private long askedNanos;

    /** @param mind takes what is to be judged by its meaning; the answer comes to {@link #scored} */
    CallerWords(
            CallParts parts,
            CallerLine caller,
            Turn turn,
            Conversing conversing,
            CallTrace trace,
            Consumer<Clause> mind,
            Supplier<CallState> state,
            Summons summons) {
        this.parts = parts;
        this.caller = caller;
        this.turn = turn;
        this.conversing = conversing;
        this.trace = trace;
        this.mind = mind;
        this.state = state;
        this.summons = summons;
    }

    void heard(Heard heard, long nanos) {
        if (heard instanceof Heard.Lost) {
            deaf = true;
            unheard = true;
            unheard(nanos);
        } else {
            deaf = false;
            unheard = false;
        }
        if (!state.get().listening()) {
            return;
        }
        SilenceTimer silence = conversing.silence();
        if (heard instanceof Heard.SpeechStarted) {
            silence.voice(true);
        } else if (heard instanceof Heard.SpeechEnded) {
            silence.voice(false);
        } else if (heard instanceof Heard.Paused paused) {
            turn.paused(paused.audioMs()).ifPresent(decision -> summons.detected(decision, nanos));
        } else if (heard instanceof Heard.Partial partial) {
            Turn.Outcome outcome = turn.heard(partial);
            trace.count(Metric.EMERGENCY_DISCARDED_OWN_VOICE, turn.discarded());
            outcome.decision().ifPresent(decision -> summons.detected(decision, nanos));
            judge(outcome.clause(), nanos);
            if (outcome.words()) {
                silence.words(nanos);
            }
            if (outcome.interrupts()) {
                conversing.interrupt(nanos);
            }
        } else if (heard instanceof Heard.Final whole) {
            silence.voice(false);
            finished(whole, nanos);
        }
    }

    /** Nobody hears the caller any more, so a human must. While somebody is rung or there already, this waits. */
    private void unheard(long nanos) {
        if (unheard && state.get().conversing()) {
            unheard = false;
            summons.detected(new Decision(Grade.CONCERN, "ear.lost", "caller", List.of(), 0), nanos);
        }
    }

    private void finished(Heard.Final whole, long nanos) {
        Turn.Outcome outcome = turn.heard(whole);
        trace.count(Metric.EMERGENCY_DISCARDED_OWN_VOICE, turn.discarded());
        outcome.said().ifPresent(said -> trace.heard(said, caller.clock().nanosAt(whole.speechEndMs())));
        outcome.decision().ifPresent(decision -> summons.detected(decision, nanos));
        judge(outcome.clause(), nanos);
        if (outcome.clause().isEmpty()) {
            unjudged(whole.audioMs(), nanos);
        }
        outcome.said().ifPresentOrElse(said -> conversing.said(said, whole.speechEndMs(), nanos), () -> conversing
                .silence()
                .noWords(nanos));
    }

    private void judge(Optional<Clause> clause, long nanos) {
        clause.ifPresent(words -> {
            if (words.whole()) {
                asked = clause;
                askedNanos = nanos;
            }
            mind.accept(words);
        });
    }

    /** Whether the meaning of what the caller said last is being found out; never for long. */
    boolean judging(long nanos) {
        return asked.isPresent() && nanos - askedNanos < LAST_WORDS_NANOS;
    }

    /** What a clause means has been found out; its words may be some time ago. */
    void scored(Evidence.Scored scored, long nanos) {
        asked = asked.filter(last -> !last.equals(scored.clause()));
        if (state.get().listening()) {
            Detection detection = turn.scored(scored);
            detection.decision().ifPresent(decision -> summons.detected(decision, nanos));
            detection.overruled().ifPresent(doubt -> trace.overruled(doubt, nanos));
        }
    }

    /** Nobody waits for a meaning that doesn't come: what doubtful rules found counts without it. */
    private void unjudged(long untilMs, long nanos) {
        turn.unjudged(untilMs).ifPresent(decision -> summons.detected(decision, nanos));
    }

    private void overdue(long nanos) {
        if (state.get().listening() && nanos - askedNanos >= JUDGING_NANOS) {
            asked.ifPresent(clause -> unjudged(clause.audioMs(), nanos));
        }
    }

    void key(char key, long nanos) {
        trace.keyed(key, nanos);
        Detection detection =
                turn.key(key, conversing.entering(), caller.clock().audioMsAt(nanos));
        detection.decision().ifPresent(decision -> summons.detected(decision, nanos));
        if (key != parts.settings().emergencyKey()) {
            conversing.key(key, detection.personAsked(), nanos);
        }
    }

    /** Time has passed; returns whether the caller asked for a person by a key that had to be waited with. */
    boolean tick(long nanos) {
        unheard(nanos);
        overdue(nanos);
        Detection detection = turn.quiet(caller.clock().audioMsAt(nanos));
        detection.decision().ifPresent(decision -> summons.detected(decision, nanos));
        return detection.personAsked();
    }

    /** A caller who is gone says nothing more: what the detector still waited with is decided now, the rest is judged. */
    void settle(long nanos) {
        if (state.get().listening()) {
            long over = caller.clock().audioMsAt(nanos) + SETTLED_MS;
            turn.paused(over).ifPresent(decision -> summons.detected(decision, nanos));
            judge(turn.brokenOff(over), nanos);
            if (!judging(nanos)) {
                unjudged(over, nanos);
            }
        }
    }

    /** A human has dealt with what was said until now; what comes may be an emergency again. */
    void rearm(long nanos) {
        asked = Optional.empty();
        unheard = deaf;
        turn.rearm(caller.clock().audioMsAt(nanos));
    }

    /** Nothing is waited for any more: what doubtful rules found counts without its meaning. */
    void over(long nanos) {
        settle(nanos);
        if (state.get().listening()) {
            unjudged(Long.MAX_VALUE, nanos);
        }
    }
}
