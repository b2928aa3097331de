package org.anteroom.agent.emergency;

/**
 * One leg of the ladder.
 *
 * @param sinceMs when it came to its stage
 * @param again whether it was rung once more because it was busy with a call of ours
 */
record OnCallLeg(Target target, LegStage stage, long sinceMs, boolean again) {

    /** The same, at another stage since then. */
    OnCallLeg at(LegStage other) {
        return new OnCallLeg(target, other, sinceMs, again);
    }

    boolean isPerson() {
        return target.kind() == TargetKind.PERSON;
    }
}
