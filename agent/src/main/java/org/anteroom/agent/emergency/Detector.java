package org.anteroom.agent.emergency;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;

/**
 * Listens to everything a caller says and types and decides when a human must come to the line.
 *
 * <p>Immutable, deterministic, shared by all calls; what belongs to a call is in its {@link DetectorState}. A step costs
 * well under a millisecond whatever the input. Each rise of the grade is decided once: the same words never fire twice.
 *
 * <p>Hits latch: a settle rule seen for {@value #STEADY_MS} ms and then gone isn't forgotten, since recognisers lose words again that
 * were really said; only words that change its meaning ("no ...") take it back. Such a one, and a doubtful rule, is decided when the turn
 * is over, unless its meaning is plainly another.
 */
public final class Detector {

    /** Words older than this are forgotten; hits are looked for in the last 20 s of it, the rest is their context. */
    private static final int MEMORY_MS = 26_000;
    /** More words than anybody says in that time; the rest of a longer turn is not looked at again. */
    private static final int MOST_WORDS = 120;
    /** A guess that the recogniser itself takes back sooner was none of the caller's, ms. */
    private static final int STEADY_MS = 200;
    /** No new word for so long is a pause where the sound can't show one because we speak ourselves, ms. */
    private static final int PAUSE_MS = 300;
    /** No new word for so long settles a waiting rule even where the sound shows no pause, ms. */
    private static final int WORDLESS_MS = 1_000;

    private static final int NOT_UNDERSTOOD = 2;

    /** The rule's name of a decision by meaning. */
    static final String MEANING = "meaning";
    /** From here on a whole turn means an emergency; what each threshold costs is written in decision 003. */
    public static final double ENOUGH_WHOLE = 0.4;
    /** The same for the last words of a turn that goes on: its end may still change the meaning. */
    public static final double ENOUGH_RUNNING = 0.7;
    /** From here on it is an alarm. */
    public static final double CERTAIN = 0.7;

    /** Up to here the meaning of a turn speaks against doubtful rules; what that costs is written in decision 003. */
    public static final double PLAINLY_HARMLESS = -0.3;

    /** Above this, half of what decides alone, what rules find in another reading of a turn counts. */
    private static final double LIKELY = 0.2;

    /** No new word for so long decides what only waits for the end of a turn, which noise may hide, ms. */
    private static final int ENDLESS_MS = 3_000;

    private final RuleBook rules;
    private final Keys keys;

    public Detector(RuleBook rules, Keys keys) {
        this.rules = requireNonNull(rules, "rules");
        this.keys = requireNonNull(keys, "keys");
    }

    /** The state at the start of a call. */
    public DetectorState initial() {
        return DetectorState.INITIAL;
    }

    /** Takes one piece of evidence into account. */
    public Detection step(DetectorState state, Evidence evidence) {
        if (evidence instanceof Evidence.Words words) {
            return words(state, words);
        }
        if (evidence instanceof Evidence.Scored scored) {
            return scored(state, scored);
        }
        if (evidence instanceof Evidence.Unjudged unjudged) {
            return unjudged(state, unjudged.untilMs());
        }
        if (evidence instanceof Evidence.Key key) {
            return key(state, key);
        }
        if (evidence instanceof Evidence.Pause) {
            return settled(state);
        }
        if (evidence instanceof Evidence.Quiet quiet) {
            return quiet(state, quiet);
        }
        if (evidence instanceof Evidence.NotUnderstood not) {
            int times = state.notUnderstood() + 1;
            DetectorState counted = state.withNotUnderstood(times);
            return times >= NOT_UNDERSTOOD
                    ? decided(counted, without(Grade.CONCERN, "not-understood-twice", "not-understood", not.atMs()))
                    : nothing(counted);
        }
        return nothing(
                evidence instanceof Evidence.Understood ? state.withNotUnderstood(0) : state.withKeys(KeyEntry.EMPTY));
    }

    /** The rules that a finished sentence holds, in their contexts: for people who want to know why. */
    public List<Found> explain(Utterance sentence) {
        return rules.hits(List.of(Normaliser.heard(sentence.words())), true).stream()
                .map(Found::of)
                .distinct()
                .toList();
    }

