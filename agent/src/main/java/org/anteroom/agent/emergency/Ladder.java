package org.anteroom.agent.emergency;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.emergency.LadderState.Phase;

/**
 * Climbs an on-call plan until a human has the caller. Immutable; pure: time comes in as milliseconds of one clock.
 *
 * <pre>
 *   IDLE --Start--> RINGING --key 1--> DISCLOSING --end or any key--> BRIDGED --caller hangs up--> FINISHED
 *                    |  ^ \________________ a service answers ________/  |
 *        all failed  |  |                                             |  ^ |  phone hangs up, caller stays
 *                    v  | retry                     passed on, others ring|  | taken by another, or by nobody
 *                   WAITING <------------------------------------ PASSING-+--'
 * </pre>
 *
 * <p>What one leg may do is {@link LegTable}. All targets of a group ring at once; the next group is called when all of
 * it failed or its time is over; phones that hear the announcement keep their time to accept. Others go on ringing until
 * the bridge stands, so a phone that dies after accepting costs nothing. A caller who hangs up stops nothing: whoever
 * presses 1 hears the number.
 *
 * <p>What keys of who has the call do: {@link BridgeKeys}.
 */
public final class Ladder {

    /** Category and ten digits take about three seconds; then the bridge, even if nobody tells us that they were spoken. */
    private static final long DISCLOSURE_MS = 5_000;
    /** "Already taken" takes two seconds. */
    private static final long REFUSAL_MS = 5_000;

    private static final long TELLING_MS = 30_000;
    /** An answer that crosses our cancel comes within the SIP transaction's 32 s (RFC 3261, timer B). */
    private static final long CROSSING_MS = 32_000;
    /** Who talked so long has been helped: a hang-up afterwards is the end, not a loss. */
    private static final long TALKED_MS = 10_000;
    /** A phone that leaves the bridge often does so because both are done: the caller gets this long to hang up too. */
    private static final long LEFT_MS = 3_000;

    private static final int ROUNDS_ALONE = 3;

    private final Plan plan;

    public Ladder(Plan plan) {
        this.plan = requireNonNull(plan, "plan");
    }

    /** The state before the alarm. */
    public LadderState initial() {
        return LadderState.INITIAL;
    }

    /**
     * What happens next.
     *
     * @param nowMs a clock that never goes back, ms
     */
    public LadderStep step(LadderState state, LadderEvent event, long nowMs) {
        Climb climb = Climb.from(state);
        if (event instanceof LadderEvent.Start start) {
            start(climb, start.decision(), nowMs);
        } else if (event instanceof LadderEvent.PlanChanged) {
            replan(climb, nowMs);
        } else if (event instanceof LadderEvent.Answered answered) {
            leg(climb, answered.leg(), LegSignal.ANSWERED, nowMs);
        } else if (event instanceof LadderEvent.Key key) {
            leg(climb, key.leg(), pressed(climb, key, nowMs), nowMs);
        } else if (event instanceof LadderEvent.Spoken spoken) {
            leg(climb, spoken.leg(), LegSignal.SPOKEN, nowMs);
        } else if (event instanceof LadderEvent.Failed failed) {
            leg(climb, failed.leg(), LegSignal.GONE, nowMs);
        } else if (event instanceof LadderEvent.LegEnded ended) {
            leg(climb, ended.leg(), LegSignal.GONE, nowMs);
        } else if (event instanceof LadderEvent.CallerHungUp) {
            callerHungUp(climb, nowMs);
        }
        time(climb, nowMs);
        climbOn(climb, nowMs);
        end(climb);
        return climb.step();
    }

    private void start(Climb climb, Decision decision, long nowMs) {
        if (climb.phase == Phase.IDLE) {
            climb.decision = Optional.of(decision);
            climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
            round(climb, Phase.RINGING, nowMs);
        }
    }

    /** The first group of the new plan, beside whoever of the old one rings or listens until that group's time is over. */
    private void replan(Climb climb, long nowMs) {
        if (climb.phase == Phase.RINGING || climb.phase == Phase.WAITING) {
            climb.phase = Phase.RINGING;
            climb.group = 0;
            climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
            ring(climb, plan.groups().get(0), nowMs);
        }
    }

