package org.anteroom.agent.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A ladder with a clock and a memory: what was wanted since it was last asked. */
final class Phones {

    static final Decision ALARM = new Decision(Grade.ALARM, "chest-pain", "chest-pain", List.of(), 1000);

    private final Ladder ladder;
    private final List<LadderAct> acts = new ArrayList<>();
    private LadderState state;
    private long nowMs = 1_000_000;

    Phones(Group... groups) {
        this(Pace.DEFAULT, groups);
    }

    Phones(Pace pace, Group... groups) {
        ladder = new Ladder(new Plan(Arrays.asList(groups), pace));
        state = ladder.initial();
    }

    static Group group(String name, int ringSeconds, Target... targets) {
        return new Group(name, Duration.ofSeconds(ringSeconds), Arrays.asList(targets));
    }

    static Target person(String number) {
        return new Target("person " + number, number, TargetKind.PERSON);
    }

    static Target service(String number) {
        return new Target("service " + number, number, TargetKind.SERVICE);
    }

    /** One event now; the acts it led to. */
    List<LadderAct> on(LadderEvent event) {
        LadderStep step = ladder.step(state, event, nowMs);
        state = step.state();
        acts.addAll(step.acts());
        return step.acts();
    }

    List<LadderAct> start() {
        return on(new LadderEvent.Start(ALARM));
    }

    List<LadderAct> answered(int leg) {
        return on(new LadderEvent.Answered(leg));
    }

    List<LadderAct> key(int leg, char key) {
        return on(new LadderEvent.Key(leg, key));
    }

    /** The phone is answered and key 1 pressed. */
    List<LadderAct> accepted(int leg) {
        answered(leg);
        return key(leg, '1');
    }

    /** The phone is answered, key 1 pressed, and what is disclosed is heard to its end: the caller is on it. */
    List<LadderAct> bridged(int leg) {
        accepted(leg);
        return spoken(leg);
    }

    /** What was last said to the leg is over. */
    List<LadderAct> spoken(int leg) {
        return on(new LadderEvent.Spoken(leg));
    }

    List<LadderAct> hungUp(int leg) {
        return on(new LadderEvent.LegEnded(leg));
    }

    List<LadderAct> callerHungUp() {
        return on(new LadderEvent.CallerHungUp());
    }

    List<LadderAct> failed(int leg) {
        return on(new LadderEvent.Failed(leg, "busy"));
    }

    /** Time passes in ticks of 200 ms; all acts of that time. */
    List<LadderAct> after(double seconds) {
        List<LadderAct> during = new ArrayList<>();
        for (long left = Math.round(seconds * 1000); left > 0; left -= 200) {
            nowMs += Math.min(200, left);
            during.addAll(on(new LadderEvent.Tick()));
        }
        return during;
    }

    LadderState.Phase phase() {
        return state.phase();
    }

    LadderState state() {
        return state;
    }

    /** Forgets those of the legs that the ladder no longer knows. */
    void live(Set<Integer> legs) {
        legs.retainAll(Climb.from(state).legs.keySet());
    }

    /** Whether a service that somebody asked for has not answered yet. */
    boolean awaitsService() {
        return Climb.from(state).adding().isPresent();
    }

    /** Whether a service talks with the caller and whoever has the call. */
    boolean joined() {
        return Climb.from(state).at(LegStage.JOINED).isPresent();
    }

    /** Whether a caller waits while nobody rings, listens, takes the call, or will be rung. */
    boolean waitsForNobody() {
        Climb now = Climb.from(state);
        return switch (state.phase()) {
            case RINGING -> !now.hopeful();
            case DISCLOSING -> !now.taken();
            case WAITING -> nowMs >= now.retryMs;
            case BRIDGED, PASSING -> now.bridged().isEmpty();
            case IDLE, FINISHED -> false;
        };
    }

    List<LadderAct> all() {
        return List.copyOf(acts);
    }
}