    private Detection words(DetectorState state, Evidence.Words evidence) {
        List<HeardWord> turn = recent(evidence.utterance().words(), state.sinceMs());
        List<List<HeardWord>> turns = turns(state.earlier(), turn);
        boolean complete = evidence.utterance().complete();
        long audioMs = evidence.utterance().audioMs();

        List<Decision> due = new ArrayList<>();
        List<Stretch> discarded = new ArrayList<>();
        Map<Integer, Waiting> waiting = new HashMap<>(state.waiting());
        if (!turn.isEmpty()) {
            waiting.values().removeIf(each -> audioMs - each.decision().audioMs() < STEADY_MS);
            waiting.replaceAll((id, each) -> each.doubted());
        }
        Set<Integer> meant = new HashSet<>();
        List<Hit> hits = rules.hits(turns, complete);
        hits.forEach(hit -> waiting.remove(hit.id()));
        waiting.keySet().removeIf(rules::closes);
        for (Hit hit : hits) {
            if (hit.grade() == Grade.NONE) {
                continue;
            }
            Stretch where = Stretch.of(hit.words());
            if (OwnVoice.carries(hit.words(), evidence.playing())
                    && !evidence.callers().contains(where)) {
                discarded.add(where);
            } else if (meant.add(hit.id())) {
                boolean doubtful = hit.rule().timing() == Timing.DOUBTFUL;
                if (hit.settled() && !doubtful) {
                    due.add(decision(hit, audioMs));
                } else {
                    Waiting before = state.waiting().get(hit.id());
                    long sinceMs = before == null ? audioMs : before.decision().audioMs();
                    waiting.put(hit.id(), new Waiting(decision(hit, sinceMs), doubtful));
                }
            }
        }
        List<Decision> doubts = state.doubts();
        if (complete) {
            due.addAll(decisions(only(false, waiting)));
            List<Decision> doubtful = decisions(only(true, waiting));
            waiting.clear();
            if (turn.isEmpty()) {
                due.addAll(doubtful);
            } else if (!doubtful.isEmpty()) {
                due.addAll(doubts);
                doubts = doubtful;
            }
        }
        long lastEndMs = turn.isEmpty()
                ? state.lastWordEndMs()
                : turn.get(turn.size() - 1).endMs();
        boolean said = complete && !turn.isEmpty();
        DetectorState next = state.withWords(said ? turns : state.earlier(), waiting, lastEndMs)
                .withDoubts(doubts);
        return decided(next, gravest(due)).discarding(discarded);
    }

    private static Decision decision(Hit hit, long audioMs) {
        return new Decision(hit.grade(), hit.rule().name(), hit.rule().category(), hit.words(), audioMs);
    }

    /** Meaning adds to the rules and takes back only doubtful ones. Doubt goes to the nearest person, like every concern. */
    private Detection scored(DetectorState state, Evidence.Scored scored) {
        Clause clause = scored.clause();
        Score score = scored.score();
        if (clause.words().get(0).startMs() < state.sinceMs()) {
            return nothing(state);
        }
        List<Decision> due = new ArrayList<>();
        if (score.value() >= (clause.whole() ? ENOUGH_WHOLE : ENOUGH_RUNNING)) {
            Grade grade = score.value() < CERTAIN ? Grade.CONCERN : Grade.ALARM;
            due.add(new Decision(
                    grade, MEANING, score.category(), clause.words(), clause.audioMs(), Optional.of(score)));
        }
        if (!clause.whole()) {
            return decided(state, gravest(due));
        }
        for (int i = 0; i < scored.others().size(); i++) {
            due.addAll(ofReading(clause.others().get(i), scored.others().get(i), clause.audioMs()));
        }
        List<Decision> overruled = new ArrayList<>();
        for (Decision doubt : state.doubts(clause.audioMs())) {
            boolean harmless = scored.harmless() && clause.speaksOf(doubt);
            (harmless ? overruled : due).add(doubt.with(score));
        }
        return decided(state.withoutDoubts(clause.audioMs()), gravest(due)).overruling(gravest(overruled));
    }

    /** What rules find in a reading that isn't the likeliest, where it also means an emergency. */
    private List<Decision> ofReading(Reading reading, Score score, long audioMs) {
        if (score.value() <= LIKELY) {
            return List.of();
        }
        return rules.hits(List.of(Normaliser.heard(reading.words())), true).stream()
                .filter(hit -> hit.grade() != Grade.NONE)
                .map(hit -> decision(hit, audioMs).with(score))
                .toList();
    }

    /** The meaning of what was said until then stays unknown. */
    private static Detection unjudged(DetectorState state, long untilMs) {
        return decided(state.withoutDoubts(untilMs), gravest(state.doubts(untilMs)));
    }

