package org.anteroom.agent.emergency;

import java.util.Map;
import org.anteroom.agent.emergency.LadderState.Phase;

/** Calls the groups of a plan, one after another, as often as it takes. */
final class Rungs {
    private static final int ROUNDS_ALONE = 3;

    private final Plan plan;

    Rungs(Plan plan) {
        this.plan = plan;
    }

    /** From the first group on, at the next {@link #climbOn}. */
    static void round(Climb climb, Phase phase, long nowMs) {
        climb.phase = phase;
        climb.group = -1;
        climb.groupEndsMs = nowMs;
    }

    /** Calls the next group when this one is exhausted, as often as it takes. */
    void climbOn(Climb climb, long nowMs) {
        if (climb.phase == Phase.DISCLOSING && !climb.taken()) {
            climb.phase = Phase.RINGING;
        }
        while (climb.phase.climbing() && !climb.taken() && (nowMs >= climb.groupEndsMs || !climb.hopeful())) {
            for (Map.Entry<Integer, OnCallLeg> leg : climb.each()) {
                if (leg.getValue().stage() == LegStage.RINGING) {
                    climb.cancel(leg.getKey(), leg.getValue(), nowMs);
                }
            }
            if (climb.group + 1 < plan.groups().size()) {
                climb.group++;
                ring(climb, plan.groups().get(climb.group), nowMs);
            } else if (climb.hopeful()) {
                return;
            } else if (climb.phase == Phase.PASSING) {
                climb.phase = Phase.BRIDGED;
                climb.relieving = false;
                climb.bridged()
                        .filter(id -> climb.leg(id).isPerson())
                        .ifPresent(id -> climb.act(new LadderAct.SayToLeg(id, EmergencySentence.NOBODY_ELSE)));
            } else {
                allFailed(climb, nowMs);
            }
        }
    }

    void ring(Climb climb, Group group, long nowMs) {
        climb.groupEndsMs = nowMs + group.ring().toMillis();
        for (Target target : group.targets()) {
            boolean busyWithUs = climb.legs.values().stream()
                    .anyMatch(leg ->
                            leg.stage().occupied() && leg.target().number().equals(target.number()));
            boolean serviceToo = climb.callerHere && climb.phase != Phase.PASSING;
            if (!busyWithUs && (serviceToo || target.kind() == TargetKind.PERSON)) {
                climb.ring(target, LegStage.RINGING, nowMs);
            }
        }
    }

    private void allFailed(Climb climb, long nowMs) {
        climb.phase = Phase.WAITING;
        climb.retryMs = nowMs + plan.pace().retry().toMillis();
        climb.sayToCaller(EmergencySentence.ALL_FAILED, nowMs);
        if (climb.callerHere) {
            climb.act(new LadderAct.RaiseAlarm("Emergency call: nobody of the on-call plan has taken it. The caller is"
                    + " on the line; the plan is tried again in "
                    + plan.pace().retry().toSeconds() + " s. Pick it up now."));
        } else if (++climb.roundsAlone < ROUNDS_ALONE) {
            climb.act(new LadderAct.RaiseAlarm("Emergency call: nobody of the on-call plan has taken it and the caller"
                    + " has hung up. The plan is tried again in "
                    + plan.pace().retry().toSeconds() + " s."));
        } else {
            climb.act(new LadderAct.RaiseAlarm("Emergency call: nobody of the on-call plan has taken it in "
                    + ROUNDS_ALONE + " rounds and the caller has hung up. Look at the call and ring back now."));
            climb.finish("the caller hung up and nobody took it", nowMs);
        }
    }
}
