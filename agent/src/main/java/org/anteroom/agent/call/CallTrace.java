package org.anteroom.agent.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.emergency.DataVersion;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.words.HeardWord;

/**
 * Everything that is told about one call while it goes on: to the journal, the observer, the counters and the latency log.
 * Mailbox only.
 */
final class CallTrace {
    private static final String INVITE = "invite";

    private record Hidden(Input.Said said, long nanos) {
        /** Whether a decision rests on it. */
        private boolean holds(Decision decision) {
            return decision.words().stream()
                    .anyMatch(word -> word.endMs() > said.clip().fromMs()
                            && word.endMs() <= said.clip().toMs());
        }
    }

    private final String call;
    private final CallJournal journal;
    private final CallObserver observer;
    private final Counters counters;
    private final LatencyLog latencies;
    private final boolean secret;
    /** What was heard last and told to nobody. */
    private Optional<Hidden> hidden = Optional.empty();
    /** An emergency was decided and the conversation has not gone on since. */
    private boolean emergency;

    private final Map<Latency, Long> since = new EnumMap<>(Latency.class);

    CallTrace(String call, CallJournal journal, CallObserver observer, Counters counters, LatencyLog latencies) {
        this(call, journal, observer, counters, latencies, false);
    }

    /** @param secret whether what the caller types and says is nobody's business, as long as it is no emergency */
    CallTrace(
            String call,
            CallJournal journal,
            CallObserver observer,
            Counters counters,
            LatencyLog latencies,
            boolean secret) {
        this.call = call;
        this.journal = journal;
        this.observer = observer;
        this.counters = counters;
        this.latencies = latencies;
        this.secret = secret;
    }

    String call() {
        return call;
    }

    void note(long nanos, Kind kind, String detail) {
        journal.note(nanos, kind, detail);
    }

    void count(Metric metric) {
        counters.increment(metric);
    }

    void count(Metric metric, int times) {
        counters.add(metric, times);
    }

    void answered(long nanos) {
        counters.increment(Metric.CALLS_ANSWERED);
        journal.note(nanos, Kind.CALL, "answered");
        observer.on(new CallEvent.Answered(call, nanos));
    }

    void heard(Input.Said said, long nanos) {
        if (hides()) {
            hidden = Optional.of(new Hidden(said, nanos));
            return;
        }
        String text = String.join(" ", said.words());
        journal.note(nanos, Kind.HEARD, text);
        observer.on(new CallEvent.Heard(call, nanos, text));
    }

    /** Where keys are secret, digits are not told at all: their number and their times would tell something of a PIN. */
    void keyed(char key, long nanos) {
        if (hides() && Character.isLetterOrDigit(key)) {
            return;
        }
        journal.note(nanos, Kind.KEY, String.valueOf(key));
        observer.on(new CallEvent.Keyed(call, nanos, key));
    }

    /** Until an emergency: whoever looks into it must know what was said. */
    private boolean hides() {
        return secret && !emergency;
    }

    /** Where the call stands now; where the conversation has it, what is secret is so again. */
    void conversing(boolean conversing) {
        emergency &= !conversing;
    }

    void said(Prompter.Utterance utterance, long nanos) {
        journal.note(nanos, Kind.SAID, utterance.key());
        observer.on(new CallEvent.Said(call, nanos, utterance.key(), utterance.text()));
        ends(Latency.SPEECH_TO_ANSWER, nanos);
    }

    void bargedIn(long nanos) {
        counters.increment(Metric.BARGE_INS);
        observer.on(new CallEvent.BargedIn(call, nanos));
        begins(Latency.BARGE_IN_TO_SILENCE, nanos);
    }

    /** A sentence of ours was cut: silence is on the wire since then. */
    void silenced(long nanos) {
        ends(Latency.BARGE_IN_TO_SILENCE, nanos);
        ends(Latency.DECISION_TO_SILENCE, nanos);
    }

    /** @param wordNanos when the decisive word ended, or the key was pressed */
    void decided(Decision decision, long wordNanos, long nanos) {
        counters.increment(decision.grade() == Grade.ALARM ? Metric.EMERGENCY_ALARMS : Metric.EMERGENCY_CONCERNS);
        emergency = true;
        hidden.filter(words -> words.holds(decision)).ifPresent(words -> heard(words.said(), words.nanos()));
        hidden = Optional.empty();
        person(decision, nanos);
        if (!decision.words().isEmpty()) {
            int endMs = decision.words().get(decision.words().size() - 1).endMs();
            journal.note(wordNanos, Kind.WORD, "ends at " + endMs + " ms of the call's sound");
            journal.note(nanos, Kind.EVIDENCE, HeardWord.text(decision.words()));
            journal.note(nanos, Kind.EVIDENCE, found(decision));
        }
        meaning(decision, nanos);
        observer.on(
                new CallEvent.Decided(call, nanos, decision.grade().toString(), decision.rule(), decision.category()));
        begins(Latency.DECISION_TO_INVITE, wordNanos);
    }

