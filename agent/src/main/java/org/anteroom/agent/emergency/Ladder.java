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
 * <p>What keys of who has the call do: {@link BridgeKeys}; a service that they add: {@link ThirdParty}.
 */
public final class Ladder {

    /** Who talked so long has been helped: a hang-up afterwards is the end, not a loss. */
    private static final long TALKED_MS = 10_000;
    /** A phone that leaves the bridge often does so because both are done: the caller gets this long to hang up too. */
    private static final long LEFT_MS = 3_000;
    /** Phones and PBXs take up to so long to notice that a call is over: until then "busy" may be our own call. */
    private static final long LET_GO_MS = 2_000;

    private final Plan plan;
    private final Patience patience;
    private final Rungs rungs;
    private final ThirdParty third;

    public Ladder(Plan plan) {
        this.plan = requireNonNull(plan, "plan");
        this.patience = new Patience(plan.pace());
        this.rungs = new Rungs(plan);
        this.third = new ThirdParty(plan.services());
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
            leg(climb, key.leg(), LegSignal.HEARD, nowMs);
            leg(climb, key.leg(), pressed(climb, key, nowMs), nowMs);
        } else if (event instanceof LadderEvent.Spoken spoken) {
            leg(climb, spoken.leg(), LegSignal.SPOKEN, nowMs);
        } else if (event instanceof LadderEvent.Failed failed) {
            leg(climb, failed.leg(), LegSignal.GONE, nowMs);
        } else if (event instanceof LadderEvent.Busy busy) {
            leg(climb, busy.leg(), busy(climb, busy), nowMs);
        } else if (event instanceof LadderEvent.LegEnded ended) {
            leg(climb, ended.leg(), LegSignal.GONE, nowMs);
        } else if (event instanceof LadderEvent.Unheard unheard) {
            leg(climb, unheard.leg(), LegSignal.UNHEARD, nowMs);
        } else if (event instanceof LadderEvent.Heard heard) {
            leg(climb, heard.leg(), LegSignal.HEARD, nowMs);
        } else if (event instanceof LadderEvent.CallerHungUp) {
            callerHungUp(climb, nowMs);
        }
        time(climb, nowMs);
        rungs.climbOn(climb, nowMs);
        end(climb);
        return climb.step();
    }

    private void start(Climb climb, Decision decision, long nowMs) {
        if (climb.phase == Phase.IDLE) {
            climb.decision = Optional.of(decision);
            climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
            Rungs.round(climb, Phase.RINGING, nowMs);
        }
    }

    /** The first group of the new plan, beside whoever of the old one rings or listens until that group's time is over. */
    private void replan(Climb climb, long nowMs) {
        if (climb.phase == Phase.RINGING || climb.phase == Phase.WAITING) {
            climb.phase = Phase.RINGING;
            climb.group = 0;
            climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
            rungs.ring(climb, plan.groups().get(0), nowMs);
        }
    }

    private LegSignal pressed(Climb climb, LadderEvent.Key key, long nowMs) {
        OnCallLeg leg = climb.legs.get(key.leg());
        if (leg != null && (leg.stage() == LegStage.BRIDGED || leg.stage() == LegStage.STAYING)) {
            // What a service's menus send is nobody's wish.
            return leg.isPerson()
                    ? plan.pace().bridgeKeys().pressed(climb, key.leg(), key.key(), nowMs)
                    : LegSignal.OTHER_KEY;
        }
        return key.key() == plan.pace().acceptKey() ? LegSignal.ACCEPT : LegSignal.OTHER_KEY;
    }

    private static LegSignal busy(Climb climb, LadderEvent.Busy busy) {
        OnCallLeg leg = climb.legs.get(busy.leg());
        boolean ours = busy.letGoMs().isPresent() && busy.letGoMs().getAsLong() < LET_GO_MS;
        boolean first = leg != null && leg.stage().rung() && !leg.again();
        return ours && first ? LegSignal.BUSY_WITH_OURS : LegSignal.GONE;
    }

    private void leg(Climb climb, int id, LegSignal signal, long nowMs) {
        OnCallLeg leg = climb.legs.get(id);
        if (leg == null) {
            return;
        }
        switch (LegTable.move(leg.stage(), signal)) {
            case NOTHING -> {}
            case GREET -> greet(climb, id, leg, nowMs);
            case WAIT -> climb.stage(
                    id, leg, leg.stage() == LegStage.ADDING ? LegStage.ADDING_AGAIN : LegStage.AGAIN, nowMs);
            case RING_AGAIN -> ringAgain(climb, id, leg, nowMs);
            case ANNOUNCE_AGAIN -> climb.act(new LadderAct.SayToLeg(id, announcement(climb)));
            case TAKE -> take(climb, id, leg, nowMs);
            case BRIDGE -> bridge(climb, id, leg, nowMs);
            case REMIND -> climb.act(new LadderAct.SayToLeg(id, EmergencySentence.DISCLOSURE));
            case SEEK -> seek(climb, id, leg, nowMs);
            case RELIEVE -> relieve(climb, id, leg, nowMs);
            case WITHDRAW -> withdraw(climb, nowMs);
            case RETURN -> giveBack(climb, id, nowMs);
            case MARK -> mark(climb, id);
            case PART -> part(climb, id, nowMs);
            case ADD -> third.ask(climb, id, nowMs);
            case JOIN -> join(climb, id, leg, nowMs);
            case MISS -> third.failed(climb, id, nowMs);
            case LEAVE -> climb.unbridge(id);
            case END -> ThirdParty.parted(climb, id, nowMs);
            case TOLD -> told(climb, id, leg, nowMs);
            case DROP -> climb.drop(id);
            case FORGET -> climb.legs.remove(id);
        }
    }

    private static void ringAgain(Climb climb, int id, OnCallLeg leg, long nowMs) {
        climb.legs.remove(id);
        LegStage as = leg.stage().adding() ? LegStage.ADDING : LegStage.RINGING;
        // After our cancel it has not been busy yet.
        climb.ring(new OnCallLeg(leg.target(), as, nowMs, leg.stage() != LegStage.REVIVED));
    }

    private void greet(Climb climb, int id, OnCallLeg leg, long nowMs) {
        boolean over = climb.phase == Phase.FINISHED;
        boolean late = climb.taken() || climb.phase == Phase.PASSING || !climb.callerHere;
        if (over || (!leg.isPerson() && late)) {
            climb.drop(id);
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
        climb.bridged().ifPresent(before -> ThirdParty.makeRoom(climb, before, nowMs));
        has(climb, Phase.BRIDGED, id, leg, nowMs);
        if (!leg.isPerson()) {
            // Whoever asked for another has left, and a service that answers a service has nobody.
            ThirdParty.giveUp(climb, nowMs);
        }
        climb.release(nowMs);
    }

    private static void has(Climb climb, Phase phase, int id, OnCallLeg leg, long nowMs) {
        climb.phase = phase;
        climb.bridgedMs = nowMs;
        climb.relieving = false;
        climb.stage(id, leg, LegStage.BRIDGED, nowMs);
        climb.act(new LadderAct.Bridge(id));
    }

    /** A service that somebody asked for has answered; they may have left meanwhile. */
    private void join(Climb climb, int id, OnCallLeg leg, long nowMs) {
        if (ThirdParty.awaited(climb)) {
            third.join(climb, id, leg, nowMs);
        } else if (!climb.callerHere || climb.phase == Phase.FINISHED) {
            climb.drop(id);
        } else if (climb.taken()) {
            // Whoever has pressed 1 comes to the two in a moment.
            has(climb, Phase.PASSING, id, leg, nowMs);
        } else {
            bridge(climb, id, leg, nowMs);
        }
    }

    /** The others, group after group; whoever has the caller keeps them until then. */
    private static void seek(Climb climb, int id, OnCallLeg leg, long nowMs) {
        if (climb.phase == Phase.BRIDGED) {
            // Who asks for another hasn't helped, however long both have talked.
            climb.connectedOnce = false;
            climb.relieving = false;
            callOthers(climb, id, leg, nowMs);
        }
    }

    private static void callOthers(Climb climb, int id, OnCallLeg leg, long nowMs) {
        if (leg.isPerson()) {
            climb.act(new LadderAct.SayToLeg(id, EmergencySentence.CALLING_NEXT));
        }
        Rungs.round(climb, climb.callerHere ? Phase.PASSING : Phase.RINGING, nowMs);
    }

    /** Who is found again keeps the call, even where another has pressed 1 meanwhile. */
    private static void withdraw(Climb climb, long nowMs) {
        if (!climb.relieving) {
            return;
        }
        climb.relieving = false;
        if (climb.phase == Phase.PASSING) {
            climb.phase = Phase.BRIDGED;
            climb.release(nowMs);
        } else if (!climb.callerHere && climb.phase != Phase.FINISHED) {
            climb.finish("the caller talked to a human", nowMs);
        }
    }

    /** The bridge stays: only whoever takes the call proves that the phone is gone. */
    private static void relieve(Climb climb, int id, OnCallLeg leg, long nowMs) {
        boolean stays = leg.stage() == LegStage.STAYING && leg.isPerson() && climb.phase == Phase.FINISHED;
        if (climb.phase == Phase.BRIDGED || (stays && !climb.relieving)) {
            climb.relieving = true;
            climb.act(
                    new LadderAct.RaiseAlarm(
                            "Emergency call: the phone that has the caller sends no sound and does not"
                                    + " answer. The others of the plan are called as well. Look at the call, and at that phone."));
            callOthers(climb, id, leg, nowMs);
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
        if ((climb.phase == Phase.PASSING && climb.taken())
                || climb.at(LegStage.JOINED).isPresent()) {
            // The next has pressed 1 already, or a service talks to them: that is who the caller goes to, or stays
            // with.
            part(climb, id, nowMs);
            return;
        }
        climb.unbridge(id);
        climb.finish("given back to the conversation", nowMs);
        climb.act(new LadderAct.GiveBack());
    }

    private void part(Climb climb, int id, long nowMs) {
        climb.unbridge(id);
        climb.relieving = false;
        climb.connectedOnce |= climb.phase == Phase.BRIDGED && nowMs - climb.bridgedMs >= TALKED_MS;
        if (ThirdParty.keepsCaller(climb, nowMs)) {
            return;
        }
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
        climb.drop(id);
        climb.finish("the caller hung up; " + leg.target().name() + " has the number", nowMs);
    }

    private void callerHungUp(Climb climb, long nowMs) {
        if (!climb.callerHere || climb.phase == Phase.FINISHED) {
            return;
        }
        climb.callerHere = false;
        ThirdParty.staysWith(climb, nowMs);
        boolean helped = climb.connectedOnce && climb.phase != Phase.DISCLOSING;
        if (climb.phase == Phase.IDLE || helped || climb.phase == Phase.BRIDGED) {
            climb.each().stream()
                    .filter(leg -> leg.getValue().stage() == LegStage.BRIDGED)
                    .forEach(leg -> {
                        climb.act(new LadderAct.Unbridge(leg.getKey()));
                        climb.drop(leg.getKey());
                    });
            climb.finish(climb.phase == Phase.IDLE ? "the caller hung up" : "the caller talked to a human", nowMs);
            return;
        }
        climb.bridged().ifPresent(climb::unbridge);
        if (climb.phase == Phase.PASSING) {
            climb.phase = climb.taken() ? Phase.DISCLOSING : Phase.RINGING;
        }
        for (Map.Entry<Integer, OnCallLeg> each : climb.each()) {
            int id = each.getKey();
            OnCallLeg leg = each.getValue();
            if (leg.stage() == LegStage.ANNOUNCING) {
                climb.sayToLeg(id, leg, EmergencySentence.CALLER_HUNG_UP, LegStage.ANNOUNCING, nowMs);
            } else if (leg.stage() == LegStage.DISCLOSING) {
                climb.sayToLeg(id, leg, EmergencySentence.CALLER_NUMBER, LegStage.TELLING, nowMs);
            } else if (leg.stage() == LegStage.RINGING && !leg.isPerson()) {
                climb.cancel(id, leg, nowMs);
            } else if (leg.stage() == LegStage.AGAIN && !leg.isPerson()) {
                climb.legs.remove(id);
            }
        }
        ThirdParty.abandon(climb, nowMs);
    }

    private void time(Climb climb, long nowMs) {
        if (climb.pressed.complete(nowMs)) {
            PressedKeys pressed = climb.pressed;
            climb.pressed = PressedKeys.NONE;
            leg(climb, pressed.leg(), plan.pace().bridgeKeys().meaning(pressed.keys()), nowMs);
        }
        for (Map.Entry<Integer, OnCallLeg> leg : climb.each()) {
            if (nowMs - leg.getValue().sinceMs() >= patience.with(leg.getValue().stage())) {
                leg(climb, leg.getKey(), LegSignal.LATE, nowMs);
            }
        }
        boolean waits = climb.phase == Phase.RINGING || climb.phase == Phase.DISCLOSING || climb.phase == Phase.WAITING;
        if (waits && nowMs - climb.sentenceMs >= plan.pace().reassure().toMillis()) {
            climb.sayToCaller(climb.sentence, nowMs);
        }
        if (climb.phase == Phase.WAITING && nowMs >= climb.retryMs) {
            climb.sayToCaller(EmergencySentence.CONNECTING, nowMs);
            Rungs.round(climb, Phase.RINGING, nowMs);
        }
    }

    private EmergencySentence announcement(Climb climb) {
        return climb.callerHere ? EmergencySentence.PRESS_ONE : EmergencySentence.CALLER_HUNG_UP;
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
