package org.anteroom.agent.emergency;

import java.util.OptionalLong;

/** What happens to a ladder. Legs are the numbers that {@link LadderAct.Ring} gave out; unknown ones are ignored. */
public sealed interface LadderEvent {

    /** The alarm: begin to ring. Later ones change nothing. */
    record Start(Decision decision) implements LadderEvent {}

    /** The plan is another one from now on: the matter is graver, or another. Phones of both that ring are not rung again. */
    record PlanChanged() implements LadderEvent {}

    /** The far phone rings. */
    record Ringing(int leg) implements LadderEvent {}

    /** The far phone, or a voicemail, has answered. */
    record Answered(int leg) implements LadderEvent {}

    /** A key on an on-call phone. */
    record Key(int leg, char key) implements LadderEvent {}

    /** The leg could not be made: busy, declined, refused by the PBX, no reply. */
    record Failed(int leg, String why) implements LadderEvent {}

    /**
     * The far phone is busy.
     *
     * @param letGoMs how long ago a call of ours to the same number ended, of whatever caller; empty when none did lately
     */
    record Busy(int leg, OptionalLong letGoMs) implements LadderEvent {}

    /** The far end of an answered leg has hung up, or its media died. */
    record LegEnded(int leg) implements LadderEvent {}

    /** A sentence played to the leg has come to its end. */
    record Spoken(int leg) implements LadderEvent {}

    /** Nothing is heard of an answered leg, neither sound nor SIP; it may still be there. */
    record Unheard(int leg) implements LadderEvent {}

    /** Sound comes again from a leg that was {@link Unheard}. */
    record Heard(int leg) implements LadderEvent {}

    /** The caller has hung up. */
    record CallerHungUp() implements LadderEvent {}

    /** Time passes: send one every 200 ms or so. */
    record Tick() implements LadderEvent {}
}