    private LegSignal pressed(Climb climb, LadderEvent.Key key, long nowMs) {
        OnCallLeg leg = climb.legs.get(key.leg());
        if (leg != null && leg.stage() == LegStage.BRIDGED) {
            // What a service's menus send is nobody's wish.
            return leg.isPerson() ? command(climb, key, nowMs) : LegSignal.OTHER_KEY;
        }
        return key.key() == plan.pace().acceptKey() ? LegSignal.ACCEPT : LegSignal.OTHER_KEY;
    }

    private LegSignal command(Climb climb, LadderEvent.Key key, long nowMs) {
        BridgeKeys keys = plan.pace().bridgeKeys();
        PressedKeys pressed = climb.pressed.with(key.leg(), key.key(), nowMs);
        LegSignal meaning = keys.meaning(pressed.keys());
        if (meaning == LegSignal.OTHER_KEY && !keys.mayGoOn(pressed.keys())) {
            pressed = pressed.lastAlone();
            meaning = keys.meaning(pressed.keys());
        }
        boolean waits = keys.mayGoOn(pressed.keys());
        climb.pressed = waits ? pressed : PressedKeys.NONE;
        return waits ? LegSignal.OTHER_KEY : meaning;
    }

    private void leg(Climb climb, int id, LegSignal signal, long nowMs) {
        OnCallLeg leg = climb.legs.get(id);
        if (leg == null) {
            return;
        }
        switch (LegTable.move(leg.stage(), signal)) {
            case NOTHING -> {}
            case GREET -> greet(climb, id, leg, nowMs);
            case ANNOUNCE_AGAIN -> climb.act(new LadderAct.SayToLeg(id, announcement(climb)));
            case TAKE -> take(climb, id, leg, nowMs);
            case BRIDGE -> bridge(climb, id, leg, nowMs);
            case REMIND -> climb.act(new LadderAct.SayToLeg(id, EmergencySentence.DISCLOSURE));
            case SEEK -> seek(climb, id, nowMs);
            case RETURN -> giveBack(climb, id, nowMs);
            case MARK -> mark(climb, id);
            case PART -> part(climb, id, nowMs);
            case TOLD -> told(climb, id, leg, nowMs);
            case DROP -> drop(climb, id);
            case FORGET -> climb.legs.remove(id);
        }
    }

    private void greet(Climb climb, int id, OnCallLeg leg, long nowMs) {
        boolean over = climb.phase == Phase.FINISHED;
        boolean late = climb.taken() || climb.phase == Phase.PASSING || !climb.callerHere;
        if (over || (!leg.isPerson() && late)) {
            drop(climb, id);
        } else if (climb.phase == Phase.BRIDGED) {
            climb.sayToLeg(id, leg, EmergencySentence.ALREADY_TAKEN, LegStage.REFUSED, nowMs);
        } else if (leg.isPerson()) {
            climb.sayToLeg(id, leg, announcement(climb), LegStage.ANNOUNCING, nowMs);
            ringing(climb);
        } else {
            bridge(climb, id, leg, nowMs);
        }
    }

    /** An answer while we wait for the next round is a phone that crossed our cancel: it is as good as any. */
    private static void ringing(Climb climb) {
        if (climb.phase == Phase.WAITING) {
            climb.phase = Phase.RINGING;
        }
    }

    private void take(Climb climb, int id, OnCallLeg leg, long nowMs) {
        if (climb.taken()) {
            climb.sayToLeg(id, leg, EmergencySentence.ALREADY_TAKEN, LegStage.REFUSED, nowMs);
        } else if (climb.callerHere) {
            climb.phase = climb.phase == Phase.PASSING ? Phase.PASSING : Phase.DISCLOSING;
            climb.sayToLeg(id, leg, EmergencySentence.DISCLOSURE, LegStage.DISCLOSING, nowMs);
        } else {
            climb.phase = Phase.DISCLOSING;
            climb.sayToLeg(id, leg, EmergencySentence.CALLER_NUMBER, LegStage.TELLING, nowMs);
        }
    }

    private void bridge(Climb climb, int id, OnCallLeg leg, long nowMs) {
        climb.bridged().ifPresent(climb::unbridge);
        climb.phase = Phase.BRIDGED;
        climb.bridgedMs = nowMs;
        climb.stage(id, leg, LegStage.BRIDGED, nowMs);
        climb.act(new LadderAct.Bridge(id));
        release(climb, nowMs);
    }

