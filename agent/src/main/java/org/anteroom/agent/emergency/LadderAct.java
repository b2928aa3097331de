package org.anteroom.agent.emergency;

/** What a ladder wants done, in this order, at once. */
public sealed interface LadderAct {

    /** Call the target; the leg has this number from now on. */
    record Ring(int leg, Target target) implements LadderAct {}

    /** Stop ringing a phone that has not answered. An answer that crosses it is still reported: the ladder decides. */
    record Cancel(int leg) implements LadderAct {}

    /** Hang up an answered leg. */
    record Drop(int leg) implements LadderAct {}

    /** Play a sentence to a leg, instead of what plays there, and report {@link LadderEvent.Spoken} at its end. */
    record SayToLeg(int leg, EmergencySentence sentence) implements LadderAct {}

    /** Play a sentence to the caller, instead of what plays there; comfort tone follows. */
    record SayToCaller(EmergencySentence sentence) implements LadderAct {}

    /** Join the caller and the leg; whatever plays to either stops. */
    record Bridge(int leg) implements LadderAct {}

    /** A service talks with whoever is on the line, as a third; nothing of ours plays to it. */
    record Join(int leg) implements LadderAct {}

    /** Part a leg that has gone, or has passed the caller on, from those it talked with; hang that up. */
    record Unbridge(int leg) implements LadderAct {}

    /** The conversation has the caller again. Nothing more comes of this ladder: what it still holds is let go. */
    record GiveBack() implements LadderAct {}

    /** Who took the call says that it is no emergency. */
    record MarkFalseAlarm(int leg) implements LadderAct {}

    /** Tell the operator. The sentence holds no patient data. */
    record RaiseAlarm(String sentence) implements LadderAct {}

    /** Nothing is left to do: the caller has gone, nobody hears anything of ours. Answers that still cross a cancel may
     * come; go on reporting them for 32 s or hang them up. */
    record Finish(String outcome) implements LadderAct {}
}
