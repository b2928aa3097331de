package org.anteroom.agent.call;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Clauses;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detection;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.DetectorState;
import org.anteroom.agent.emergency.EntryMode;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Playing;
import org.anteroom.agent.emergency.Reading;
import org.anteroom.agent.emergency.Stretch;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SlotCover;
import org.anteroom.agent.words.Utterance;
import org.anteroom.speech.Alternative;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Word;

/**
 * The caller's turn: whatever is heard or typed goes to the emergency detector first, in every state of the call, and only
 * then becomes something for the conversation. Mailbox only.
 */
final class Turn {
    /**
     * What a piece of the turn came to.
     *
     * @param decision a human is needed: act on it before anything else
     * @param interrupts the caller speaks over us
     * @param words whether words of the caller are in it
     * @param clause what of the turn is to be judged by its meaning now
     * @param said the finished turn, for the conversation
     */
    record Outcome(
            Optional<Decision> decision,
            boolean interrupts,
            boolean words,
            Optional<Clause> clause,
            Optional<Input.Said> said) {}

    /** What recognisers hear worst: whoever reads it chooses between all readings. */
    private static final Set<Hearing> LETTERS_OR_NAMES = EnumSet.of(Hearing.NAME, Hearing.SPELLING, Hearing.MEMBER_ID);

    private final Detector detector;

    private final OwnVoice own;
    private final EchoWatch echo;
    /** Whether the signal shows the caller in a stretch that was looked at before. */
    private final EchoVerdicts verdicts = new EchoVerdicts();

    private final Clauses clauses = new Clauses();

    private DetectorState state;
    private Hearing hearing = Hearing.OPEN;
    private LocalDate today = LocalDate.EPOCH;
    private int countedMs;
    private int discarded;

    Turn(Detector detector, OwnVoice own, EchoWatch echo) {
        this.detector = detector;
        this.own = own;
        this.echo = echo;
        this.state = detector.initial();
    }

    /**
     * What was asked, from now on.
     *
     * @param today where the practice is
     */
    void asked(Hearing kind, LocalDate today) {
        this.hearing = kind;
        this.today = today;
    }

    /** The recogniser's words so far. */
    Outcome heard(Heard.Partial partial) {
        List<HeardWord> words = words(partial.words());
        Optional<Decision> decision = detect(words, false, partial.audioMs());
        boolean interrupts = decision.isEmpty() && BargeIn.interrupts(words, own::ours) && !echo(words);
        Optional<Clause> clause = clauses.heard(BargeIn.said(words, own::ours), false, partial.audioMs())
                .filter(part -> !echo(part.words()));
        return new Outcome(
                decision, interrupts, words.stream().anyMatch(word -> !own.ours(word)), clause, Optional.empty());
    }

    /** The turn is over. */
    Outcome heard(Heard.Final whole) {
        List<HeardWord> words = words(whole.words());
        Optional<Decision> decision = detect(words, true, whole.audioMs());
        List<HeardWord> said = BargeIn.said(words, own::ours);
        boolean callers = !said.isEmpty() && !echo(said);
        List<Reading> others = others(whole);
        Optional<Clause> clause = clauses.ended(callers ? said : List.of(), others, whole.audioMs());
        if (!callers) {
            return new Outcome(decision, false, false, clause, Optional.empty());
        }
        Input.Said input = input(whole, said, readings(others), said.size() == words.size());
        return new Outcome(decision, true, true, clause, Optional.of(input));
    }

    /**
     * For the conversation the slot recogniser's reading comes first where it accounts for all of the turn; never for the detector.
     *
     * @param alone whether nothing of ours is in the turn
     */
    private Input.Said input(Heard.Final whole, List<HeardWord> open, List<List<String>> others, boolean alone) {
        List<Reading> readings = alternatives(whole.slotOthers());
        List<HeardWord> slot = SlotReading.of(words(whole.slot()), readings, hearing, today);
        List<String> first = texts(slot);
        // What the slot recogniser made of our own voice is nobody's name.
        List<List<String>> inSlot = alone && LETTERS_OR_NAMES.contains(hearing) && !first.isEmpty()
                ? Stream.concat(Stream.of(first), readings(readings).stream()).toList()
                : List.of();
        if (!alone || !SlotCover.whole(open, others, slot)) {
            return Input.Said.of(new Utterance(open, true, whole.audioMs()), slot)
                    .orElse(Stream.concat(others.stream(), inSlot.stream())
                            .distinct()
                            .toList());
        }
        List<List<String>> behind = Stream.of(inSlot, List.of(texts(open)), others)
                .flatMap(List::stream)
                .filter(words -> !words.equals(first))
                .distinct()
                .toList();
        return Input.Said.of(new Utterance(slot, true, whole.audioMs()), slot).orElse(behind);
    }

