package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service that whoever has the call adds to it: called on their key alone, talking with both as soon as it answers.
 *
 * <pre>
 *   key ----> ADDING --answers--> JOINED --hangs up--> (gone, the two talk on)
 *               | fails              | whoever had the call leaves: it has the caller
 *               v                    v
 *             (told)              BRIDGED --somebody else takes the call--> JOINED
 * </pre>
 *
 * <p>A call to it that we gave up lives on until our cancel is confirmed (RFC 3261 section 9.1), so that one is wanted again
 * rather than a second begun: {@link LegStage#REVIVED}. Nothing is ever played to it. A caller who hangs up leaves the two to each other ({@link LegStage#STAYING}); a service
 * that is still called then is waited for, because a person asked for it. Without anybody who asked, it is never called.
 */
final class ThirdParty {

    private final List<Target> services;

    /** @param services those of the plan, in its order */
    ThirdParty(List<Target> services) {
        this.services = List.copyOf(services);
    }

    /** The next service of the plan is called; one at a time. */
    void ask(Climb climb, int by, long nowMs) {
        if (climb.at(LegStage.JOINED).isPresent()) {
            return;
        }
        if (climb.adding().isPresent()) {
            climb.act(new LadderAct.SayToLeg(by, EmergencySentence.CALLING_SERVICE));
        } else if (services.isEmpty()) {
            climb.act(new LadderAct.SayToLeg(by, EmergencySentence.NO_SERVICE));
        } else {
            call(climb, services.get(climb.nextService % services.size()), nowMs);
            climb.act(new LadderAct.SayToLeg(by, EmergencySentence.CALLING_SERVICE));
        }
    }

    private static void call(Climb climb, Target service, long nowMs) {
        Optional<Map.Entry<Integer, OnCallLeg>> crossing = climb.each().stream()
                .filter(leg -> leg.getValue().stage() == LegStage.CANCELLED
                        && leg.getValue().target().number().equals(service.number()))
                .findFirst();
        crossing.ifPresentOrElse(
                leg -> climb.legs.put(leg.getKey(), leg.getValue().at(LegStage.REVIVED)),
                () -> climb.ring(service, LegStage.ADDING, nowMs));
    }

    /** It has answered while somebody has the caller, or the one who asked for it stays without them. */
    void join(Climb climb, int id, OnCallLeg leg, long nowMs) {
        climb.stage(id, leg, climb.callerHere ? LegStage.JOINED : LegStage.STAYING, nowMs);
        climb.act(new LadderAct.Join(id));
    }

    /** It could not be had: the one who asked hears so, and may ask for the next. */
    void failed(Climb climb, int id, long nowMs) {
        climb.legs.remove(id);
        climb.nextService++;
        for (var each : climb.each()) {
            OnCallLeg leg = each.getValue();
            if (leg.stage() == LegStage.STAYING) {
                climb.sayToLeg(each.getKey(), leg, EmergencySentence.SERVICE_FAILED, LegStage.REFUSED, nowMs);
            } else if (leg.stage() == LegStage.BRIDGED && leg.isPerson()) {
                climb.act(new LadderAct.SayToLeg(each.getKey(), EmergencySentence.SERVICE_FAILED));
            }
        }
    }

    /** Whether the caller stays with it now that nobody else has them. */
    static boolean keepsCaller(Climb climb, long nowMs) {
        Optional<Integer> joined = climb.at(LegStage.JOINED);
        joined.ifPresent(id -> climb.stage(id, climb.leg(id), LegStage.BRIDGED, nowMs));
        return joined.isPresent();
    }

    /** Somebody takes the caller who is with one leg: a person makes room, a service stays. */
    static void makeRoom(Climb climb, int before, long nowMs) {
        OnCallLeg leg = climb.leg(before);
        if (leg.isPerson() || climb.at(LegStage.JOINED).isPresent()) {
            climb.unbridge(before);
        } else {
            climb.stage(before, leg, LegStage.JOINED, nowMs);
        }
    }

    /** The person who has the call goes on with it without the caller, who has hung up. Others that are sought stay so. */
    static void staysWith(Climb climb, long nowMs) {
        Optional<Integer> person =
                climb.at(LegStage.BRIDGED).filter(id -> climb.leg(id).isPerson());
        Optional<Integer> joined = climb.at(LegStage.JOINED);
        if (person.isEmpty() || (joined.isEmpty() && climb.adding().isEmpty())) {
            return;
        }
        person.ifPresent(
                id -> climb.sayToLeg(id, climb.leg(id), EmergencySentence.CALLER_LEFT, LegStage.STAYING, nowMs));
        joined.ifPresent(id -> climb.stage(id, climb.leg(id), LegStage.STAYING, nowMs));
    }

    /** One of the two who stayed has gone: so does the other, and what is still called for them. */
    static void parted(Climb climb, int id, long nowMs) {
        climb.unbridge(id);
        climb.at(LegStage.STAYING).ifPresent(climb::unbridge);
        abandon(climb, nowMs);
    }

    /** Nobody is left who asked for it, nor a caller to talk with. */
    static void abandon(Climb climb, long nowMs) {
        boolean asked = climb.at(LegStage.STAYING).isPresent();
        if (!asked) {
            giveUp(climb, nowMs);
            if (!climb.callerHere) {
                climb.at(LegStage.JOINED).ifPresent(climb::unbridge);
            }
        }
    }

    /** It is called no more. */
    static void giveUp(Climb climb, long nowMs) {
        climb.adding().ifPresent(id -> {
            OnCallLeg leg = climb.leg(id);
            switch (leg.stage()) {
                case ADDING -> climb.cancel(id, leg, nowMs);
                case REVIVED -> climb.legs.put(id, leg.at(LegStage.CANCELLED));
                default -> climb.legs.remove(id);
            }
        });
    }

    /** Whether it may talk with somebody: with the caller and who has them, or with the one who stayed. */
    static boolean awaited(Climb climb) {
        return climb.at(LegStage.STAYING).isPresent() || (climb.callerHere && climb.phase.withHuman());
    }
}
