package org.anteroom.agent.emergency;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a ladder stands: a value, to be handed to the next {@link Ladder#step}. */
public final class LadderState {

    /** What the caller's way to a human looks like. */
    public enum Phase {
        /** Not started. */
        IDLE,
        /** Phones ring, or hear the announcement. */
        RINGING,
        /** One person has taken the call and hears category and number. */
        DISCLOSING,
        /** The caller talks to a human. */
        BRIDGED,
        /** The caller talks to a human who has asked for another: the others ring, or one of them hears category and number. */
        PASSING,
        /** Nobody rings: the line is open, the next round comes. */
        WAITING,
        /** Over. */
        FINISHED;

        /** Whether a human has the caller. */
        public boolean withHuman() {
            return this == BRIDGED || this == PASSING;
        }

        /** Whether phones are called group after group. */
        boolean climbing() {
            return this == RINGING || this == PASSING;
        }
    }

    static final LadderState INITIAL = new LadderState(new Climb());

    private final Phase phase;
    private final boolean callerHere;
    private final boolean connectedOnce;
    private final boolean told;
    private final int group;
    private final int roundsAlone;
    private final int nextLeg;
    private final Map<Integer, OnCallLeg> legs;
    private final long groupEndsMs;
    private final long sentenceMs;
    private final long retryMs;
    private final long bridgedMs;
    private final PressedKeys pressed;
    private final boolean relieving;
    private final int nextService;
    private final boolean marked;
    private final Optional<Decision> decision;
    private final EmergencySentence sentence;
    private final String outcome;

    LadderState(Climb climb) {
        phase = climb.phase;
        callerHere = climb.callerHere;
        connectedOnce = climb.connectedOnce;
        told = climb.told;
        group = climb.group;
        roundsAlone = climb.roundsAlone;
        nextLeg = climb.nextLeg;
        legs = Collections.unmodifiableMap(new TreeMap<>(climb.legs));
        groupEndsMs = climb.groupEndsMs;
        sentenceMs = climb.sentenceMs;
        retryMs = climb.retryMs;
        bridgedMs = climb.bridgedMs;
        pressed = climb.pressed;
        relieving = climb.relieving;
        nextService = climb.nextService;
        marked = climb.marked;
        decision = climb.decision;
        sentence = climb.sentence;
        outcome = climb.outcome;
    }

    public Phase phase() {
        return phase;
    }

    /** Why the ladder was started. */
    public Optional<Decision> decision() {
        return decision;
    }

    /** Whether the caller has talked to a human long enough to be helped, who didn't ask for another. */
    public boolean helped() {
        return connectedOnce;
    }

    /** True until the caller hangs up. */
    public boolean callerHere() {
        return callerHere;
    }

    /** The leg that has the call: taken, bridged, or being told the number; the bridged one of two. */
    public Optional<Integer> winner() {
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().stage().hasCall())
                .max(Comparator.comparing(leg -> leg.getValue().stage() == LegStage.BRIDGED))
                .map(Map.Entry::getKey);
    }

    /**
     * The leg whose sound is to be watched: who has the caller and did not ask for another, or the person who stayed
     * without them.
     */
    public Optional<Integer> watched() {
        boolean bridge = phase == Phase.BRIDGED || (phase == Phase.PASSING && relieving);
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().stage() == LegStage.BRIDGED
                        ? bridge
                        : leg.getValue().stage() == LegStage.STAYING
                                && leg.getValue().isPerson())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a service is called or on the line as a third. */
    public boolean third() {
        return legs.values().stream().anyMatch(leg -> leg.stage().adding() || leg.stage() == LegStage.JOINED);
    }

    /** Whether the leg talks: with the caller, or with whoever stayed without them. */
    public boolean talks(int leg) {
        OnCallLeg of = legs.get(leg);
        return of != null
                && (of.stage() == LegStage.BRIDGED || of.stage() == LegStage.JOINED || of.stage() == LegStage.STAYING);
    }

    /** The target of a leg that is still known. */
    public Optional<Target> target(int leg) {
        return Optional.ofNullable(legs.get(leg)).map(OnCallLeg::target);
    }

    /** Whether a phone that we gave up may still turn out to have been picked up: an answer can cross our cancel. */
    public boolean crossing() {
        return legs.values().stream().anyMatch(leg -> leg.stage() == LegStage.CANCELLED);
    }

    /** Whether the next round begins now. */
    public boolean retryDue(long nowMs) {
        return phase == Phase.WAITING && nowMs >= retryMs;
    }

    void copyTo(Climb climb) {
        climb.phase = phase;
        climb.callerHere = callerHere;
        climb.connectedOnce = connectedOnce;
        climb.told = told;
        climb.group = group;
        climb.roundsAlone = roundsAlone;
        climb.nextLeg = nextLeg;
        climb.legs.putAll(legs);
        climb.groupEndsMs = groupEndsMs;
        climb.sentenceMs = sentenceMs;
        climb.retryMs = retryMs;
        climb.bridgedMs = bridgedMs;
        climb.pressed = pressed;
        climb.relieving = relieving;
        climb.nextService = nextService;
        climb.marked = marked;
        climb.decision = decision;
        climb.sentence = sentence;
        climb.outcome = outcome;
    }
}