    private static Map<Integer, Waiting> only(boolean doubtful, Map<Integer, Waiting> waiting) {
        Map<Integer, Waiting> some = new HashMap<>(waiting);
        some.values().removeIf(each -> each.doubtful() != doubtful);
        return some;
    }

    private static List<Decision> decisions(Map<Integer, Waiting> waiting) {
        return waiting.values().stream().map(Waiting::decision).toList();
    }

    private Detection key(DetectorState state, Evidence.Key pressed) {
        if (pressed.key() == keys.emergency()) {
            return decided(state, without(Grade.ALARM, "emergency-key", "key", pressed.atMs()));
        }
        KeyEntry entry = state.keys().with(pressed.key(), pressed.mode(), pressed.atMs());
        DetectorState next = state.withKeys(entry);
        if (pressed.mode() == EntryMode.DIGITS) {
            return nothing(next);
        }
        if (entry.digits().endsWith("911")) {
            return decided(next, without(Grade.ALARM, "keyed-911", "key", pressed.atMs()));
        }
        return new Detection(next, Optional.empty(), pressed.key() == keys.person());
    }

    private Detection quiet(DetectorState state, Evidence.Quiet quiet) {
        long atMs = quiet.atMs();
        KeyEntry entry = state.keys();
        if (entry.mode() == EntryMode.DIGITS && entry.whole(atMs)) {
            DetectorState next = state.withKeys(entry.judged());
            if (entry.digits().equals("911")) {
                return decided(next, without(Grade.ALARM, "keyed-911", "key", atMs));
            }
            if (entry.digits().equals(String.valueOf(keys.person()))) {
                return new Detection(next, Optional.empty(), true);
            }
        }
        if (atMs - state.lastWordEndMs() >= ENDLESS_MS) {
            return decided(state.withWaiting(Map.of()), gravest(decisions(state.waiting())));
        }
        int enough = quiet.speaking() ? PAUSE_MS : WORDLESS_MS;
        return atMs - state.lastWordEndMs() < enough ? nothing(state) : settled(state);
    }

    /** Nothing more comes that could change what waits. */
    private static Detection settled(DetectorState state) {
        return decided(
                state.withWaiting(only(true, state.waiting())), gravest(decisions(only(false, state.waiting()))));
    }

    private static Detection decided(DetectorState state, Optional<Decision> decision) {
        return decision.map(made -> decided(state, made)).orElseGet(() -> nothing(state));
    }

    private static Detection decided(DetectorState state, Decision decision) {
        return decision.grade().over(state.grade())
                ? new Detection(state.withGrade(decision.grade()), Optional.of(decision), false)
                : nothing(state);
    }

    private static Detection nothing(DetectorState state) {
        return new Detection(state, Optional.empty(), false);
    }

    private static Decision without(Grade grade, String rule, String category, long atMs) {
        return new Decision(grade, rule, category, List.of(), atMs);
    }

    /** The highest grade, then the longest match, then the name: the same whatever the order they were found in. */
    private static Optional<Decision> gravest(List<Decision> due) {
        return due.stream()
                .max(Comparator.comparing(Decision::grade)
                        .thenComparing(decision -> decision.words().size())
                        .thenComparing(Decision::rule, Comparator.reverseOrder()));
    }

    /** The end of a turn, normalised, without what was said before the call came back to us. */
    private static List<HeardWord> recent(List<HeardWord> words, int sinceMs) {
        List<HeardWord> last = words.subList(Math.max(0, words.size() - MOST_WORDS), words.size());
        List<HeardWord> heard = Normaliser.heard(last);
        return sinceMs == Integer.MIN_VALUE
                ? heard
                : heard.stream().filter(word -> word.startMs() >= sinceMs).toList();
    }

    /** Earlier turns as far as they are remembered, then this one. */
    private static List<List<HeardWord>> turns(List<List<HeardWord>> earlier, List<HeardWord> turn) {
        List<List<HeardWord>> turns = new ArrayList<>();
        if (!turn.isEmpty()) {
            int oldest = turn.get(turn.size() - 1).endMs() - MEMORY_MS;
            int left = MOST_WORDS;
            for (int i = earlier.size() - 1; i >= 0 && left > 0; i--) {
                List<HeardWord> kept = earlier.get(i).stream()
                        .filter(word -> word.endMs() >= oldest)
                        .toList();
                if (!kept.isEmpty()) {
                    turns.add(0, kept);
                }
                left -= kept.size();
            }
        } else {
            turns.addAll(earlier);
        }
        turns.add(turn);
        return turns;
    }
}