    /** The others, group after group; whoever has the caller keeps them until then. */
    private void seek(Climb climb, int id, long nowMs) {
        if (climb.phase == Phase.BRIDGED) {
            // Who asks for another hasn't helped, however long both have talked.
            climb.connectedOnce = false;
            climb.act(new LadderAct.SayToLeg(id, EmergencySentence.CALLING_NEXT));
            round(climb, Phase.PASSING, nowMs);
        }
    }

    private static void mark(Climb climb, int id) {
        if (!climb.marked) {
            climb.marked = true;
            climb.act(new LadderAct.MarkFalseAlarm(id));
        }
        climb.act(new LadderAct.SayToLeg(id, EmergencySentence.NOTED));
    }

    private void giveBack(Climb climb, int id, long nowMs) {
        if (climb.phase == Phase.PASSING && climb.taken()) {
            // The next has pressed 1 already: that is who the caller goes to.
            part(climb, id, nowMs);
            return;
        }
        climb.unbridge(id);
        finish(climb, "given back to the conversation", nowMs);
        climb.act(new LadderAct.GiveBack());
    }

    private void part(Climb climb, int id, long nowMs) {
        climb.unbridge(id);
        climb.connectedOnce |= climb.phase == Phase.BRIDGED && nowMs - climb.bridgedMs >= TALKED_MS;
        if (climb.phase == Phase.PASSING && climb.taken()) {
            climb.phase = Phase.DISCLOSING;
        } else if (climb.phase == Phase.PASSING && climb.hopeful()) {
            climb.phase = Phase.RINGING;
        } else {
            climb.phase = Phase.WAITING;
            climb.retryMs = nowMs + LEFT_MS;
        }
        climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
    }

    private void told(Climb climb, int id, OnCallLeg leg, long nowMs) {
        drop(climb, id);
        finish(climb, "the caller hung up; " + leg.target().name() + " has the number", nowMs);
    }

    private void callerHungUp(Climb climb, long nowMs) {
        if (!climb.callerHere || climb.phase == Phase.FINISHED) {
            return;
        }
        climb.callerHere = false;
        boolean helped = climb.connectedOnce && climb.phase != Phase.DISCLOSING;
        if (climb.phase == Phase.IDLE || helped || climb.phase == Phase.BRIDGED) {
            climb.each().stream()
                    .filter(leg -> leg.getValue().stage() == LegStage.BRIDGED)
                    .forEach(leg -> {
                        climb.act(new LadderAct.Unbridge(leg.getKey()));
                        drop(climb, leg.getKey());
                    });
            finish(climb, climb.phase == Phase.IDLE ? "the caller hung up" : "the caller talked to a human", nowMs);
            return;
        }
        climb.bridged().ifPresent(before -> {
            climb.unbridge(before);
            climb.phase = climb.taken() ? Phase.DISCLOSING : Phase.RINGING;
        });
        for (Map.Entry<Integer, OnCallLeg> each : climb.each()) {
            int id = each.getKey();
            OnCallLeg leg = each.getValue();
            if (leg.stage() == LegStage.ANNOUNCING) {
                climb.sayToLeg(id, leg, EmergencySentence.CALLER_HUNG_UP, LegStage.ANNOUNCING, nowMs);
            } else if (leg.stage() == LegStage.DISCLOSING) {
                climb.sayToLeg(id, leg, EmergencySentence.CALLER_NUMBER, LegStage.TELLING, nowMs);
            } else if (leg.stage() == LegStage.RINGING && !leg.isPerson()) {
                cancel(climb, id, leg, nowMs);
            }
        }
    }

    private void time(Climb climb, long nowMs) {
        if (climb.pressed.complete(nowMs)) {
            PressedKeys pressed = climb.pressed;
            climb.pressed = PressedKeys.NONE;
            leg(climb, pressed.leg(), plan.pace().bridgeKeys().meaning(pressed.keys()), nowMs);
        }
        for (Map.Entry<Integer, OnCallLeg> leg : climb.each()) {
            if (nowMs - leg.getValue().sinceMs() >= patience(leg.getValue().stage())) {
                leg(climb, leg.getKey(), LegSignal.LATE, nowMs);
            }
        }
        boolean waits = climb.phase == Phase.RINGING || climb.phase == Phase.DISCLOSING || climb.phase == Phase.WAITING;
        if (waits && nowMs - climb.sentenceMs >= plan.pace().reassure().toMillis()) {
            climb.sayToCaller(climb.sentence, nowMs);
        }
        if (climb.phase == Phase.WAITING && nowMs >= climb.retryMs) {
            climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
            round(climb, Phase.RINGING, nowMs);
        }
    }

