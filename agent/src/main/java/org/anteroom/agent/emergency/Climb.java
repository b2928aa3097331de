package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** One step of a ladder while it is being made: the state's fields, open for change, and the acts collected so far. */
final class Climb {

    LadderState.Phase phase = LadderState.Phase.IDLE;
    boolean callerHere = true;
    /** The caller has talked to a human long enough to be helped. */
    boolean connectedOnce;
    /** The end has been announced. */
    boolean told;
    /** The group that rings. */
    int group;
    /** Rounds that failed since the caller hung up. */
    int roundsAlone;

    int nextLeg = 1;
    final Map<Integer, OnCallLeg> legs = new TreeMap<>();
    long groupEndsMs;
    /** When the caller last heard a sentence. */
    long sentenceMs;

    long retryMs;
    long bridgedMs;
    PressedKeys pressed = PressedKeys.NONE;
    /** Somebody said that it was no emergency. */
    boolean marked;

    Optional<Decision> decision = Optional.empty();
    /** What the caller hears while waiting. */
    EmergencySentence sentence = EmergencySentence.CONNECTING;

    String outcome = "";

    private final List<LadderAct> acts = new ArrayList<>();

    static Climb from(LadderState state) {
        Climb climb = new Climb();
        state.copyTo(climb);
        return climb;
    }

    LadderStep step() {
        return new LadderStep(new LadderState(this), acts);
    }

    void act(LadderAct act) {
        acts.add(act);
    }

    void stage(int leg, OnCallLeg now, LegStage stage, long nowMs) {
        legs.put(leg, new OnCallLeg(now.target(), stage, nowMs));
    }

    void sayToLeg(int leg, OnCallLeg now, EmergencySentence what, LegStage stage, long nowMs) {
        stage(leg, now, stage, nowMs);
        act(new LadderAct.SayToLeg(leg, what));
    }

    /** The leg has the caller no more. */
    void unbridge(int leg) {
        legs.remove(leg);
        act(new LadderAct.Unbridge(leg));
    }

    /** Tells the caller, who hears it again from now on. */
    void sayToCaller(EmergencySentence what, long nowMs) {
        sentence = what;
        if (callerHere) {
            sentenceMs = nowMs;
            act(new LadderAct.SayToCaller(what));
        }
    }

    /** Whether somebody has taken the call, of others than the one who wants to pass it on. */
    boolean taken() {
        return legs.values().stream()
                .anyMatch(leg -> leg.stage().hasCall()
                        && !(phase == LadderState.Phase.PASSING && leg.stage() == LegStage.BRIDGED));
    }

    /** The leg that talks to the caller. */
    OptionalInt bridged() {
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().stage() == LegStage.BRIDGED)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    boolean hopeful() {
        return legs.values().stream().anyMatch(leg -> leg.stage().hopeful());
    }

    /** The legs as they are now, safe against changes while they are looked at. */
    List<Map.Entry<Integer, OnCallLeg>> each() {
        return List.copyOf(legs.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList());
    }
}
