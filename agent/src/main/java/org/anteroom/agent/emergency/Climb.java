package org.anteroom.agent.emergency;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

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
    /** The others are called because nothing is heard of who has the call, not because they asked. */
    boolean relieving;
    /** How many services could not be had; the next in the plan's order is tried. */
    int nextService;
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
        legs.put(leg, new OnCallLeg(now.target(), stage, nowMs, now.again()));
    }

    OnCallLeg leg(int leg) {
        return requireNonNull(legs.get(leg), "leg");
    }

    void ring(Target target, LegStage stage, long nowMs) {
        ring(new OnCallLeg(target, stage, nowMs, false));
    }

    void ring(OnCallLeg leg) {
        int id = nextLeg++;
        legs.put(id, leg);
        act(new LadderAct.Ring(id, leg.target()));
    }

    void cancel(int leg, OnCallLeg now, long nowMs) {
        stage(leg, now, LegStage.CANCELLED, nowMs);
        act(new LadderAct.Cancel(leg));
    }

    void drop(int leg) {
        legs.remove(leg);
        act(new LadderAct.Drop(leg));
    }

    /** Nothing more is called; whoever still hears something of ours hears it to its end. */
    void finish(String why, long nowMs) {
        phase = LadderState.Phase.FINISHED;
        outcome = why;
        release(nowMs);
        ThirdParty.abandon(this, nowMs);
    }

    /** Lets everybody go who does not have the call: phones stop ringing, listeners hear that it is taken. */
    void release(long nowMs) {
        for (Map.Entry<Integer, OnCallLeg> each : each()) {
            int id = each.getKey();
            OnCallLeg leg = each.getValue();
            switch (leg.stage()) {
                case RINGING -> cancel(id, leg, nowMs);
                case AGAIN -> legs.remove(id);
                case ANNOUNCING, DISCLOSING -> sayToLeg(
                        id, leg, EmergencySentence.ALREADY_TAKEN, LegStage.REFUSED, nowMs);
                case BRIDGED, REFUSED, TELLING, CANCELLED, ADDING, ADDING_AGAIN, REVIVED, JOINED, STAYING -> {}
            }
        }
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

    /** The leg that has the caller and talks to them. */
    Optional<Integer> bridged() {
        return at(LegStage.BRIDGED);
    }

    /** The first leg at that stage. */
    Optional<Integer> at(LegStage stage) {
        return first(stage::equals);
    }

    /** The service that somebody wants to add and that has not answered. */
    Optional<Integer> adding() {
        return first(LegStage::adding);
    }

    private Optional<Integer> first(Predicate<LegStage> which) {
        return legs.entrySet().stream()
                .filter(leg -> which.test(leg.getValue().stage()))
                .map(Map.Entry::getKey)
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