    private long patience(LegStage stage) {
        return switch (stage) {
            case ANNOUNCING -> plan.pace().accept().toMillis();
            case DISCLOSING -> DISCLOSURE_MS;
            case REFUSED -> REFUSAL_MS;
            case TELLING -> TELLING_MS;
            case CANCELLED -> CROSSING_MS;
            case RINGING, BRIDGED -> Long.MAX_VALUE;
        };
    }

    private static void round(Climb climb, Phase phase, long nowMs) {
        climb.phase = phase;
        climb.group = -1;
        climb.groupEndsMs = nowMs;
    }

    /** Calls the next group when this one is exhausted, as often as it takes. */
    private void climbOn(Climb climb, long nowMs) {
        if (climb.phase == Phase.DISCLOSING && !climb.taken()) {
            climb.phase = Phase.RINGING;
        }
        while (climb.phase.climbing() && !climb.taken() && (nowMs >= climb.groupEndsMs || !climb.hopeful())) {
            for (Map.Entry<Integer, OnCallLeg> leg : climb.each()) {
                if (leg.getValue().stage() == LegStage.RINGING) {
                    cancel(climb, leg.getKey(), leg.getValue(), nowMs);
                }
            }
            if (climb.group + 1 < plan.groups().size()) {
                climb.group++;
                ring(climb, plan.groups().get(climb.group), nowMs);
            } else if (climb.hopeful()) {
                return;
            } else if (climb.phase == Phase.PASSING) {
                climb.phase = Phase.BRIDGED;
                climb.bridged().ifPresent(id -> climb.act(new LadderAct.SayToLeg(id, EmergencySentence.NOBODY_ELSE)));
            } else {
                allFailed(climb, nowMs);
            }
        }
    }

    private void ring(Climb climb, Group group, long nowMs) {
        climb.groupEndsMs = nowMs + group.ring().toMillis();
        for (Target target : group.targets()) {
            boolean busyWithUs = climb.legs.values().stream()
                    .anyMatch(leg -> (leg.stage().hopeful() || leg.stage() == LegStage.BRIDGED)
                            && leg.target().number().equals(target.number()));
            boolean serviceToo = climb.callerHere && climb.phase != Phase.PASSING;
            if (!busyWithUs && (serviceToo || target.kind() == TargetKind.PERSON)) {
                int id = climb.nextLeg++;
                climb.legs.put(id, new OnCallLeg(target, LegStage.RINGING, nowMs));
                climb.act(new LadderAct.Ring(id, target));
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
            finish(climb, "the caller hung up and nobody took it", nowMs);
        }
    }

    private EmergencySentence announcement(Climb climb) {
        return climb.callerHere ? EmergencySentence.PRESS_ONE : EmergencySentence.CALLER_HUNG_UP;
    }

    private static void cancel(Climb climb, int id, OnCallLeg leg, long nowMs) {
        climb.stage(id, leg, LegStage.CANCELLED, nowMs);
        climb.act(new LadderAct.Cancel(id));
    }

    private static void drop(Climb climb, int id) {
        climb.legs.remove(id);
        climb.act(new LadderAct.Drop(id));
    }

    /** Lets everybody go who does not have the call: phones stop ringing, listeners hear that it is taken. */
    private static void release(Climb climb, long nowMs) {
        for (Map.Entry<Integer, OnCallLeg> each : climb.each()) {
            if (each.getValue().stage() == LegStage.RINGING) {
                cancel(climb, each.getKey(), each.getValue(), nowMs);
            } else if (each.getValue().stage() == LegStage.ANNOUNCING
                    || each.getValue().stage() == LegStage.DISCLOSING) {
                climb.sayToLeg(
                        each.getKey(), each.getValue(), EmergencySentence.ALREADY_TAKEN, LegStage.REFUSED, nowMs);
            }
        }
    }

    private static void finish(Climb climb, String outcome, long nowMs) {
        climb.phase = Phase.FINISHED;
        climb.outcome = outcome;
        release(climb, nowMs);
    }

    /** The end is told once, when nobody hears anything of ours any more. */
    private static void end(Climb climb) {
        boolean silent = climb.legs.values().stream().allMatch(leg -> leg.stage() == LegStage.CANCELLED);
        if (climb.phase == Phase.FINISHED && silent && !climb.told) {
            climb.told = true;
            climb.act(new LadderAct.Finish(climb.outcome));
        }
    }
}