    /** A human is needed: by the detector, which counts as well, or because the conversation wants one or is lost. */
    void person(Decision decision, long nanos) {
        journal.note(nanos, Kind.DECISION, decision.grade() + " " + decision.rule() + " " + decision.category());
    }

    /** What is doubtful was found, and the meaning of the turn spoke against it. */
    void overruled(Decision doubt, long nanos) {
        counters.increment(Metric.EMERGENCY_OVERRULED);
        journal.note(nanos, Kind.EVIDENCE, "overruled " + doubt.rule() + " " + doubt.category());
        journal.note(nanos, Kind.EVIDENCE, HeardWord.text(doubt.words()));
        meaning(doubt, nanos);
    }

    private void meaning(Decision decision, long nanos) {
        decision.score().ifPresent(score -> journal.note(nanos, Kind.EVIDENCE, "meaning " + score));
    }

    void leg(FarLeg leg, String what, long nanos) {
        String whom = what.equals(INVITE) ? " " + TargetLabel.of(leg.target()) : "";
        journal.note(nanos, Kind.LEG, leg.number() + " " + what + whom);
        observer.on(new CallEvent.Outbound(call, nanos, leg.number(), leg.target(), what));
    }

    /** The first sound of a sentence to the phone is on the wire. */
    void legHears(FarLeg leg, long nanos) {
        journal.note(nanos, Kind.LEG, leg.number() + " hears it");
    }

    /** The way to a human is over. {@code why}: a fixed sentence and names of targets. */
    void ladderOver(String why, long nanos) {
        journal.note(nanos, Kind.LADDER, TargetLabel.of(why));
    }

    /** Who took the emergency says that it was none. */
    void falseAlarm(FarLeg leg, long nanos) {
        counters.increment(Metric.EMERGENCY_FALSE_ALARMS);
        leg(leg, "false alarm", nanos);
    }

    void stored(Input outcome, long nanos) {
        if (outcome instanceof Input.Found || outcome instanceof Input.Refused) {
            journal.note(nanos, Kind.REQUEST, outcome instanceof Input.Found ? "looked up" : "refused by the book");
            return;
        }
        String reference = outcome instanceof Input.Committed committed ? committed.reference() : "";
        journal.note(nanos, Kind.REQUEST, reference.isEmpty() ? "not stored" : "stored " + reference);
        if (!reference.isEmpty()) {
            observer.on(new CallEvent.Stored(call, nanos, reference));
        }
    }

    /** @param what a class name or a fixed sentence: nothing a caller said */
    void fault(String what, long nanos) {
        journal.note(nanos, Kind.FAULT, what);
    }

    void ended(String why, long nanos) {
        journal.note(nanos, Kind.CALL, "ended " + why);
        observer.on(new CallEvent.Ended(call, nanos, why));
    }

    /** What is measured begins at {@code nanos}; a later beginning replaces an earlier one. */
    void begins(Latency what, long nanos) {
        since.put(what, nanos);
    }

    /** What is measured did not happen. */
    void forget(Latency what) {
        since.remove(what);
    }

    /** What is measured ended; nothing when it had not begun. */
    void ends(Latency what, long nanos) {
        Long from = since.remove(what);
        if (from != null) {
            Duration took = Duration.ofNanos(nanos - from);
            latencies.add(what, took);
            counters.observe(what.metric(), took);
            journal.note(nanos, Kind.LATENCY, what + " " + took.toMillis());
            observer.on(new CallEvent.Measured(call, nanos, what, took));
        }
    }

    /** Where in the sound, and by which data: a rule by the phrases, a score by the weights, a doubtful rule by both. */
    private static String found(Decision decision) {
        List<String> by = new ArrayList<>();
        if (!decision.byMeaning()) {
            by.add("phrases " + DataVersion.phrases());
        }
        if (decision.score().isPresent()) {
            by.add("weights " + DataVersion.weights());
        }
        String data = String.join(", ", by);
        return "found at " + decision.audioMs() + " ms of the call's sound by " + data;
    }
}
