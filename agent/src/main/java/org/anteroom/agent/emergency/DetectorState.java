package org.anteroom.agent.emergency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anteroom.agent.words.HeardWord;

/** All that a detector remembers of one call: a value, to be handed to the next {@link Detector#step}. */
public final class DetectorState {

    static final DetectorState INITIAL =
            new DetectorState(Grade.NONE, List.of(), Map.of(), List.of(), 0, KeyEntry.EMPTY, 0, Integer.MIN_VALUE);

    private final Grade grade;
    private final List<List<HeardWord>> earlier;
    private final Map<Integer, Waiting> waiting;
    private final List<Decision> doubts;
    private final long lastWordEndMs;
    private final KeyEntry keys;
    private final int notUnderstood;
    private final int sinceMs;

    private DetectorState(
            Grade grade,
            List<List<HeardWord>> earlier,
            Map<Integer, Waiting> waiting,
            List<Decision> doubts,
            long lastWordEndMs,
            KeyEntry keys,
            int notUnderstood,
            int sinceMs) {
        this.grade = grade;
        this.earlier = earlier;
        this.waiting = waiting;
        this.doubts = doubts;
        this.lastWordEndMs = lastWordEndMs;
        this.keys = keys;
        this.notUnderstood = notUnderstood;
        this.sinceMs = sinceMs;
    }

    /** The highest grade decided so far. */
    public Grade grade() {
        return grade;
    }

    /**
     * The state after a human has dealt with the call and given it back (a false alarm): what was heard before counts no
     * more, what comes may fire again.
     *
     * @param atMs now, ms of the call's audio
     */
    public DetectorState rearmed(long atMs) {
        return new DetectorState(
                Grade.NONE, List.of(), Map.of(), List.of(), 0, KeyEntry.EMPTY, 0, Math.toIntExact(atMs));
    }

    /** The words of earlier turns that still count, oldest first. */
    List<List<HeardWord>> earlier() {
        return earlier;
    }

    /** Decisions, by the number of their rule, that wait for more words, a pause or the end of the turn. */
    Map<Integer, Waiting> waiting() {
        return waiting;
    }

    /** What doubtful rules would decide about a turn that is over and whose meaning isn't known yet. */
    List<Decision> doubts() {
        return doubts;
    }

    /** What doubtful rules found until then, in turns that are over or in one that was broken off. */
    List<Decision> doubts(long untilMs) {
        return Stream.concat(
                        doubts.stream(),
                        waiting.values().stream().filter(Waiting::doubtful).map(Waiting::decision))
                .filter(decision -> decision.audioMs() <= untilMs)
                .toList();
    }

    /** The state when those are decided. */
    DetectorState withoutDoubts(long untilMs) {
        Map<Integer, Waiting> later = new HashMap<>(waiting);
        later.values().removeIf(each -> each.doubtful() && each.decision().audioMs() <= untilMs);
        return withWaiting(later)
                .withDoubts(doubts.stream()
                        .filter(decision -> decision.audioMs() > untilMs)
                        .toList());
    }

    long lastWordEndMs() {
        return lastWordEndMs;
    }

    KeyEntry keys() {
        return keys;
    }

    int notUnderstood() {
        return notUnderstood;
    }

    /** Words that started before this moment are forgotten, ms of the call's audio. */
    int sinceMs() {
        return sinceMs;
    }

    DetectorState withGrade(Grade risen) {
        return new DetectorState(risen, earlier, waiting, doubts, lastWordEndMs, keys, notUnderstood, sinceMs);
    }

    DetectorState withWords(List<List<HeardWord>> turns, Map<Integer, Waiting> pending, long lastEndMs) {
        return new DetectorState(
                grade, List.copyOf(turns), Map.copyOf(pending), doubts, lastEndMs, keys, notUnderstood, sinceMs);
    }

    DetectorState withWaiting(Map<Integer, Waiting> pending) {
        return withWords(earlier, pending, lastWordEndMs);
    }

    DetectorState withDoubts(List<Decision> doubted) {
        return new DetectorState(
                grade, earlier, waiting, List.copyOf(doubted), lastWordEndMs, keys, notUnderstood, sinceMs);
    }

    DetectorState withKeys(KeyEntry entry) {
        return new DetectorState(grade, earlier, waiting, doubts, lastWordEndMs, entry, notUnderstood, sinceMs);
    }

    DetectorState withNotUnderstood(int times) {
        return new DetectorState(grade, earlier, waiting, doubts, lastWordEndMs, keys, times, sinceMs);
    }
}