    private static List<String> texts(List<HeardWord> words) {
        return Normaliser.heard(words).stream().map(HeardWord::text).toList();
    }

    /** The other readings, without our own words. */
    private List<Reading> others(Heard.Final whole) {
        return alternatives(whole.others()).stream()
                .map(other -> new Reading(BargeIn.said(other.words(), own::ours), other.behind()))
                .filter(reading -> !reading.words().isEmpty())
                .toList();
    }

    private static List<Reading> alternatives(List<Alternative> others) {
        return others.stream()
                .map(other -> new Reading(words(other.words()), other.behind()))
                .toList();
    }

    /** The same as the conversation reads them. */
    private static List<List<String>> readings(List<Reading> others) {
        return others.stream()
                .map(other -> texts(other.words()))
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    /** What of an unfinished turn is to be judged by its meaning because the caller is gone. */
    Optional<Clause> brokenOff(long audioMs) {
        return clauses.brokenOff(audioMs).filter(part -> !echo(part.words()));
    }

    /** What a clause was found to mean. */
    Detection scored(Evidence.Scored scored) {
        return step(scored);
    }

    /** What was said until then is not judged by its meaning. */
    Optional<Decision> unjudged(long untilMs) {
        return step(new Evidence.Unjudged(untilMs)).decision();
    }

    /** A key; its detection also tells whether a person was asked for. */
    Detection key(char key, boolean entry, long audioMs) {
        return step(new Evidence.Key(key, entry ? EntryMode.DIGITS : EntryMode.CHOICE, audioMs));
    }

    /** The caller has stopped speaking for a moment, or for good. */
    Optional<Decision> paused(long audioMs) {
        return step(new Evidence.Pause(audioMs)).decision();
    }

    /** Time has passed. */
    Detection quiet(long audioMs) {
        return step(new Evidence.Quiet(audioMs, own.spoke(audioMs, audioMs)));
    }

    /** The dialogue takes or asks for a number. */
    void entryTaken(long audioMs) {
        step(new Evidence.EntryTaken(audioMs));
    }

    Optional<Decision> notUnderstood(long audioMs) {
        return step(new Evidence.NotUnderstood(audioMs)).decision();
    }

    void understood(long audioMs) {
        step(new Evidence.Understood(audioMs));
    }

    /** Whether what the words were heard in is our own voice, whatever the recogniser made of it. */
    private boolean echo(List<HeardWord> words) {
        long from = words.stream().mapToInt(HeardWord::startMs).min().orElse(0);
        long to = words.stream().mapToInt(HeardWord::endMs).max().orElse(0);
        return own.spoke(from, to) && echo.echo(from, to);
    }

    /** Hits that match what we say, when we say it, count all the same where the signal shows the caller. */
    private Optional<Decision> detect(List<HeardWord> words, boolean complete, long audioMs) {
        Utterance utterance = new Utterance(words, complete, audioMs);
        List<Playing> playing = own.recent(audioMs);
        Detection detection = detector.step(state, Evidence.Words.over(utterance, playing));
        List<Stretch> callers =
                detection.discarded().stream().filter(this::callers).toList();
        if (!callers.isEmpty()) {
            detection = detector.step(state, new Evidence.Words(utterance, playing, callers));
        }
        count(detection.discarded());
        state = detection.state();
        return detection.decision();
    }

    private boolean callers(Stretch hit) {
        Optional<Boolean> known = verdicts.of(hit);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Boolean> verdict = echo.caller(hit.fromMs(), hit.toMs());
        verdict.ifPresent(callers -> verdicts.add(hit, callers));
        return verdict.orElse(false);
    }

    /** The same hit is found in partial after partial. */
    private void count(List<Stretch> hits) {
        for (Stretch hit : hits) {
            if (hit.fromMs() >= countedMs) {
                countedMs = hit.toMs();
                discarded++;
            }
        }
    }

    /** How many hits were discarded as our own voice since this was asked last. */
    int discarded() {
        int since = discarded;
        discarded = 0;
        return since;
    }

    /** A human has dealt with what was said until now; what comes may be an emergency again. */
    void rearm(long audioMs) {
        state = state.rearmed(audioMs);
    }

    private Detection step(Evidence evidence) {
        Detection detection = detector.step(state, evidence);
        state = detection.state();
        return detection;
    }

    private static List<HeardWord> words(List<Word> words) {
        return words.stream()
                .map(word -> new HeardWord(word.text(), word.confidence(), word.startMs(), word.endMs()))
                .toList();
    }
}
